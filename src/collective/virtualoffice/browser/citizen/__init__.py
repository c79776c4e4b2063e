"""What citizens see: offices, services, the knock, the waiting page."""
