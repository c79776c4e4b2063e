"""One's own visit, from the knock to the end."""
