"""The door as citizens see it, for staff."""

from .words import DOOR_COLOURS
from collective.virtualoffice.browser.citizen.doorwords import details
from collective.virtualoffice.browser.citizen.doorwords import headline
from collective.virtualoffice.content.office import IVirtualOffice
from collective.virtualoffice.domain.waiting.door import Door
from collective.virtualoffice.usecases.looking import look
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zope.i18nmessageid import Message


@dataclass(frozen=True)
class DoorSign:
    """A door in the words that citizens read."""

    door: Door
    now: datetime
    request: Any

    @property
    def colour(self) -> str:
        return DOOR_COLOURS.get(self.door.status, "secondary")

    @property
    def text(self) -> Message:
        return headline(self.door)

    @property
    def details(self) -> list[Message]:
        return details(self.request, self.door, self.now)


def door_sign(office: IVirtualOffice, now: datetime, request: Any) -> DoorSign:
    """The door of an office, at most a second old."""
    return DoorSign(look(office, now).door, now, request)
