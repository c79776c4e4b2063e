"""Other ways into an office than its door."""

from ..foreign import foreign
from collective.virtualoffice.content.office import IVirtualOffice
from collective.virtualoffice.domain.waiting.phone import phone_url
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any


class Ways:
    """For views and viewlets that show the ways into ``self.office``."""

    office: IVirtualOffice
    request: Any
    ways = ViewPageTemplateFile("ways.pt")

    @property
    def office_lang(self) -> str | None:
        """The language of the office's own words, unless it is the page's."""
        return foreign(self.request, self.office.Language())

    @property
    def phone_url(self) -> str:
        return phone_url(self.office.phone or "")

    @property
    def demand_url(self) -> str:
        """Where the choice of a way is counted."""
        return f"{self.office.absolute_url()}/@demand"

    @property
    def has_ways(self) -> bool:
        office = self.office
        remote = office.phone or office.appointment_url
        return bool(remote or office.address or office.other_ways)
