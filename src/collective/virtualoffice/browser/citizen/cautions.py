"""What to tell somebody before the knock counts."""

from collective.virtualoffice import _
from collective.virtualoffice.domain.waiting.floor import Floor
from collective.virtualoffice.domain.waiting.knock import Knock
from collective.virtualoffice.domain.waiting.live import Live
from collective.virtualoffice.wording import clock
from datetime import datetime
from datetime import timedelta
from typing import Any
from zope.i18nmessageid import Message


def cautions(request: Any, floor: Floor, view: Live, said: Knock) -> dict[str, Message]:
    """By name: the office may close first, or nobody takes such a visit."""
    found: dict[str, Message] = {}
    late = _closes_first(floor, view)
    if late:
        found["late"] = _(
            "knock_late",
            default="So many people are waiting that it may not be your turn before "
            "the office closes at ${time}.",
            mapping={"time": clock(request, late)},
        )
    if floor.desks and not _is_served(floor, said):
        found["unserved"] = _(
            "knock_unserved",
            default="At the moment nobody here serves this request in this language. "
            "You may have to wait long, until somebody does.",
        )
    return found


def _closes_first(floor: Floor, view: Live) -> datetime | None:
    """When the office closes, if the expected wait may pass that time."""
    door = view.door
    if door.wait is None or door.closes_at is None:
        return None
    turn = floor.now + timedelta(minutes=door.wait.high)
    return door.closes_at if turn > door.closes_at else None


def _is_served(floor: Floor, said: Knock) -> bool:
    return any(attended.desk.duty.serves(said) for attended in floor.desks)
