"""Whether a desk is really attended, with all that time has brought."""

from .desk import Desk
from .rules import Rules
from .visit import Snapshot
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Attendance:
    """A desk at one moment; ``held`` is the visit that it has, if any.

    ``let_go_at`` is when its visit went away, where only the visit says so.
    """

    desk: Desk
    held: Snapshot | None
    now: datetime
    rules: Rules
    let_go_at: datetime | None = None

    @property
    def left_alone(self) -> bool:
        """Its staff view has been silent: colleagues may take over its visit."""
        return self.desk.signs.is_silent(self.now, self.rules.left_alone)

    @property
    def idle_since(self) -> datetime:
        """When its clerk did something last, or its visit went away."""
        return max(self.desk.active_at, self.let_go_at or self.desk.active_at)

    @property
    def closes_at(self) -> datetime:
        """When it closes itself unless its staff view is heard of.

        A visit keeps it open: without its clerk it closes when the visit goes.
        """
        silent = self.desk.signs.seen_at + self.rules.desk_closes
        return max(silent, self.idle_since)

    @property
    def is_open(self) -> bool:
        return self.held is not None or self.now < self.closes_at

    @property
    def is_free(self) -> bool:
        return self.is_open and self.held is None
