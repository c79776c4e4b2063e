"""The office itself: values, persistent objects and rules, free of any framework."""
