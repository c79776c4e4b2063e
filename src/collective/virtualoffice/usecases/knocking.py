"""Knocking at the door of an office."""

from .floor import act
from .looking import look
from .looking import remember_knock
from collective.virtualoffice.catalogue.services import planned_minutes
from collective.virtualoffice.domain.errors import Refusal
from collective.virtualoffice.domain.tokens import address_fingerprint
from collective.virtualoffice.domain.waiting import knocking
from collective.virtualoffice.domain.waiting.floor import Floor
from collective.virtualoffice.domain.waiting.knock import Knock
from collective.virtualoffice.domain.waiting.knocking import Knocked
from collective.virtualoffice.domain.waiting.visit import Visit
from collective.virtualoffice.keys import token_key
from dataclasses import dataclass
from datetime import datetime
from secrets import token_urlsafe
from typing import Any


@dataclass(frozen=True)
class Arrival:
    """A visit, whether it was ``created`` by this very knock, and the office then."""

    visit: Visit
    created: bool
    floor: Floor


def knock(
    office: Any,
    said: Knock,
    key: str | None,
    address: str | None,
    now: datetime,
    by_hand: bool = False,
) -> Arrival:
    """Make a visit; the same ``key`` again finds it for ten minutes.

    ``address`` is the citizen's network address where it is known; a form is sent
    ``by_hand``, as in the domain. Raises DoorClosed, TooManyKnocks, Busy.
    """
    key = key or token_urlsafe()
    origin = address and address_fingerprint(token_key(), address, now.date())
    minutes = said.service and planned_minutes(said.service)
    waiting = look(office, now).door.waiting

    def deed(floor: Floor) -> tuple[Knocked | Refusal, Floor]:
        answer = knocking.knock(floor, said, key, origin, minutes, waiting, by_hand)
        return answer, floor

    answer, floor = act(office, now, deed, quiet=True)
    if isinstance(answer, Refusal):
        raise answer
    if answer.created:
        remember_knock(office, answer.visit)
    return Arrival(answer.visit, answer.created, floor)
