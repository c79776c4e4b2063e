"""Who belongs to a call, as the page of the room lists them."""

from .words import PREFIXES
from .words import WHEREABOUTS
from collective.virtualoffice.domain.waiting.seating import Person
from collective.virtualoffice.domain.waiting.seats import Whereabouts
from dataclasses import dataclass
from zope.i18nmessageid import Message


STYLES = {
    Whereabouts.HERE: "badge text-bg-success",
    Whereabouts.AWAITED: "badge text-bg-light border",
    Whereabouts.GONE: "badge text-bg-light border",
}


@dataclass(frozen=True)
class PersonRow:
    """``where`` is None of oneself, and where nobody can know."""

    prefix: Message | str
    name: str
    where: Message | None
    style: str


def person_row(person: Person, own_seat: str, is_known: bool) -> PersonRow:
    """``is_known``: whether the pages of this room tell who is in it."""
    is_own = person.seat == own_seat
    prefix = PREFIXES["you" if is_own else person.role]
    where = WHEREABOUTS[person.where] if is_known and not is_own else None
    return PersonRow(prefix, person.name, where, STYLES[person.where])
