"""Who may come along: inviting third persons, and letting them in.

Each deed writes the visit, so that two of them, or one and the end of the visit,
conflict. All raise NotPossible unless the visit is inside.
"""

from .calling import serve
from .floor import Floor
from .guests import change
from .guests import find
from .guests import Guest
from .guests import guest_id
from .guests import GuestState
from .guests import Inviter
from .guests import MOST_GUESTS
from .guests import without
from .record import settle
from .states import INSIDE
from .states import State
from .visit import Snapshot
from .visit import Visit
from collective.virtualoffice.domain.errors import NotPossible
from collective.virtualoffice.domain.errors import TooManyGuests
from collective.virtualoffice.domain.errors import UnknownGuest
from collective.virtualoffice.domain.signs import rhythm
from enum import StrEnum


def invite(floor: Floor, visit: Visit, number: int | None = None) -> Guest:
    """The citizen makes a link; ``number`` as in `invite_as_clerk`."""
    _require_inside("invite", settle(floor, visit))
    visit.signs.note(floor.now, rhythm(None))
    return _invite(visit, Inviter.CITIZEN, number)


def invite_as_clerk(
    floor: Floor, clerk: str, id: str, number: int | None = None
) -> Guest:
    """The desk makes a link.

    ``number`` is the one the guest shall have: so a form that is sent twice makes one
    guest. Without it every time is a new one. Raises TooManyGuests, and UnknownGuest
    for a number whose guest is gone.
    """
    seen = serve(floor, clerk, id)
    _require_inside("invite", seen)
    return _invite(seen.visit, Inviter.DESK, number)


def withdraw(floor: Floor, visit: Visit, guest: str) -> None:
    """The citizen's page takes back a link it made. Raises UnknownGuest."""
    _require_inside("withdraw", settle(floor, visit))
    if guest_of(visit, guest).invited_by is not Inviter.CITIZEN:
        raise UnknownGuest
    visit.guests = without(visit.guests, guest)


def withdraw_as_clerk(floor: Floor, clerk: str, id: str, guest: str) -> Snapshot:
    """The desk takes a link back, whoever made it. Raises UnknownGuest."""
    seen = serve(floor, clerk, id)
    _require_inside("withdraw", seen)
    guest_of(seen.visit, guest)
    seen.visit.guests = without(seen.visit.guests, guest)
    return floor.see(seen.visit)


def ask(floor: Floor, visit: Visit, guest: str, name: str) -> None:
    """The guest says a name and asks to be let in; a repeated wish changes nothing."""
    _require_inside("ask", settle(floor, visit))
    if guest_of(visit, guest).state is GuestState.INVITED:
        visit.guests = change(visit.guests, guest, name=name, state=GuestState.ASKING)


def go(floor: Floor, visit: Visit, guest: str) -> None:
    """The guest does not come, or leaves: nothing is kept, and the link is dead."""
    guest_of(visit, guest)
    visit.guests = without(visit.guests, guest)


def admit(floor: Floor, clerk: str, id: str, guest: str) -> Snapshot:
    """The desk lets in who asked, or was refused by mistake. Raises UnknownGuest."""
    seen = serve(floor, clerk, id)
    asked = (GuestState.ASKING, GuestState.REFUSED, GuestState.ADMITTED)
    return _decide(floor, seen, guest, "admit", GuestState.ADMITTED, asked)


def refuse(floor: Floor, clerk: str, id: str, guest: str) -> Snapshot:
    """The desk does not let in who asks. Raises UnknownGuest."""
    seen = serve(floor, clerk, id)
    asked = (GuestState.ASKING, GuestState.REFUSED)
    return _decide(floor, seen, guest, "refuse", GuestState.REFUSED, asked)


def enter(seen: Snapshot, guest: Guest) -> None:
    """Whether the guest may be in the room now. Raises NotPossible."""
    if seen.state is not State.IN_CALL or guest.state is not GuestState.ADMITTED:
        raise NotPossible("enter", seen.state)


class Stage(StrEnum):
    """How far the visit is, as its guests are told: nothing of calls and misses."""

    WAITING = "waiting"
    IN_CALL = "in_call"
    ON_HOLD = "on_hold"
    OVER = "over"


def stage(seen: Snapshot) -> Stage:
    """Waiting is, too, who was missed and may come back."""
    if seen.state in {State.IN_CALL, State.ON_HOLD}:
        return Stage(seen.state)
    comes = seen.state in INSIDE or seen.may_come_back
    return Stage.WAITING if comes else Stage.OVER


def guest_of(visit: Visit, guest: str) -> Guest:
    """Raises UnknownGuest."""
    found = find(visit.guests, guest)
    if found is None:
        raise UnknownGuest
    return found


def _invite(visit: Visit, inviter: Inviter, number: int | None) -> Guest:
    if number is not None and number <= visit.guests_made:
        return guest_of(visit, guest_id(visit.id, number))
    if len(visit.guests) >= MOST_GUESTS:
        raise TooManyGuests
    visit.guests_made += 1
    guest = Guest(guest_id(visit.id, visit.guests_made), inviter)
    visit.guests = (*visit.guests, guest)
    return guest


def _decide(
    floor: Floor,
    seen: Snapshot,
    guest: str,
    deed: str,
    state: GuestState,
    possible: tuple[GuestState, ...],
) -> Snapshot:
    _require_inside(deed, seen)
    before = guest_of(seen.visit, guest).state
    if before not in possible:
        raise NotPossible(deed, before)
    seen.visit.guests = change(seen.visit.guests, guest, state=state)
    return floor.see(seen.visit)


def _require_inside(deed: str, seen: Snapshot) -> None:
    if seen.state not in INSIDE:
        raise NotPossible(deed, seen.state)
