"""The public state of an office right now."""

from .estimate import Wait
from .states import Status
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Door:
    """What everybody may know of an office; the first status that holds.

    ``wait`` is what a knock now would wait, ``notice`` the office's own words
    (why it closed or stopped admission).
    """

    status: Status
    waiting: int
    desks_open: int
    desks_free: int
    wait: Wait | None
    opens_at: datetime | None
    closes_at: datetime | None
    notice: str | None

    @property
    def can_knock(self) -> bool:
        return self.status in {Status.FREE, Status.OCCUPIED}


def door_status(
    is_open: bool,
    suspended: bool,
    desks: int,
    free_desks: int,
    waiting: int,
    most_waiting: int,
) -> Status:
    """The first row of the door's table that holds, top down."""
    if not is_open:
        return Status.CLOSED
    if suspended:
        return Status.SUSPENDED
    if not desks:
        return Status.UNSTAFFED
    if waiting >= most_waiting:
        return Status.FULL
    if free_desks and not waiting:
        return Status.FREE
    return Status.OCCUPIED
