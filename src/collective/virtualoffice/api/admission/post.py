"""Suspend admission or take it up, end the day, release a desk."""

from .wish import read_wish
from collective.virtualoffice.api.errors import Forbidden
from collective.virtualoffice.api.service import Service
from collective.virtualoffice.domain.waiting import admission
from collective.virtualoffice.domain.waiting import duty
from collective.virtualoffice.domain.waiting.floor import Floor
from collective.virtualoffice.usecases.floor import act
from collective.virtualoffice.usecases.looking import look
from collective.virtualoffice.usecases.serving import MANAGE
from collective.virtualoffice.usecases.serving import may
from functools import partial
from typing import TypedDict


class AdmissionAnswer(TypedDict):
    """The status of the door, and how many were sent away."""

    door: str
    dismissed: int


class Post(Service):
    def reply(self) -> AdmissionAnswer:
        wish = read_wish(self.data())
        leads = may(MANAGE, self.office)
        if wish.needs_head and not leads:
            raise Forbidden
        deed = partial(DEEDS[wish.deed], wish.value, leads)
        dismissed = act(self.office, self.now, deed)
        door = look(self.office, self.now).door
        return {"door": door.status, "dismissed": dismissed or 0}


def _suspend(notice: str, leads: bool, floor: Floor) -> None:
    admission.suspend(floor, notice)


def _admit(nothing: str, leads: bool, floor: Floor) -> None:
    """Only who ends a day takes it up again."""
    admission.admit(floor, reopen=leads)


def _end_day(nothing: str, leads: bool, floor: Floor) -> int:
    return admission.end_day(floor)


def _release(desk: str, leads: bool, floor: Floor) -> None:
    duty.release(floor, desk)


DEEDS = {
    "suspend": _suspend,
    "admit": _admit,
    "end_day": _end_day,
    "release": _release,
}
