"""Signs of life, apart from what they belong to."""

from collective.virtualoffice.domain.compact import Tiny
from datetime import datetime
from datetime import timedelta
from datetime import UTC


class Presence(Tiny):
    """When somebody was last heard of, in an object of its own.

    It is written again and again by everybody who waits, so it is tiny (seconds
    since the epoch) and nothing else lives in it. ``after`` is the number of
    seconds until the next sign was asked for.
    """

    def __init__(self, now: datetime, after: int) -> None:
        self.seen, self.after = int(now.timestamp()), after

    def __getstate__(self) -> tuple[int, int]:
        return self.seen, self.after

    def __setstate__(self, state: tuple[int, int]) -> None:
        self.seen, self.after = state

    def note(self, now: datetime, after: int) -> None:
        """Write a sign down, unless the one that is written is ``FRESH``.

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
        """Whether the next sign is overdue.

        ``patience`` counts from the last sign when signs come at their quickest
        rhythm; a slower rhythm moves it back by as much.
        """
        silent = now.timestamp() - self.seen
        return silent > patience.total_seconds() + self.after - QUICKEST


QUICKEST = 25
SLOWEST = 300
FRESH = 45


def rhythm(position: int | None) -> int:
    """Seconds until the next sign of life, by the place in the queue (0 first)."""
    if position is None or position < 10:
        return QUICKEST
    return min(SLOWEST, QUICKEST + 5 * (position - 9))
