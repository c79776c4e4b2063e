"""Signs of life and from the room of a call, apart from what they belong to.

Each of these records names this module and class: hence the short path.
"""

from collective.virtualoffice.domain.compact import Tiny
from datetime import datetime
from datetime import timedelta
from datetime import UTC


class Signs(Tiny):
    """When somebody was last heard of, in an object of its own.

    It is written again and again by everybody who waits or talks, so it is tiny
    (seconds since the epoch) and nothing else lives in it. ``after`` is the number of
    seconds until the next sign of life was asked for. ``seats`` are signs from the
    room of the call by who gave them; none is kept of another room.
    """

    def __init__(self, now: datetime) -> None:
        self.seen, self.after = int(now.timestamp()), QUICKEST
        self.seats: dict[str, int] = {}

    def __getstate__(self) -> int | tuple[int, int, dict[str, int]]:
        if self.after == QUICKEST and not self.seats:
            return self.seen
        return self.seen, self.after, self.seats

    def __setstate__(self, state: int | tuple[int, int, dict[str, int]]) -> None:
        rarely = state if isinstance(state, tuple) else (state, QUICKEST, {})
        self.seen, self.after, self.seats = rarely

    def note(self, now: datetime, after: int) -> None:
        """Write a sign of life down, unless the one that is written is ``FRESH``.

        What is silent after two minutes need not be known by the second, and every
        sign that is written stays in the database until it is packed.
        """
        seen = int(now.timestamp())
        if after != self.after or seen - self.seen >= FRESH:
            self.seen, self.after = seen, after

    @property
    def seen_at(self) -> datetime:
        return datetime.fromtimestamp(self.seen, UTC)

    def is_silent(self, now: datetime, patience: timedelta) -> bool:
        """Whether the next sign of life is overdue.

        ``patience`` counts from the last sign when signs come at their quickest
        rhythm; a slower rhythm moves it back by as much.
        """
        silent = now.timestamp() - self.seen
        return silent > patience.total_seconds() + self.after - QUICKEST

    def sit(self, seat: str, now: datetime, fresh: int | None) -> None:
        """Somebody is in the room; the sign that is written is good until a goodbye,
        or for so many seconds as are said to be ``fresh``.
        """
        sign, last = int(now.timestamp()), self.seats.get(seat, LEFT)
        if last == LEFT or (fresh is not None and sign - last >= fresh):
            self.seats = {**self.seats, seat: sign}

    def leave(self, seat: str) -> None:
        """Somebody who was in the room says goodbye."""
        if self.seats.get(seat):
            self.seats = {**self.seats, seat: LEFT}

    def leave_all(self) -> None:
        """Another room, or none."""
        if self.seats:
            self.seats = {}


LEFT = 0
QUICKEST = 25
SLOWEST = 300
FRESH = 45


def rhythm(position: int | None) -> int:
    """Seconds until the next sign of life, by the place in the queue (0 first)."""
    if position is None or position < 10:
        return QUICKEST
    return min(SLOWEST, QUICKEST + 5 * (position - 9))
