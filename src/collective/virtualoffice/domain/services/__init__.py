"""What editors keep of administrative services, and the order they keep it in."""
