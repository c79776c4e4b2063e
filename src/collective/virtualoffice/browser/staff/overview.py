"""The offices in which somebody serves."""

from .doors import door_sign
from .doors import DoorSign
from AccessControl import Unauthorized
from collective.virtualoffice import _
from collective.virtualoffice.browser.private import PrivatePage
from collective.virtualoffice.content.office import IVirtualOffice
from collective.virtualoffice.domain.errors import NoDesk
from collective.virtualoffice.usecases.floor import read_floor
from collective.virtualoffice.usecases.serving import served_offices
from dataclasses import dataclass
from datetime import datetime
from datetime import UTC
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any


@dataclass(frozen=True)
class Place:
    """An office; ``desk`` is the label of the clerk's open desk there."""

    title: str
    url: str
    sign: DoorSign
    desk: str | None


def place(office: IVirtualOffice, now: datetime, clerk: str, request: Any) -> Place:
    """An office with its door and the clerk's desk."""
    url = f"{office.absolute_url()}/@@staff"
    sign = door_sign(office, now, request)
    return Place(office.Title(), url, sign, _desk(office, clerk, now))


def _desk(office: IVirtualOffice, clerk: str, now: datetime) -> str | None:
    try:
        return read_floor(office, now).desk_of(clerk).desk.duty.label
    except NoDesk:
        return None


class Overview(PrivatePage):
    """For everybody who is logged in; it says so to those who serve nowhere."""

    index: ViewPageTemplateFile
    title = _("staff_overview", default="My virtual offices")

    def __call__(self) -> str:
        if api.user.is_anonymous():
            raise Unauthorized("staff")
        self.secure()
        return self.rendered(self.index)

    @property
    def places(self) -> list[Place]:
        now, clerk = datetime.now(UTC), api.user.get_current().getId()
        found = served_offices()
        return [place(office, now, clerk, self.request) for office in found]
