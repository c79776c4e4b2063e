"""One-way messages to those who wait."""
