"""An office as a clerk sees it from outside: its door, its queue, their own desk."""

from .doors import door_sign
from .doors import DoorSign
from collective.virtualoffice.content.office import IVirtualOffice
from collective.virtualoffice.domain.errors import NoDesk
from collective.virtualoffice.domain.waiting.floor import Floor
from collective.virtualoffice.domain.waiting.live import day_ended
from collective.virtualoffice.usecases.floor import read_floor
from collective.virtualoffice.usecases.serving import MANAGE
from collective.virtualoffice.usecases.serving import may
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any


@dataclass(frozen=True)
class Place:
    """One office at one moment; ``leads`` says whether the clerk is its head."""

    title: str
    home: str
    sign: DoorSign
    floor: Floor
    clerk: str
    leads: bool

    @property
    def url(self) -> str:
        """The staff view."""
        return f"{self.home}/@@staff"

    @cached_property
    def desk(self) -> str | None:
        """The label of the clerk's open desk there."""
        try:
            return self.floor.desk_of(self.clerk).desk.duty.label
        except NoDesk:
            return None

    @property
    def day_ended(self) -> bool:
        return day_ended(self.floor)

    @property
    def is_shut(self) -> bool:
        """Whether staff keep the door shut."""
        return self.floor.room.suspended or self.day_ended

    @property
    def waiting(self) -> int:
        return len(self.floor.queue)

    @property
    def is_served(self) -> bool:
        """Whether nobody waits without a desk that serves."""
        return bool(self.floor.serving) or not self.floor.queue

    @property
    def latest(self) -> datetime | None:
        """When the last of those who wait arrived."""
        arrived = (seen.visit.arrived_at for seen in self.floor.queue)
        return max(arrived, default=None)


def place(office: IVirtualOffice, now: datetime, clerk: str, request: Any) -> Place:
    """An office with its door and the clerk's desk."""
    return Place(
        title=office.Title(),
        home=office.absolute_url(),
        sign=door_sign(office, now, request),
        floor=read_floor(office, now),
        clerk=clerk,
        leads=may(MANAGE, office),
    )
