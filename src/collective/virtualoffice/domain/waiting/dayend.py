"""What follows from a day that staff ended."""

from .floor import Floor
from .live import day_ended
from .live import opens_at
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class DayEnd:
    """Since when nobody comes in, and the opening from which visitors come again.

    ``may_go_on`` says whether the day's opening hours still run, so that taking
    the day up again lets somebody in.
    """

    at: datetime
    opens_at: datetime | None
    may_go_on: bool


def day_end(floor: Floor) -> DayEnd | None:
    """The end of this very day, if staff ended it."""
    at = floor.room.day_ended_at
    if at is None or not day_ended(floor):
        return None
    runs = floor.plan.hours.opening(floor.now) is not None
    return DayEnd(at, opens_at(floor), runs)
