"""The waiting room as staff see it."""
