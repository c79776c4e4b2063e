"""Counting who chose another way in."""

from .floor import act
from collective.virtualoffice.domain.figures.demand import Way
from collective.virtualoffice.domain.figures.journal import Fact
from collective.virtualoffice.domain.figures.journal import Kind
from collective.virtualoffice.domain.tokens import address_fingerprint
from collective.virtualoffice.domain.waiting import knocking
from collective.virtualoffice.domain.waiting.floor import Floor
from collective.virtualoffice.keys import token_key
from datetime import datetime
from typing import Any


def note_demand(office: Any, way: Way, address: str | None, now: datetime) -> None:
    """Somebody phones, comes in person or takes another way. Raises Busy.

    One ``address`` is counted as often as it may knock, and no more.
    """
    origin = address and _fingerprint(address, now)

    def deed(floor: Floor) -> None:
        if origin and knocking.count(floor, origin):
            return
        floor.room.journal.note(Fact(Kind.DEMAND, now, how=way))

    act(office, now, deed, quiet=True)


def _fingerprint(address: str, now: datetime) -> str:
    """Apart from the address's knocks: who phones may knock none the less."""
    return address_fingerprint(token_key(), f"demand {address}", now.date())
