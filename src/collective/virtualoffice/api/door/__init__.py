"""The public state of an office."""
