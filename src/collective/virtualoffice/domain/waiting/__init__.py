"""Knocking, waiting, being called: the visits of one office and its desks."""
