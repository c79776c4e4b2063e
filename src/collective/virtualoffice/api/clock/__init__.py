"""What time brings, done when the machine's clock asks."""
