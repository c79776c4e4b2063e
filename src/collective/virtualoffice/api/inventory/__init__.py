"""What of the services needs care, as on the pages of the inventory."""
