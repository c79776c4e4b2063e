"""The door as citizens see it, for staff."""

from .words import DOOR_COLOURS
from collective.virtualoffice import _
from collective.virtualoffice.browser.citizen.doorwords import headline
from collective.virtualoffice.browser.wording import at_time
from collective.virtualoffice.browser.wording import wait_in_words
from collective.virtualoffice.content.office import IVirtualOffice
from collective.virtualoffice.domain.waiting.door import Door
from collective.virtualoffice.usecases.looking import look
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zope.i18n import translate
from zope.i18nmessageid import Message


@dataclass(frozen=True)
class DoorSign:
    """A door in words."""

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
    def wait(self) -> Message | None:
        """What somebody who knocks now has to expect."""
        return wait_in_words(self.door.wait) if self.door.can_knock else None

    @property
    def next_change(self) -> Message | None:
        """When it closes or opens by its hours."""
        if self.door.closes_at is not None:
            return _(
                "staff_door_closes",
                default="Closes ${when}",
                mapping={"when": self._when(self.door.closes_at)},
            )
        if self.door.opens_at is not None:
            return _(
                "staff_door_opens",
                default="Opens ${when}",
                mapping={"when": self._when(self.door.opens_at)},
            )
        return None

    def _when(self, moment: datetime) -> str:
        words = at_time(self.request, moment, self.now)
        return translate(words, context=self.request)


def door_sign(office: IVirtualOffice, now: datetime, request: Any) -> DoorSign:
    """The door of an office, at most a second old."""
    return DoorSign(look(office, now).door, now, request)
