"""My own desk."""
