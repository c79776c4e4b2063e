"""The public page of an office."""

from ..foreign import foreign
from . import timetable
from collective.virtualoffice.catalogue.services import language_of
from collective.virtualoffice.catalogue.services import services_of
from collective.virtualoffice.content.office import office_hours
from datetime import datetime
from datetime import UTC
from functools import cached_property
from plone.app.textfield.interfaces import IRichTextValue
from Products.Five import BrowserView
from Products.ZCatalog.CatalogBrains import AbstractCatalogBrain
from typing import Any


def rich_text(context: Any) -> str:
    """The editor's text as HTML, empty if there is none."""
    text = getattr(context, "text", None)
    return text.output_relative_to(context) if IRichTextValue.providedBy(text) else ""


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

    def __call__(self) -> str:
        self.request.response.appendHeader("Vary", "Accept-Language")
        return self.index()

    @property
    def services(self) -> list[AbstractCatalogBrain]:
        return services_of(self.context)

    def lang_of(self, service: AbstractCatalogBrain) -> str | None:
        return foreign(self.request, language_of(service))

    @cached_property
    def hours(self) -> Any:
        return office_hours(self.context)

    @property
    def is_always_open(self) -> bool:
        return timetable.is_always_open(self.hours)

    @property
    def week(self) -> list[timetable.Row]:
        return timetable.week(self.request, self.hours)

    @cached_property
    def special_days(self) -> list[timetable.Row]:
        return timetable.special_days(self.request, self.hours, datetime.now(UTC))
