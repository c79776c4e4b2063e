"""Whether an office may go."""

from .floor import read_floor
from collective.virtualoffice.domain.waiting.states import INSIDE
from datetime import datetime
from datetime import UTC
from typing import Any


def people_inside(office: Any) -> int:
    """How many people wait in the office or speak with a clerk."""
    floor = read_floor(office, datetime.now(UTC))
    return sum(seen.state in INSIDE for seen in floor.inside)
