"""Moments as text that sorts by time, for keys of trees."""

from datetime import datetime
from datetime import timedelta
from datetime import UTC


EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def stamp(moment: datetime) -> str:
    """Microseconds since the epoch in a fixed width."""
    return f"{(moment - EPOCH) // timedelta(microseconds=1):017d}"


def moment(stamp: str) -> datetime:
    """The moment of a stamp, in UTC."""
    return EPOCH + timedelta(microseconds=int(stamp))
