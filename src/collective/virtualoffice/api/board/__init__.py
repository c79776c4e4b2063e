"""What hangs in the waiting room for all to read."""
