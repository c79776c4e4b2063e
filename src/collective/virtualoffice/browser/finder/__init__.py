"""The finder of services: search, letters, situations and ways."""
