"""What the catalogue knows of offices and services, and choices for forms."""
