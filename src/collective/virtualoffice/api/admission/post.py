"""Suspend admission or take it up, end the day, release a desk."""

from .wish import read_wish
from collections.abc import Callable
from collective.virtualoffice.api.errors import Forbidden
from collective.virtualoffice.api.service import Service
from collective.virtualoffice.browser.staff.offices import MANAGE
from collective.virtualoffice.browser.staff.offices import may
from collective.virtualoffice.domain.waiting import admission
from collective.virtualoffice.domain.waiting import duty
from collective.virtualoffice.domain.waiting.floor import Floor
from collective.virtualoffice.usecases.floor import act
from collective.virtualoffice.usecases.looking import look
from typing import Any
from typing import TypedDict


class AdmissionAnswer(TypedDict):
    """The status of the door, and how many were sent away."""

    door: str
    dismissed: int


class Post(Service):
    def reply(self) -> AdmissionAnswer:
        wish = read_wish(self.data())
        if wish.needs_head and not may(MANAGE, self.office):
            raise Forbidden
        dismissed = act(self.office, self.now, DEEDS[wish.deed](wish.value))
        door = look(self.office, self.now).door
        return {"door": door.status, "dismissed": dismissed or 0}


DEEDS: dict[str, Callable[[Any], Callable[[Floor], int | None]]] = {
    "suspend": lambda notice: lambda floor: admission.suspend(floor, notice),
    "admit": lambda nothing: admission.admit,
    "end_day": lambda nothing: admission.end_day,
    "release": lambda desk: lambda floor: duty.release(floor, desk),
}
