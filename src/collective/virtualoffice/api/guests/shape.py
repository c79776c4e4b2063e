"""Guests as JSON: for themselves, for the citizen, for staff."""

from collective.virtualoffice.api.people import people_shape
from collective.virtualoffice.api.people import PersonShape
from collective.virtualoffice.domain.waiting.company import Stage
from collective.virtualoffice.domain.waiting.company import stage
from collective.virtualoffice.domain.waiting.guests import Guest
from collective.virtualoffice.domain.waiting.guests import GuestState
from collective.virtualoffice.usecases.guests import guest_page
from collective.virtualoffice.usecases.guests import Presented
from typing import Any
from typing import NotRequired
from typing import TypedDict


class CompanionShape(TypedDict):
    """A guest of a visit, as its citizen and the staff see it."""

    id: str
    name: str
    state: str
    invited_by: str


class InvitationShape(CompanionShape):
    """A guest for whoever may hand the link over; null for others."""

    link: str | None


class LinksShape(TypedDict):
    page: str
    room: NotRequired[str]


class GuestShape(TypedDict):
    """``visit`` is how far it is; ``people`` belong to its call: once let in."""

    name: str
    state: str
    visit: str
    people: list[PersonShape]
    links: LinksShape


def companion_shape(guest: Guest) -> CompanionShape:
    return {
        "id": guest.id,
        "name": guest.name,
        "state": guest.state,
        "invited_by": guest.invited_by,
    }


def invitation_shape(guest: Guest, link: str | None) -> InvitationShape:
    return {**companion_shape(guest), "link": link}


def guest_shape(office: Any, presented: Presented) -> GuestShape:
    """Of citizen and visit only what a guest has to know."""
    stands, page = stage(presented.seen), guest_page(office, presented.guest)
    is_admitted = presented.guest.state is GuestState.ADMITTED
    is_in = is_admitted and stands is Stage.IN_CALL
    return {
        "name": presented.guest.name,
        "state": presented.guest.state,
        "visit": stands,
        "people": people_shape(presented.people) if is_in else [],
        "links": {"page": page, "room": f"{page}/room"} if is_in else {"page": page},
    }
