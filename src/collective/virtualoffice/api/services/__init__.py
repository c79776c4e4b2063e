"""Services below a container, found as on the pages of the finder."""
