"""What may be known of an office and of one's own visit."""

from . import memory
from .floor import find_visit
from .floor import read_floor
from collective.virtualoffice.domain.waiting.estimate import Wait
from collective.virtualoffice.domain.waiting.floor import Floor
from collective.virtualoffice.domain.waiting.live import joined
from collective.virtualoffice.domain.waiting.live import Live
from collective.virtualoffice.domain.waiting.live import live
from collective.virtualoffice.domain.waiting.seating import people
from collective.virtualoffice.domain.waiting.seating import Person
from collective.virtualoffice.domain.waiting.states import State
from collective.virtualoffice.domain.waiting.visit import Message
from collective.virtualoffice.domain.waiting.visit import Snapshot
from collective.virtualoffice.domain.waiting.visit import Visit
from dataclasses import dataclass
from datetime import datetime
from typing import Any


def look(office: Any, now: datetime) -> Live:
    """Door, board and places of an office, at most a second old."""
    return memory.recall(_key(office), lambda: live(read_floor(office, now)))


def remember_knock(office: Any, visit: Visit) -> None:
    """Somebody joined the queue: for that alone, nobody else is looked at again."""
    most = office.max_waiting
    memory.amend(_key(office), lambda seen: joined(seen, visit.id, most))


@dataclass(frozen=True)
class Stay:
    """A visit as its citizen sees it; ``place`` is 0 for the first in the queue.

    ``people`` belong to its call.
    """

    seen: Snapshot
    place: int | None
    wait: Wait | None
    messages: tuple[Message, ...]
    people: tuple[Person, ...]


def look_at_visit(office: Any, token: str, now: datetime) -> Stay:
    """One's own visit. Raises UnknownVisit."""
    floor = read_floor(office, now)
    return stay(office, floor, floor.see(find_visit(floor, token)))


def stay(office: Any, floor: Floor, seen: Snapshot) -> Stay:
    """What the office knows around a visit.

    What is remembered of the queue may be older than the visit's own state.
    """
    waits = seen.state is State.WAITING
    view = look(office, floor.now)
    if waits and seen.id not in view.places:
        view = live(floor)
    place = view.places.get(seen.id) if waits else None
    wait = None if place is None else view.wait(place)
    messages = floor.room.messages_for(seen.visit, seen.state)
    return Stay(seen, place, wait, tuple(messages), tuple(people(floor, seen)))


def _key(office: Any) -> str:
    return f"{'/'.join(office.getPhysicalPath())}@{id(office._p_jar.db())}"
