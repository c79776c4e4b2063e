"""A knock at the door."""

from .floor import Floor
from .knock import Knock
from .live import refusal
from .states import OVER
from .states import State
from .states import Status
from .visit import Visit
from .visit import visit_id
from collective.virtualoffice.domain.errors import DoorClosed
from collective.virtualoffice.domain.errors import Refusal
from collective.virtualoffice.domain.errors import TooManyKnocks
from collective.virtualoffice.domain.figures.journal import Fact
from collective.virtualoffice.domain.figures.journal import Kind
from dataclasses import dataclass
from dataclasses import replace
from datetime import timedelta


@dataclass(frozen=True)
class Knocked:
    """The visit of a knock; not ``created`` when the knock was repeated."""

    visit: Visit
    created: bool


def knock(
    floor: Floor,
    knock: Knock,
    key: str,
    address: str | None,
    minutes: int | None,
    waiting: int,
    by_hand: bool = False,
) -> Knocked | Refusal:
    """Make a visit, or find the one this very knock made already.

    ``key`` is the Idempotency-Key, ``address`` the fingerprint of the network
    address where it is known, ``minutes`` what the service is planned to take,
    ``waiting`` how many were seen in the queue a moment ago. ``by_hand`` somebody
    went back to the form and sent it again: what they changed meanwhile counts, and
    after a visit that is over they mean a new one.
    A refusal is answered, not raised: that somebody was refused is to be kept.
    It counts against the address too, else facts could be made without end.
    """
    id, visit = _find(floor, key, by_hand)
    if visit is not None:
        if by_hand and floor.see(visit).state is State.WAITING:
            _correct(visit, knock, minutes)
        return Knocked(visit, created=False)
    patience = address and count(floor, address)
    if patience:
        return TooManyKnocks(patience)
    status = refusal(floor, waiting)
    if status is not None:
        return _refuse(floor, knock, status)
    visit = _let_in(floor, id, knock)
    if minutes is not None:
        visit.planned_minutes = minutes
    return Knocked(visit, created=True)


def _find(floor: Floor, key: str, by_hand: bool) -> tuple[str, Visit | None]:
    """The visit of this key if it is the one that is meant, and the key's id."""
    attempt = 0
    while True:
        id = visit_id(floor.key, key, attempt)
        visit = floor.room.inside.get(id) or floor.room.past.get(id)
        if visit is None or _is_meant(floor, visit, by_hand):
            return id, visit
        attempt += 1


def _is_meant(floor: Floor, visit: Visit, by_hand: bool) -> bool:
    is_young = floor.now < visit.arrived_at + floor.rules.same_knock
    return is_young and not (by_hand and floor.see(visit).state in OVER)


def _correct(visit: Visit, knock: Knock, minutes: int | None) -> None:
    """Whoever waits says it better now; the place stays, and a number given since."""
    knock = replace(knock, phone=knock.phone or visit.phone)
    if knock != visit.knock:
        visit.knock = knock
        visit.planned_minutes = minutes


def count(floor: Floor, address: str) -> timedelta | None:
    """Note that this address does something; how long it must wait before it may."""
    rules = floor.rules
    return floor.house.knocks.take(address, floor.now, rules.knocks, rules.knock_window)


def _refuse(floor: Floor, knock: Knock, status: Status) -> DoorClosed:
    fact = Fact(Kind.REFUSED, floor.now, service=knock.service, how=status)
    floor.room.journal.note(fact)
    return DoorClosed(status)


def _let_in(floor: Floor, id: str, knock: Knock) -> Visit:
    visit = Visit(id, knock, floor.now)
    floor.room.inside[id] = visit
    fact = Fact(Kind.KNOCKED, floor.now, service=knock.service)
    floor.room.journal.note(fact)
    return visit
