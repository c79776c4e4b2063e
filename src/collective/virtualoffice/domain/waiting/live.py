"""What everybody may know of an office at one moment: door, board, places."""

from .board import Board
from .board import LISTED
from .door import Door
from .door import door_status
from .estimate import LOOKED_AT
from .estimate import Wait
from .estimate import wait_at
from .estimate import wait_per_place
from .floor import Floor
from .states import State
from .states import Status
from collections.abc import Mapping
from collective.virtualoffice.domain.figures.journal import Kind
from collective.virtualoffice.domain.hours import instant
from dataclasses import dataclass
from dataclasses import replace
from datetime import datetime
from datetime import time
from datetime import timedelta
from statistics import fmean


RECENT = (timedelta(hours=2), timedelta(days=1), timedelta(days=7))


@dataclass(frozen=True)
class Live:
    """The same for everybody; ``places`` finds the place (0 first) of a visit id."""

    door: Door
    board: Board
    places: Mapping[str, int]

    def wait(self, place: int) -> Wait | None:
        """The expected wait at a place in the queue."""
        door, per_place = self.door, self.board.wait_per_place
        return wait_at(place, per_place, door.desks_free, door.desks_open)


def live(floor: Floor) -> Live:
    """Door, board and places of an office as they stand now."""
    per_place = _per_place(floor)
    door = _door(floor, per_place)
    queue = tuple(floor.places)
    called = sorted(seen.id for seen in floor.inside if seen.state is State.CALLED)
    board = Board(door.status, queue[:LISTED], len(queue), tuple(called), per_place)
    return Live(door, board, floor.places)


def joined(seen: Live, id: str, most_waiting: int) -> Live:
    """The same with one more who just knocked, and so stands last."""
    if id in seen.places:
        return seen
    place, status = len(seen.places), seen.door.status
    if seen.door.can_knock:
        status = Status.OCCUPIED if place + 1 < most_waiting else Status.FULL
    board = replace(
        seen.board,
        door=status,
        waiting=(*seen.board.waiting, id)[:LISTED],
        total=place + 1,
    )
    wait = seen.wait(place + 1)
    door = replace(seen.door, status=status, waiting=place + 1, wait=wait)
    return Live(door, board, {**seen.places, id: place})


def refusal(floor: Floor, waiting: int) -> Status | None:
    """Why nobody may knock now; ``waiting`` were seen in the queue a moment ago.

    The queue is read again only where that many would fill the room.
    """
    if waiting >= floor.plan.most_waiting:
        waiting = len(floor.queue)
    status = _status(floor, waiting)
    return None if status in {Status.FREE, Status.OCCUPIED} else status


def is_open(floor: Floor) -> bool:
    """Whether it is opening hours and staff did not end the day."""
    return floor.plan.hours.is_open(floor.now) and not day_ended(floor)


def day_ended(floor: Floor) -> bool:
    """Whether staff ended this very day."""
    ended, zone = floor.room.day_ended_at, floor.plan.hours.zone
    if ended is None:
        return False
    return ended.astimezone(zone).date() == floor.now.astimezone(zone).date()


def opens_at(floor: Floor) -> datetime | None:
    """The next opening; after an ended day, the first of a later one."""
    hours = floor.plan.hours
    if not day_ended(floor):
        return hours.next_opening(floor.now)
    tomorrow = floor.now.astimezone(hours.zone).date() + timedelta(days=1)
    midnight = instant(tomorrow, time(0), hours.zone)
    return midnight if hours.is_open(midnight) else hours.next_opening(midnight)


def _status(floor: Floor, waiting: int) -> Status:
    return door_status(
        is_open=is_open(floor),
        suspended=floor.room.suspended,
        desks=len(floor.serving),
        free_desks=sum(each.is_free for each in floor.serving),
        waiting=waiting,
        most_waiting=floor.plan.most_waiting,
    )


def _door(floor: Floor, per_place: Wait | None) -> Door:
    waiting, desks = len(floor.queue), len(floor.serving)
    status = _status(floor, waiting)
    free = sum(each.is_free for each in floor.serving)
    closed = status is Status.CLOSED
    hours = floor.plan.hours
    return Door(
        status=status,
        waiting=waiting,
        desks_open=desks,
        desks_free=free,
        wait=wait_at(waiting, per_place, free, desks),
        opens_at=opens_at(floor) if closed else None,
        closes_at=None if closed else hours.closes_at(floor.now),
        notice=_notice(floor, status),
    )


def _notice(floor: Floor, status: Status) -> str | None:
    if status is Status.SUSPENDED:
        return floor.room.notice or None
    if status is Status.CLOSED:
        today = floor.now.astimezone(floor.plan.hours.zone).date()
        return floor.plan.hours.reason(today)
    return None


def _per_place(floor: Floor) -> Wait | None:
    journal, now = floor.room.journal, floor.now
    finished = journal.latest(Kind.FINISHED, now, LOOKED_AT, RECENT)
    durations = [fact.lasted for fact in finished if fact.lasted is not None]
    return wait_per_place(durations, _planned(floor), len(floor.serving))


def _planned(floor: Floor) -> float:
    """What the visits that wait are planned to take, in the mean."""
    usual = floor.plan.planned_minutes
    planned = [seen.visit.planned_minutes or usual for seen in floor.queue]
    return fmean(planned) if planned else usual
