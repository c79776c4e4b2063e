"""What editors of services see beside the form: doubled keys, conversion of pages."""
