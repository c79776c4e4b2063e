"""The public page of a service."""

from .office import PublicView
from collective.virtualoffice.catalogue.services import offices_of
from collective.virtualoffice.content.service.feewords import price
from collective.virtualoffice.content.service.feewords import remark
from functools import cached_property
from plone import api
from zope.i18nmessageid import Message


class ServiceView(PublicView):
    """What to know, to bring and to pay, and the online application."""

    def __call__(self) -> str:
        self.request.response.appendHeader("Vary", "Accept-Language")
        return self.index()

    @cached_property
    def demand_url(self) -> str | None:
        """Where it is counted that somebody chose the online application."""
        offices = offices_of(self.context)
        return f"{offices[0].absolute_url()}/@demand" if offices else None

    @property
    def fees(self) -> list[dict[str, Message | str | None]]:
        language = api.portal.get_current_language()
        return [
            {
                "title": row["title"],
                "price": price(row, language),
                "remark": remark(row),
            }
            for row in self.context.fees or ()
        ]

    @property
    def online_way(self) -> str | None:
        return "online" if self.demand_url else None
