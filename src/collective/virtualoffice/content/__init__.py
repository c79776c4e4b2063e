"""What editors write: offices and services, and what may not happen to them."""
