"""The summary of a service: cost, time, documents, and every way to get it done."""

from ...foreign import foreign
from .about import About
from collective.virtualoffice import _
from collective.virtualoffice.content.office import IVirtualOffice
from collective.virtualoffice.content.service.feewords import price
from collective.virtualoffice.domain.services.costs import span
from collective.virtualoffice.domain.waiting.phone import phone_url
from functools import cached_property
from plone import api
from plone.app.layout.viewlets.common import ViewletBase
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from zope.i18nmessageid import Message


MOST_NAMED = 3


class ServiceCard(ViewletBase):
    """On the page of whatever has the behaviour, whatever view it has."""

    index = ViewPageTemplateFile("card.pt")

    @cached_property
    def about(self) -> About:
        return About(self.context)

    @property
    def lang(self) -> str | None:
        return foreign(self.request, self.context.Language())

    @property
    def cost(self) -> Message | str | None:
        """From the lowest to the highest fee; a single note in its own words."""
        rows = self.about.rows("fees")
        found = span(rows)
        if found is not None:
            language = api.portal.get_current_language()
            return price({"amount": found[0], "up_to": found[1]}, language)
        if len(rows) == 1:
            return rows[0]["note"]
        return SEE_BELOW if rows else None

    @property
    def cost_lang(self) -> str | None:
        """A note is in the editor's language, an amount in the reader's."""
        rows = self.about.rows("fees")
        return self.lang if len(rows) == 1 and span(rows) is None else None

    @property
    def time(self) -> str:
        return self.about.text("processing_time")

    @property
    def documents(self) -> list[str]:
        return [row["title"] for row in self.about.rows("documents")]

    @property
    def names_documents(self) -> bool:
        return len(self.documents) <= MOST_NAMED

    @property
    def has_own_page(self) -> bool:
        """Whether the sections that the card leads to are on the same page."""
        return getattr(self.view, "sections", None) is not None

    @property
    def online_url(self) -> str | None:
        return self.about.get("online_url")

    @property
    def phones(self) -> list[dict[str, str]]:
        return [
            {
                "number": office.phone,
                "url": phone_url(office.phone),
                "demand": f"{office.absolute_url()}/@demand",
            }
            for office in self.about.offices
            if office.phone
        ]

    @property
    def appointments(self) -> list[IVirtualOffice]:
        return [each for each in self.about.offices if each.appointment_url]

    @property
    def places(self) -> list[IVirtualOffice]:
        return [each for each in self.about.offices if each.address]

    def office_lang(self, office: IVirtualOffice) -> str | None:
        return foreign(self.request, office.Language())

    @property
    def says_something(self) -> bool:
        told = (self.cost, self.time, self.documents, self.about.has_ways)
        return any(told)

    def render(self) -> Any:
        return self.index() if self.says_something else ""


SEE_BELOW = _("service_card_see_below", default="see below")
