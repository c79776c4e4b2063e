"""What happened, without saying to whom."""
