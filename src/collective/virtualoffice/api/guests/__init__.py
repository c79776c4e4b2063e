"""A third person's own invitation."""
