"""What editors decided about an office, as the rules need it."""

from collective.virtualoffice.domain.hours import Hours
from dataclasses import dataclass


@dataclass(frozen=True)
class Plan:
    """``planned_minutes`` is how long a visit takes where nothing else is known."""

    hours: Hours
    most_waiting: int
    planned_minutes: int
