"""What a seat in the room of a call tells of who has it."""

from collective.virtualoffice.domain.signs import LEFT
from collective.virtualoffice.domain.signs import Signs
from datetime import datetime
from datetime import timedelta
from enum import StrEnum


class Whereabouts(StrEnum):
    """Never in this room, in it, or not any more."""

    AWAITED = "awaited"
    HERE = "here"
    GONE = "gone"


def of_visitor(seat: str, signs: Signs, now: datetime) -> Whereabouts:
    """Of the citizen or a guest, whose page gives signs from the room.

    Whoever said goodbye is gone, and so is who gives no sign for ``SILENT``: a page
    whose line is lost cannot say goodbye.
    """
    sign = signs.seats.get(seat)
    return _whereabouts(sign, sign, now)


def of_desk(seat: str, signs: Signs, desk: Signs, now: datetime) -> Whereabouts:
    """Of the clerk: sits there as long as the ``desk`` itself is heard of."""
    return _whereabouts(signs.seats.get(seat), desk.seen, now)


def _whereabouts(sign: int | None, heard: int | None, now: datetime) -> Whereabouts:
    if sign is None:
        return Whereabouts.AWAITED
    if sign == LEFT or now.timestamp() - heard > SILENT.total_seconds():
        return Whereabouts.GONE
    return Whereabouts.HERE


SILENT = timedelta(seconds=195)
FRESH = 105
