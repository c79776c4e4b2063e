"""What a clerk does with visits."""
