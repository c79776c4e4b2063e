"""Signs from the room of a call, apart from what they belong to."""

from collective.virtualoffice.domain.compact import Tiny
from datetime import datetime
from datetime import timedelta
from enum import StrEnum


class Whereabouts(StrEnum):
    """Never in this room, in it, or not any more."""

    AWAITED = "awaited"
    HERE = "here"
    GONE = "gone"


class Seats(Tiny):
    """Who was last heard of when in one room, by seat, in seconds since the epoch.

    Whoever said goodbye is gone, and so is who gives no sign for ``SILENT``: a page
    whose line is lost cannot say goodbye. It is written every minute by each of those
    who talk, so nothing else lives in it.
    """

    def __init__(self) -> None:
        self.signs: dict[str, int] = {}

    def note(self, seat: str, now: datetime) -> None:
        self._write(seat, int(now.timestamp()))

    def say_goodbye(self, seat: str) -> None:
        if seat in self.signs:
            self._write(seat, LEFT)

    def whereabouts(self, seat: str, now: datetime) -> Whereabouts:
        sign = self.signs.get(seat)
        if sign is None:
            return Whereabouts.AWAITED
        silent = now.timestamp() - sign > SILENT.total_seconds()
        return Whereabouts.GONE if silent else Whereabouts.HERE

    def _write(self, seat: str, sign: int) -> None:
        if self.signs.get(seat) != sign:
            self.signs = {**self.signs, seat: sign}


LEFT = 0
SILENT = timedelta(seconds=150)
