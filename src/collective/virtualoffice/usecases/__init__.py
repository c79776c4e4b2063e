"""What people do: find the office's state, decide, tell the rest."""
