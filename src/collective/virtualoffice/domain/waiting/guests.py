"""Third persons at a visit: an interpreter, a relative."""

from collections.abc import Mapping
from collective.virtualoffice.domain.errors import Invalid
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from enum import StrEnum
from typing import Any
import re


MOST_GUESTS = 3
DIGITS = re.compile(r"[0-9]{1,5}")


class GuestState(StrEnum):
    """Where a guest stands."""

    INVITED = "invited"
    ASKING = "asking"
    ADMITTED = "admitted"
    REFUSED = "refused"


class Inviter(StrEnum):
    """Who made a guest's link."""

    CITIZEN = "citizen"
    DESK = "desk"


@dataclass(frozen=True)
class Guest:
    """Somebody who may be let into one visit; without a ``name`` until they ask.

    ``id`` is that of the visit and a number that is given only once.
    """

    id: str
    invited_by: Inviter
    state: GuestState = GuestState.INVITED
    name: str = field(default="", repr=False)


Guests = tuple[Guest, ...]


def guest_id(visit: str, number: int) -> str:
    return f"{visit}-{number}"


def visit_of(id: str) -> str:
    """The visit that a guest's id names."""
    return id.rpartition("-")[0]


def find(guests: Guests, id: str) -> Guest | None:
    return next((guest for guest in guests if guest.id == id), None)


def without(guests: Guests, id: str) -> Guests:
    return tuple(guest for guest in guests if guest.id != id)


def invited_by_desk(guests: Guests) -> Guests:
    """Those whom nobody could invite who held the private link of the visit."""
    return tuple(guest for guest in guests if guest.invited_by is Inviter.DESK)


def change(guests: Guests, id: str, **how: object) -> Guests:
    """All of them, one of them changed."""
    return tuple(replace(each, **how) if each.id == id else each for each in guests)


def read_number(data: Mapping[str, Any]) -> int | None:
    """Which guest of a visit is to be made, in untrusted ``data``. Raises Invalid."""
    number = data.get("number")
    if number is None:
        return None
    if isinstance(number, str) and DIGITS.fullmatch(number):
        number = int(number)
    if not isinstance(number, int) or isinstance(number, bool):
        raise Invalid({"number": "malformed"})
    return number
