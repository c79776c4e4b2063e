"""The description of the whole API."""
