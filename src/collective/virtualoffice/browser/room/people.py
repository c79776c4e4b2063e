"""Who belongs to a call, as the page of the room lists them."""

from .words import PREFIXES
from .words import WHEREABOUTS
from collective.virtualoffice.domain.waiting.seating import Person
from collective.virtualoffice.domain.waiting.seats import Whereabouts
from dataclasses import dataclass
from dataclasses import field
from zope.i18nmessageid import Message


STYLES = {
    Whereabouts.HERE: "badge text-bg-success",
    Whereabouts.AWAITED: "badge text-bg-light border",
    Whereabouts.GONE: "badge text-bg-light border",
}


@dataclass(frozen=True)
class PersonRow:
    """``where`` is None where nobody can know, and of who only has to look."""

    prefix: Message | str
    name: str = field(repr=False)
    where: Message | None
    style: str


def person_row(person: Person, is_own: bool, is_known: bool) -> PersonRow:
    prefix = PREFIXES["you" if is_own else person.role]
    where = WHEREABOUTS[person.where] if is_known else None
    return PersonRow(prefix, person.name, where, STYLES[person.where])
