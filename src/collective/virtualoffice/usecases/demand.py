"""Counting who chose another way in."""

from .floor import act
from collective.virtualoffice.domain.figures.demand import Way
from collective.virtualoffice.domain.figures.journal import Fact
from collective.virtualoffice.domain.figures.journal import Kind
from collective.virtualoffice.domain.waiting.floor import Floor
from datetime import datetime
from typing import Any


def note_demand(office: Any, way: Way, now: datetime) -> None:
    """Somebody phones, comes in person or takes another way. Raises Busy."""

    def deed(floor: Floor) -> None:
        fact = Fact(Kind.DEMAND, now, how=way)
        floor.room.journal.note(fact, floor.chance()[:12])

    act(office, now, deed)
