"""The door on the pages of offices and services: a shell that is the same for all.

What the door is like just now is no part of the page, which may be cached: the
script asks for it. Without the script a link leads to where it is told.
"""

from ..assets import script_url
from ..foreign import foreign
from . import doorwords
from .ways import Ways
from collective.virtualoffice.catalogue.services import offices_of
from collective.virtualoffice.content.office import IVirtualOffice
from collective.virtualoffice.content.office import site_zone
from collective.virtualoffice.content.service import IService
from collective.virtualoffice.content.service.video import BY_VIDEO
from functools import cached_property
from plone.app.layout.viewlets.common import ViewletBase
from plone.uuid.interfaces import IUUID
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from urllib.parse import urlencode
import json


class OfficeDoor(Ways):
    """The door of one office, for a service or for any."""

    def __init__(self, viewlet: ViewletBase, office: IVirtualOffice) -> None:
        self.context, self.request = viewlet.context, viewlet.request
        self.office = office
        self.service = viewlet.service

    @property
    def door_url(self) -> str:
        return f"{self.office.absolute_url()}/@door"

    @property
    def knock_url(self) -> str:
        url = f"{self.office.absolute_url()}/@@knock"
        query = urlencode({"service": IUUID(self.service)}) if self.service else ""
        return f"{url}?{query}" if query else url

    @property
    def may_knock(self) -> bool:
        return self.service is None or self.service.video in BY_VIDEO


class DoorViewlet(ViewletBase):
    """Each door that leads to what the page is about."""

    index = ViewPageTemplateFile("door.pt")
    updates = ViewPageTemplateFile("../updates.pt")
    service: IService | None = None

    @cached_property
    def doors(self) -> list[OfficeDoor]:
        return [OfficeDoor(self, self.context)]

    @property
    def is_live(self) -> bool:
        return any(door.may_knock for door in self.doors)

    @property
    def icons(self) -> list[dict[str, str]]:
        names = doorwords.ICONS.items()
        return [{"status": status, "icon": icon} for status, icon in names]

    @property
    def service_lang(self) -> str | None:
        """The language of the service's words, unless it is the page's."""
        return foreign(self.request, self.service.Language()) if self.service else None

    @property
    def texts(self) -> str:
        return json.dumps(doorwords.script_texts(self.request))

    @property
    def zone(self) -> str:
        return site_zone().key

    @property
    def script(self) -> str:
        return script_url("door.js")

    def render(self) -> Any:
        return self.index() if self.doors else ""


class ServiceDoorViewlet(DoorViewlet):
    """The doors of all offices that offer the service."""

    @cached_property
    def doors(self) -> list[OfficeDoor]:
        self.service = self.context
        return [OfficeDoor(self, office) for office in offices_of(self.context)]
