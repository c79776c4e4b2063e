"""Whether rooms work, tried in the administrator's own browser."""
