"""Moments as numbers, and as text that sorts by time, for keys of trees."""

from datetime import datetime
from datetime import timedelta
from datetime import UTC


EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def microseconds(moment: datetime) -> int:
    """Since the epoch."""
    return (moment - EPOCH) // timedelta(microseconds=1)


def stamp(moment: datetime) -> str:
    """Microseconds since the epoch in a fixed width."""
    return f"{microseconds(moment):017d}"


def moment(stamp: str | int) -> datetime:
    """The moment of a stamp, or of so many microseconds, in UTC."""
    return EPOCH + timedelta(microseconds=int(stamp))
