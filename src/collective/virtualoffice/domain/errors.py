"""Refusals of the office. They carry data, never text: the edges find the words."""

from datetime import timedelta


class Refusal(Exception):
    """Something the office does not do; nothing was changed."""


class Invalid(Refusal):
    """Input that cannot be taken: the code of what is wrong, by field."""

    def __init__(self, fields: dict[str, str]) -> None:
        super().__init__(fields)
        self.fields = fields


class UnknownVisit(Refusal):
    """No visit has this id: it never was, or it has been erased."""


class UnknownGuest(Refusal):
    """No guest of a visit has this id or link: never invited, withdrawn or erased."""


class TooManyGuests(Refusal):
    """The visit has as many guests as it may have."""


class NotPossible(Refusal):
    """A deed that the state of the visit does not allow.

    ``desk`` is the label of the desk that has the visit, where a clerk of another one
    asked.
    """

    def __init__(self, deed: str, state: str, desk: str | None = None) -> None:
        super().__init__(deed, state, desk)
        self.deed = deed
        self.state = state
        self.desk = desk


class NotCalled(NotPossible):
    """The citizen asks for the room of a visit that is neither called nor running."""


class AlreadyCalled(NotPossible):
    """The visit is with a desk, or no longer waits."""


class DoorClosed(Refusal):
    """The door lets nobody knock; ``status`` says why."""

    def __init__(self, status: str) -> None:
        super().__init__(status)
        self.status = status


class TooManyKnocks(Refusal):
    """This address knocked too often; ``wait`` is the time until it may again."""

    def __init__(self, wait: timedelta) -> None:
        super().__init__(wait)
        self.wait = wait


class NobodyWaits(Refusal):
    """No visit that this desk may call now."""


class NoDesk(Refusal):
    """The clerk has no open desk for this office."""


class DeskBusy(Refusal):
    """The desk holds a visit already."""

    def __init__(self, visit: str) -> None:
        super().__init__(visit)
        self.visit = visit


class DeskAttended(Refusal):
    """The desk is not left alone: nobody else may take its visit or release it.

    ``desk`` is its label.
    """

    def __init__(self, desk: str) -> None:
        super().__init__(desk)
        self.desk = desk


class UnknownDesk(Refusal):
    """No open desk has this id."""


class UnknownMessage(Refusal):
    """No message to all has this id; perhaps it was withdrawn already."""
