"""Whether all is well, for monitoring."""
