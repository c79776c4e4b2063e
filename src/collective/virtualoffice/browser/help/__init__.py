"""How a visit goes, on one page."""
