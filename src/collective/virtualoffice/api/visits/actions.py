"""What a citizen does between the knock and the end."""

from .service import VisitService
from .shape import VisitShape
from .trouble import read_trouble
from collective.virtualoffice.api.people import read_here
from collective.virtualoffice.api.rooms import room_shape
from collective.virtualoffice.api.rooms import RoomShape
from collective.virtualoffice.domain.tokens import token_id
from collective.virtualoffice.domain.waiting import staying
from collective.virtualoffice.domain.waiting.floor import Floor
from collective.virtualoffice.domain.waiting.knock import read_phone
from collective.virtualoffice.domain.waiting.seating import note_citizen
from collective.virtualoffice.domain.waiting.states import State
from collective.virtualoffice.domain.waiting.visit import Visit
from collective.virtualoffice.usecases.looking import look
from collective.virtualoffice.usecases.rooms import citizen_room
from collective.virtualoffice.video import RoomAccess
from typing import TypedDict


class PresenceShape(TypedDict):
    """``presence_after`` is when to call again, in seconds; null: no more."""

    presence_after: int | None
    position: int | None
    state: str


def presence(service: VisitService) -> PresenceShape:
    """I am here."""
    place = look(service.office, service.now).places.get(token_id(service.token))
    seen = service.act(
        lambda floor, visit: staying.be_present(floor, visit, place), quiet=True
    )
    waits = seen.state is State.WAITING and place is not None
    return {
        "presence_after": seen.presence_after,
        "position": place + 1 if waits else None,
        "state": seen.state,
    }


def shown(service: VisitService) -> None:
    """The page has shown the call."""
    service.act(staying.note_shown)


def come_back(service: VisitService) -> VisitShape:
    """I am back."""
    service.act(staying.come_back)
    return service.visit()


def extend(service: VisitService) -> VisitShape:
    """More time to answer."""
    service.act(staying.ask_for_time)
    return service.visit()


def phone(service: VisitService) -> VisitShape:
    """Call me back under this number; an empty one: do not."""
    number = read_phone(service.data())
    service.act(lambda floor, visit: staying.ask_for_call_back(floor, visit, number))
    return service.visit()


def room(service: VisitService) -> RoomShape:
    """Answer the call; it stays unanswered while nobody could enter."""

    def deed(floor: Floor, visit: Visit) -> RoomAccess:
        return citizen_room(service.office, floor, staying.answer(floor, visit))

    return room_shape(service.act(deed))


def seat(service: VisitService) -> None:
    """I am in the room, or have left it."""
    here = read_here(service.data())
    service.act(lambda floor, visit: note_citizen(floor, visit, here), quiet=True)


def trouble(service: VisitService) -> None:
    """What keeps me from being seen and heard, or no longer does."""
    service.act(read_trouble(service.data()), quiet=True)
