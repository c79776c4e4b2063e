"""Who decides whether the office lets people in."""

from . import duty
from .floor import Floor
from .record import settle
from .record import settle_all
from dataclasses import replace


def suspend(floor: Floor, notice: str) -> None:
    """Stop new admission; those inside stay. ``notice`` is shown at the door."""
    floor.room.suspended = True
    floor.room.notice = notice


def admit(floor: Floor, reopen: bool) -> None:
    """Let people knock again after a suspension.

    With ``reopen`` an ended day is taken up too; who was sent away stays so.
    """
    floor.room.suspended = False
    floor.room.notice = ""
    if reopen and floor.room.day_ended_at is not None:
        settle_all(floor)
        floor.room.day_ended_at = None


def end_day(floor: Floor) -> int:
    """Nobody comes in today any more; who waits is told so, free desks close.

    Visits with a desk go on. Answers how many were sent away.
    """
    settle_all(floor)
    waiting = [seen.visit for seen in floor.queue]
    floor.room.day_ended_at = floor.now
    after = replace(floor)
    for visit in waiting:
        settle(after, visit)
    for attended in floor.desks:
        if attended.is_free and attended.desk.duty.offices == (floor.key,):
            duty.remove(floor, attended.desk)
    return len(waiting)
