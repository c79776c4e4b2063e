"""The form with which a desk is opened or changed."""

from .room import Room
from collections.abc import Iterable
from collective.virtualoffice.catalogue.services import services_of
from collective.virtualoffice.content.office import IVirtualOffice
from collective.virtualoffice.domain.waiting.desk import Duty
from collective.virtualoffice.storage import office_key
from collective.virtualoffice.usecases.desks import usual_label
from collective.virtualoffice.usecases.serving import served_offices
from dataclasses import dataclass
from functools import cached_property
from plone.uuid.interfaces import IUUID
from typing import NamedTuple
from zope.i18nmessageid import Message


class Choice(NamedTuple):
    """Something to tick."""

    value: str
    title: str | Message
    ticked: bool


@dataclass(frozen=True)
class DeskForm:
    """What the clerk's desk serves now, else a proposal."""

    office: IVirtualOffice
    room: Room

    @cached_property
    def duty(self) -> Duty | None:
        """What the clerk's desk is open for, be it for this office or not."""
        floor = self.room.floor
        desk = floor.house.desks.get(self.room.clerk)
        is_open = desk is not None and floor.attendance(desk).is_open
        return desk.duty if is_open else None

    @property
    def is_open_here(self) -> bool:
        return self.room.desk is not None

    @property
    def label(self) -> str:
        """The label of the open desk, else the usual one."""
        return self.duty.label if self.duty else usual_label(self.room.floor)

    @cached_property
    def offices(self) -> list[Choice]:
        """The other offices that the clerk may serve too."""
        served = self.duty.offices if self.duty else ()
        return [
            Choice(IUUID(each), each.Title(), office_key(each) in served)
            for each in self._offices
            if office_key(each) != self.room.floor.key
        ]

    @cached_property
    def services(self) -> list[Choice]:
        """All services of the offices that the clerk may serve, by title."""
        served = self.duty.services if self.duty else ()
        found = offered_services(self._offices)
        ordered = sorted(found.items(), key=lambda item: item[1].casefold())
        return [Choice(uid, title, uid in served) for uid, title in ordered]

    @cached_property
    def languages(self) -> list[Choice]:
        """All languages of the offices that the clerk may serve."""
        served = self.duty.languages if self.duty else ()
        found = spoken_languages(self._offices)
        names = self.room.names
        return [Choice(tag, names.language(tag), tag in served) for tag in found]

    @property
    def is_filtered(self) -> bool:
        return self.duty is not None and bool(self.duty.services or self.duty.languages)

    @cached_property
    def _offices(self) -> list[IVirtualOffice]:
        return served_offices()


def offered_services(offices: Iterable[IVirtualOffice]) -> dict[str, str]:
    """The titles of all services that these offices offer, by UID."""
    return {brain.UID: brain.Title for each in offices for brain in services_of(each)}


def spoken_languages(offices: Iterable[IVirtualOffice]) -> list[str]:
    """The languages that these offices speak."""
    return list(dict.fromkeys(tag for each in offices for tag in each.languages or ()))
