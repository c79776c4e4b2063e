"""What editors decided about an office, as the rules need it."""

from collections.abc import Callable
from collective.virtualoffice.domain.hours import Hours
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Plan:
    """``planned_minutes`` is how long a visit takes where nothing else is known.

    ``has_room`` tells whether anybody could enter a video room just now. Most
    questions are not about the hours, so these are read when they are asked for.
    """

    read_hours: Callable[[], Hours]
    most_waiting: int
    planned_minutes: int
    has_room: Callable[[], bool]

    @cached_property
    def hours(self) -> Hours:
        return self.read_hours()
