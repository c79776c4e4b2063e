"""Who decides whether people come in."""
