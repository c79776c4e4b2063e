"""The page of a third person: an interpreter, a relative."""
