"""Visits and desks as staff see them, as JSON."""

from collective.virtualoffice.api.guests.shape import companion_shape
from collective.virtualoffice.api.guests.shape import CompanionShape
from collective.virtualoffice.api.people import people_shape
from collective.virtualoffice.api.people import PersonShape
from collective.virtualoffice.api.times import written
from collective.virtualoffice.api.visits.shape import message_shape
from collective.virtualoffice.api.visits.shape import MessageShape
from collective.virtualoffice.api.visits.shape import service_shape
from collective.virtualoffice.api.visits.shape import ServiceShape
from collective.virtualoffice.domain.waiting.attendance import Attendance
from collective.virtualoffice.domain.waiting.floor import Floor
from collective.virtualoffice.domain.waiting.seating import people
from collective.virtualoffice.domain.waiting.states import State
from collective.virtualoffice.domain.waiting.visit import Message
from collective.virtualoffice.domain.waiting.visit import Snapshot
from typing import TypedDict


class StaffVisitShape(TypedDict):
    """``waited`` is minutes; ``position`` is 1 for who is next.

    ``troubles`` keep the citizen from the conversation that is on; ``people`` belong
    to it.
    """

    id: str
    name: str
    service: ServiceShape | None
    note: str
    phone: str
    spoken_languages: list[str]
    page_language: str
    state: str
    since: str
    arrived_at: str
    due_at: str | None
    waited: int
    respond_by: str | None
    absent: bool
    passed_over: bool
    attempts: int
    desk: str | None
    position: int | None
    served: bool
    outcome: str | None
    troubles: list[str]
    guests: list[CompanionShape]
    people: list[PersonShape]


class StaffMessageShape(MessageShape):
    """What was said to all, with the id by which it is withdrawn."""

    id: str


class StaffDeskShape(TypedDict):
    """``mine`` is the reader's own; ``visit`` the id of the visit it holds."""

    id: str
    label: str
    mine: bool
    paused: bool
    left_alone: bool
    visit: str | None


def staff_visit_shape(floor: Floor, seen: Snapshot) -> StaffVisitShape:
    knock, progress = seen.visit.knock, seen.progress
    waited = seen.now - seen.visit.arrived_at
    return {
        "id": seen.id,
        "name": knock.name,
        "service": service_shape(knock.service),
        "note": knock.note,
        "phone": knock.phone,
        "spoken_languages": list(knock.spoken_languages),
        "page_language": knock.page_language,
        "state": seen.state,
        "since": written(progress.since),
        "arrived_at": written(seen.visit.arrived_at),
        "due_at": written(seen.visit.due_at),
        "waited": max(0, int(waited.total_seconds() // 60)),
        "respond_by": written(progress.respond_by),
        "absent": seen.absent,
        "passed_over": seen.passed_over,
        "attempts": progress.attempts,
        "desk": progress.desk,
        "position": _position(floor, seen),
        "served": floor.is_served(seen),
        "outcome": progress.outcome,
        "troubles": list(seen.troubles),
        "guests": [companion_shape(guest) for guest in seen.visit.guests],
        "people": people_shape(people(floor, seen)),
    }


def staff_desk_shape(floor: Floor, attended: Attendance, clerk: str) -> StaffDeskShape:
    desk = attended.desk
    return {
        "id": desk.id,
        "label": desk.duty.label,
        "mine": desk.clerk == clerk,
        "paused": floor.is_paused(attended),
        "left_alone": attended.left_alone,
        "visit": attended.held.id if attended.held else None,
    }


def staff_message_shape(message: Message) -> StaffMessageShape:
    return {"id": message.id, **message_shape(message)}


def _position(floor: Floor, seen: Snapshot) -> int | None:
    if seen.state is not State.WAITING:
        return None
    place = floor.places.get(seen.id)
    return None if place is None else place + 1
