"""What is wrong with a cell or a file. It carries data, never text."""


class Unreadable(ValueError):
    """A cell that cannot be taken: the code of the reason, and what belongs to it."""

    def __init__(self, code: str, **data: object) -> None:
        super().__init__(code, data)
        self.code = code
        self.data = data


class BadFile(Unreadable):
    """A file that cannot be read as a table of services at all."""
