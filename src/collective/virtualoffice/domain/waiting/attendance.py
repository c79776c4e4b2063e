"""Whether a desk is really attended, with all that time has brought."""

from .desk import Desk
from .rules import Rules
from .visit import Snapshot
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Attendance:
    """A desk at one moment; ``held`` is the visit that it has, if any."""

    desk: Desk
    held: Snapshot | None
    now: datetime
    rules: Rules

    @property
    def left_alone(self) -> bool:
        """Its staff view has been silent: colleagues may take over its visit."""
        return self.desk.presence.is_silent(self.now, self.rules.left_alone)

    @property
    def closes_at(self) -> datetime:
        """When it closes itself unless its staff view is heard of."""
        return self.desk.presence.seen_at + self.rules.desk_closes

    @property
    def is_open(self) -> bool:
        return self.held is not None or self.now < self.closes_at

    @property
    def is_free(self) -> bool:
        return self.is_open and self.held is None


def idle_since(
    attendance: Attendance, last_change: datetime | None, waiting: Snapshot
) -> datetime:
    """Since when a free desk lets a visit wait that it could call."""
    moments = (attendance.desk.active_at, last_change, waiting.progress.since)
    return max(moment for moment in moments if moment is not None)
