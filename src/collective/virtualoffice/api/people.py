"""Who belongs to a call as JSON, and where they are."""

from collections.abc import Iterable
from collections.abc import Mapping
from collective.virtualoffice.domain.errors import Invalid
from collective.virtualoffice.domain.waiting.seating import Person
from typing import Any
from typing import TypedDict


class PersonShape(TypedDict):
    """``role`` is citizen, desk or guest; ``where`` awaited, here or gone."""

    seat: str
    role: str
    name: str
    where: str


def people_shape(people: Iterable[Person]) -> list[PersonShape]:
    return [
        {"seat": each.seat, "role": each.role, "name": each.name, "where": each.where}
        for each in people
    ]


def read_here(data: Mapping[str, Any]) -> bool:
    """Whether the sender says to be in the room, in untrusted data. Raises Invalid."""
    here = data.get("here")
    if not isinstance(here, bool):
        raise Invalid({"here": "required" if here is None else "not_a_boolean"})
    return here
