"""What a clerk does with the desk."""

from . import progress as deeds
from .attendance import Attendance
from .desk import Desk
from .desk import Duty
from .floor import Floor
from .record import record
from .record import settle
from .record import settle_all
from .record import settle_desk
from collective.virtualoffice.domain.errors import DeskAttended
from collective.virtualoffice.domain.errors import DeskBusy
from collective.virtualoffice.domain.errors import UnknownDesk
from collective.virtualoffice.domain.signs import QUICKEST
from dataclasses import replace


def open_desk(floor: Floor, clerk: str, duty: Duty) -> Attendance:
    """Open the clerk's desk, or change what the open one serves.

    Every office of the duty gets its waiting room here. Raises DeskBusy where
    the office of its visit is to be served no more.
    """
    for key in duty.offices:
        _light(floor, key)
    desk = floor.house.desks.get(clerk)
    if desk is not None and not floor.attendance(desk).is_open:
        remove(floor, desk)
        desk = None
    if desk is None:
        desk = Desk(floor.chance()[:12], clerk, duty, floor.now)
        floor.house.put_up(desk)
    _change(floor, desk, duty)
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
    attended.desk.signs.note(floor.now, QUICKEST)
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
        raise DeskAttended(desk.duty.label)
    if attended.held is not None:
        there = replace(floor, key=desk.office)
        seen = settle(there, attended.held.visit)
        record(there, seen.visit, deeds.take_back(seen.progress, floor.now))
    remove(floor, desk)


def remove(floor: Floor, desk: Desk) -> None:
    """Take a free desk away, and write down when its offices were served last."""
    settle_desk(floor, desk)
    closed_at = min(floor.now, floor.attendance(desk).closes_at)
    for key in desk.duty.offices:
        floor.house.room(key).note_served(closed_at)
    desk.close()
    floor.house.take_away(desk)


def _light(floor: Floor, key: str) -> None:
    """Make an office ready to be served; whom nobody served so far is told so."""
    floor.house.furnish(key)
    there = replace(floor, key=key)
    if there.deserted_since is not None:
        settle_all(there)


def _change(floor: Floor, desk: Desk, duty: Duty) -> None:
    held = floor.attendance(desk).held
    for key in set(desk.duty.offices) - set(duty.offices):
        if held is not None and desk.office == key:
            raise DeskBusy(held.id)
        floor.house.room(key).note_served(floor.now)
    desk.duty = duty
