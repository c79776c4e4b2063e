"""Other ways into an office than its door."""

from collective.virtualoffice.content.office import IVirtualOffice
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
import re


class Ways:
    """For views and viewlets that show the ways into ``self.office``."""

    office: IVirtualOffice
    ways = ViewPageTemplateFile("ways.pt")

    @property
    def phone_url(self) -> str:
        """The phone number as RFC 3966 wants it."""
        return "tel:" + re.sub(r"[^\d+]", "", self.office.phone or "")

    @property
    def demand_url(self) -> str:
        """Where the choice of a way is counted."""
        return f"{self.office.absolute_url()}/@demand"

    @property
    def has_ways(self) -> bool:
        office = self.office
        return bool(office.phone or office.address or office.other_ways)
