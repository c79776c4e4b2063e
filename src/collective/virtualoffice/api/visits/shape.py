"""A visit as its citizen sees it, as JSON."""

from .ways import next_ways
from .ways import WayShape
from collective.virtualoffice.api.door.shape import wait_shape
from collective.virtualoffice.api.door.shape import WaitShape
from collective.virtualoffice.api.guests.shape import invitation_shape
from collective.virtualoffice.api.guests.shape import InvitationShape
from collective.virtualoffice.api.people import people_shape
from collective.virtualoffice.api.people import PersonShape
from collective.virtualoffice.api.times import written
from collective.virtualoffice.catalogue.services import service_title
from collective.virtualoffice.domain.waiting.guests import Guest
from collective.virtualoffice.domain.waiting.guests import Inviter
from collective.virtualoffice.domain.waiting.states import State
from collective.virtualoffice.domain.waiting.visit import Message
from collective.virtualoffice.usecases.floor import visit_token
from collective.virtualoffice.usecases.guests import guest_page
from collective.virtualoffice.usecases.looking import Stay
from typing import Any
from typing import NotRequired
from typing import TypedDict


class MessageShape(TypedDict):
    at: str
    text: str


class ServiceShape(TypedDict):
    uid: str
    title: str


class LinksShape(TypedDict):
    page: str
    room: NotRequired[str]


class VisitShape(TypedDict):
    """``position`` is 1 for who is next, ``ahead`` how many are before.

    ``presence_after`` is null for a visit that is over. ``people`` belong to its call.
    """

    id: str
    state: str
    position: int | None
    ahead: int | None
    wait: WaitShape | None
    absent: bool
    respond_by: str | None
    extensions_left: int
    messages: list[MessageShape]
    service: ServiceShape | None
    phone: str
    guests: list[InvitationShape]
    people: list[PersonShape]
    arrived_at: str
    presence_after: int | None
    outcome: str | None
    reason: str | None
    next: list[WayShape]
    links: LinksShape


def visit_shape(office: Any, stay: Stay) -> VisitShape:
    seen, progress = stay.seen, stay.seen.progress
    page = f"{office.absolute_url()}/@@visit/{visit_token(seen.visit)}"
    return {
        "id": seen.id,
        "state": seen.state,
        "position": None if stay.place is None else stay.place + 1,
        "ahead": stay.place,
        "wait": wait_shape(stay.wait),
        "absent": seen.absent,
        "respond_by": written(progress.respond_by),
        "extensions_left": seen.rules.extensions - progress.extensions,
        "messages": [message_shape(message) for message in stay.messages],
        "service": service_shape(seen.visit.knock.service),
        "phone": seen.visit.phone,
        "guests": [_guest(office, guest) for guest in seen.visit.guests],
        "people": people_shape(stay.people),
        "arrived_at": written(seen.visit.arrived_at),
        "presence_after": seen.presence_after,
        "outcome": progress.outcome,
        "reason": progress.reason,
        "next": next_ways(office, seen, page),
        "links": _links(seen.state, page),
    }


def _guest(office: Any, guest: Guest) -> InvitationShape:
    """The link only of who was invited with the private link of the visit."""
    own = guest.invited_by is Inviter.CITIZEN
    return invitation_shape(guest, guest_page(office, guest) if own else None)


def message_shape(message: Message) -> MessageShape:
    return {"at": written(message.at), "text": message.text}


def service_shape(uid: str | None) -> ServiceShape | None:
    """None too when the service is gone."""
    title = uid and service_title(uid)
    return {"uid": uid, "title": title} if title else None


def _links(state: State, page: str) -> LinksShape:
    if state in {State.CALLED, State.IN_CALL}:
        return {"page": page, "room": f"{page}/room"}
    return {"page": page}
