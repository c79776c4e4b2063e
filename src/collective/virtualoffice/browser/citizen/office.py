"""The public page of an office."""

from ..foreign import foreign
from ..structured import json_ld
from .officefacts import office_facts
from .richtext import rich_text
from .timetable import HOURS_TABLE
from .timetable import Row
from .timetable import Timetable
from collective.virtualoffice import _
from collective.virtualoffice.catalogue.services import language_of
from collective.virtualoffice.catalogue.services import services_of
from collective.virtualoffice.content.office import office_hours
from datetime import datetime
from datetime import UTC
from functools import cached_property
from Products.Five import BrowserView
from Products.ZCatalog.CatalogBrains import AbstractCatalogBrain
from typing import Any
from zope.i18nmessageid import Message


class PublicView(BrowserView):
    """A page of an editor's text, which may be in another language than its labels."""

    @property
    def text(self) -> str:
        return rich_text(self.context)

    @property
    def lang(self) -> str | None:
        """The language of the content, unless it is the page's."""
        return foreign(self.request, self.context.Language())


class OfficeView(PublicView):
    """What the office is, what it does, when it is open."""

    table = HOURS_TABLE

    def __call__(self) -> str:
        self.request.response.appendHeader("Vary", "Accept-Language")
        return self.index()

    @property
    def services(self) -> list[AbstractCatalogBrain]:
        return services_of(self.context)

    def lang_of(self, service: AbstractCatalogBrain) -> str | None:
        return foreign(self.request, language_of(service))

    @cached_property
    def now(self) -> datetime:
        return datetime.now(UTC)

    @cached_property
    def timetable(self) -> Timetable:
        return Timetable(self.request, office_hours(self.context), self.now)

    @property
    def hours(self) -> list[dict[str, Any]]:
        """Tables: what differs next, the week, what differs later."""
        different = self.timetable.different
        parts = [
            part("next", NEXT, different[:1]),
            part("week", WEEK, self.timetable.weekdays, self.timetable.is_always_open),
            part("later", LATER, different[1:]),
        ]
        return [each for each in parts if each["rows"]]

    @property
    def facts(self) -> str:
        return json_ld(office_facts(self.context, self.now))


def part(
    name: str, heading: Message, rows: list[Row], always: bool = False
) -> dict[str, Any]:
    """One table of hours; around the clock needs none."""
    return {
        "id": f"office-hours-{name}",
        "heading": heading,
        "rows": rows,
        "always": always,
    }


NEXT = _("office_next_special_day", default="Other hours next")
WEEK = _("office_week", default="In a normal week")
LATER = _("office_special_days", default="Other hours in the next weeks")
