"""Other ways in that people chose."""
