"""Signs of life, apart from what they belong to."""

from datetime import datetime
from datetime import timedelta
from datetime import UTC
from persistent import Persistent


class Presence(Persistent):
    """When somebody was last heard of, in an object of its own.

    It is written every few seconds by everybody who waits, so it is tiny
    (seconds since the epoch) and nothing else lives in it. ``after`` is the
    number of seconds until the next sign was asked for.
    """

    def __init__(self, now: datetime, after: int) -> None:
        self.note(now, after)

    def note(self, now: datetime, after: int) -> None:
        self.seen = int(now.timestamp())
        self.after = after

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


def rhythm(position: int | None) -> int:
    """Seconds until the next sign of life, by the place in the queue (0 first)."""
    if position is None or position < 10:
        return QUICKEST
    return min(SLOWEST, QUICKEST + 5 * (position - 9))
