"""The door as JSON."""

from collective.virtualoffice.api.times import written
from collective.virtualoffice.domain.waiting.door import Door
from collective.virtualoffice.domain.waiting.estimate import Wait
from typing import TypedDict


class WaitShape(TypedDict):
    """A range in minutes."""

    low: float
    high: float
    rough: bool


class DesksShape(TypedDict):
    open: int
    free: int


DoorShape = TypedDict(
    "DoorShape",
    {
        "@id": str,
        "status": str,
        "can_knock": bool,
        "waiting": int,
        "desks": DesksShape,
        "wait": WaitShape | None,
        "opens_at": str | None,
        "closes_at": str | None,
        "can_book": bool,
        "next_slot": str | None,
        "notice": str | None,
    },
)


def wait_shape(wait: Wait | None) -> WaitShape | None:
    return wait and {"low": wait.low, "high": wait.high, "rough": wait.rough}


def door_shape(door: Door, url: str) -> DoorShape:
    """The door of the office at this address."""
    return {
        "@id": f"{url}/@door",
        "status": door.status,
        "can_knock": door.can_knock,
        "waiting": door.waiting,
        "desks": {"open": door.desks_open, "free": door.desks_free},
        "wait": wait_shape(door.wait),
        "opens_at": written(door.opens_at),
        "closes_at": written(door.closes_at),
        "can_book": False,
        "next_slot": None,
        "notice": door.notice,
    }
