"""What a clerk does with the desk."""

from . import progress as deeds
from .attendance import Attendance
from .desk import Desk
from .desk import Duty
from .floor import Floor
from .presence import QUICKEST
from .record import record
from .record import settle
from collective.virtualoffice.domain.errors import DeskAttended
from collective.virtualoffice.domain.errors import DeskBusy
from collective.virtualoffice.domain.errors import UnknownDesk
from dataclasses import replace


def open_desk(floor: Floor, clerk: str, duty: Duty) -> Attendance:
    """Open the clerk's desk, or change what the open one serves.

    Every office of the duty gets its waiting room here.
    """
    for key in duty.offices:
        floor.house.furnish(key)
    desk = floor.house.desks.get(clerk)
    if desk is None or not floor.attendance(desk).is_open:
        desk = Desk(floor.chance()[:12], clerk, duty, floor.now)
        floor.house.desks[clerk] = desk
    desk.duty = duty
    desk.wake(floor.now)
    return floor.attendance(desk)


def close_desk(floor: Floor, clerk: str) -> None:
    """Raises NoDesk, and DeskBusy while it holds a visit."""
    attended = floor.desk_of(clerk)
    if attended.held is not None:
        raise DeskBusy(attended.held.id)
    remove(floor, attended.desk)


def pause(floor: Floor, clerk: str) -> Attendance:
    """Call nobody for a while; the visit that the desk holds goes on."""
    attended = floor.desk_of(clerk)
    attended.desk.wake(floor.now)
    attended.desk.paused = True
    return floor.attendance(attended.desk)


def resume(floor: Floor, clerk: str) -> Attendance:
    """Be there again, or still."""
    attended = floor.desk_of(clerk)
    attended.desk.wake(floor.now)
    return floor.attendance(attended.desk)


def be_present(floor: Floor, clerk: str) -> Attendance:
    """The staff view is open."""
    attended = floor.desk_of(clerk)
    attended.desk.presence.note(floor.now, QUICKEST)
    return attended


def release(floor: Floor, id: str) -> None:
    """Close a desk that was left alone; its visit waits at its arrival place.

    Raises UnknownDesk and DeskAttended.
    """
    desk = floor.house.desk(id)
    if desk is None or floor.key not in desk.duty.offices:
        raise UnknownDesk(id)
    attended = floor.attendance(desk)
    if not attended.left_alone:
        raise DeskAttended
    if attended.held is not None:
        there = replace(floor, key=desk.office)
        seen = settle(there, attended.held.visit)
        record(there, seen.visit, deeds.take_back(seen.progress, floor.now))
    remove(floor, desk)


def remove(floor: Floor, desk: Desk) -> None:
    """Take the desk away, and write down when its offices were served last."""
    closed_at = min(floor.now, floor.attendance(desk).closes_at)
    for key in desk.duty.offices:
        room = floor.house.room(key)
        room.last_served_at = max(room.last_served_at or closed_at, closed_at)
    del floor.house.desks[desk.clerk]
