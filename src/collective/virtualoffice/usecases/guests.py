"""The links of third persons, and what their holders do."""

from .floor import act
from .floor import read_floor
from collections.abc import Callable
from collective.virtualoffice.domain.errors import UnknownGuest
from collective.virtualoffice.domain.errors import UnknownVisit
from collective.virtualoffice.domain.tokens import is_valid
from collective.virtualoffice.domain.tokens import make_token
from collective.virtualoffice.domain.tokens import token_id
from collective.virtualoffice.domain.waiting.company import guest_of
from collective.virtualoffice.domain.waiting.floor import Floor
from collective.virtualoffice.domain.waiting.guests import Guest
from collective.virtualoffice.domain.waiting.guests import visit_of
from collective.virtualoffice.domain.waiting.seating import people
from collective.virtualoffice.domain.waiting.seating import Person
from collective.virtualoffice.domain.waiting.visit import Snapshot
from collective.virtualoffice.domain.waiting.visit import Visit
from collective.virtualoffice.keys import token_key
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from typing import TypeVar


T = TypeVar("T")
GUEST = "guest"
ISSUE = 1


@dataclass(frozen=True)
class Presented:
    """A guest who shows a link, and the visit it is for."""

    floor: Floor
    seen: Snapshot
    guest: Guest

    @property
    def people(self) -> list[Person]:
        """Who belongs to the call that is on."""
        return people(self.floor, self.seen)


def guest_token(guest: Guest) -> str:
    """The key in the guest's link; there is one only, since no id is given twice."""
    return make_token(token_key(), GUEST, guest.id, ISSUE)


def guest_page(office: Any, guest: Guest) -> str:
    """The guest's link."""
    return f"{office.absolute_url()}/@@guest/{guest_token(guest)}"


def look_at_guest(office: Any, token: str, now: datetime) -> Presented:
    """Whose link it is. Raises UnknownGuest, always alike."""
    floor = read_floor(office, now)
    visit, id = _find(floor, token)
    return Presented(floor, floor.see(visit), guest_of(visit, id))


def act_as_guest(
    office: Any, token: str, now: datetime, deed: Callable[[Floor, Visit, str], T]
) -> T:
    """What the holder of a guest's link does. Raises UnknownGuest."""
    return act(office, now, lambda floor: deed(floor, *_find(floor, token)), quiet=True)


def _find(floor: Floor, token: str) -> tuple[Visit, str]:
    """The visit and the guest's id. Raises UnknownGuest."""
    id = token_id(token)
    if id is None or not is_valid(token_key(), GUEST, id, ISSUE, token):
        raise UnknownGuest
    try:
        visit = floor.room.visit(visit_of(id))
    except UnknownVisit:
        raise UnknownGuest from None
    guest_of(visit, id)
    return visit, id
