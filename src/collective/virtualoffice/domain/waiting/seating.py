"""Who is in the room of a call, as the pages of the room tell it.

It is there for those who talk, to see whom they wait for. It decides nothing and is
never counted.
"""

from .calling import enter as enter_as_clerk
from .company import enter as enter_as_guest
from .company import guest_of
from .desk import Desk
from .floor import Floor
from .guests import GuestState
from .seats import FRESH
from .seats import of_desk
from .seats import of_visitor
from .seats import Whereabouts
from .states import State
from .visit import Snapshot
from .visit import Visit
from collective.virtualoffice.domain.errors import NotPossible
from dataclasses import dataclass
from dataclasses import field
from enum import StrEnum


class Role(StrEnum):
    """On whose side somebody is in the room."""

    CITIZEN = "citizen"
    DESK = "desk"
    GUEST = "guest"


@dataclass(frozen=True)
class Person:
    """Somebody who belongs to the call; a desk's ``name`` is its label.

    The seat of the citizen is "citizen", that of a desk or a guest is its id.
    """

    role: Role
    seat: str
    name: str = field(repr=False)
    where: Whereabouts


def note_citizen(floor: Floor, visit: Visit, here: bool) -> None:
    """In the room, or out of it. Raises NotPossible unless the visit is in a call."""
    seen = floor.see(visit)
    if here and seen.state is not State.IN_CALL:
        raise NotPossible("seat", seen.state)
    _note(seen, CITIZEN, here)


def note_guest(floor: Floor, visit: Visit, guest: str, here: bool) -> None:
    """The same of a guest. Raises UnknownGuest, and NotPossible unless let in."""
    seen, found = floor.see(visit), guest_of(visit, guest)
    if here:
        enter_as_guest(seen, found)
    _note(seen, guest, here)


def note_clerk(floor: Floor, clerk: str, id: str, here: bool) -> None:
    """The same of a clerk, who comes first. Raises NoDesk and NotPossible."""
    desk = floor.desk_of(clerk).desk
    seen = enter_as_clerk(floor, clerk, id) if here else floor.see(floor.room.visit(id))
    if here and seen.state not in WITH_ROOM:
        raise NotPossible("seat", seen.state)
    _note(seen, desk.id, here, fresh=None)


def people(floor: Floor, seen: Snapshot) -> list[Person]:
    """Everybody who belongs to the call; nobody while there is none."""
    if seen.state not in WITH_ROOM:
        return []
    knock, desk = seen.visit.knock, floor.house.desk(seen.progress.desk)
    guests = (each for each in seen.visit.guests if each.state is GuestState.ADMITTED)
    return [
        _visitor(seen, Role.CITIZEN, CITIZEN, knock.name),
        *([_clerk(seen, desk)] if desk else []),
        *(_visitor(seen, Role.GUEST, guest.id, guest.name) for guest in guests),
    ]


def _note(seen: Snapshot, seat: str, here: bool, fresh: int | None = FRESH) -> None:
    if here:
        seen.visit.signs.sit(seat, seen.now, fresh)
    else:
        seen.visit.signs.leave(seat)


def _visitor(seen: Snapshot, role: Role, seat: str, name: str) -> Person:
    return Person(role, seat, name, of_visitor(seat, seen.visit.signs, seen.now))


def _clerk(seen: Snapshot, desk: Desk) -> Person:
    where = of_desk(desk.id, seen.visit.signs, desk.signs, seen.now)
    return Person(Role.DESK, desk.id, desk.duty.label, where)


CITIZEN = Role.CITIZEN.value
WITH_ROOM = {State.CALLED, State.IN_CALL}
