"""The inventory of services: what needs care, and one change of many."""
