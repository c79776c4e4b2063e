"""A service as its page reads it: whatever type has the behaviour, fields may lack."""

from ..richtext import rich_text
from .links import address
from .links import channel_link
from Acquisition import aq_base
from collective.virtualoffice.catalogue.heldforms import FORM
from collective.virtualoffice.catalogue.services import offices_of
from collective.virtualoffice.content.office import IVirtualOffice
from collective.virtualoffice.content.service import IService
from collective.virtualoffice.content.service.documents import papers_for_video
from collective.virtualoffice.content.service.feewords import price
from collective.virtualoffice.content.service.feewords import remark
from collective.virtualoffice.content.service.video import BY_VIDEO
from functools import cached_property
from plone import api
from plone.app.textfield.interfaces import IRichTextValue
from Products.ZCatalog.CatalogBrains import AbstractCatalogBrain
from typing import Any


FILE = "File"


class About:
    """What a page says about one service."""

    def __init__(self, service: IService) -> None:
        self.service = service

    def get(self, name: str, default: Any = None) -> Any:
        """A field of the service itself, never of the folder that it is in."""
        value = getattr(aq_base(self.service), name, None)
        return default if value is None else value

    def text(self, name: str) -> str:
        return str(self.get(name, "")).strip()

    def html(self, name: str) -> str:
        return rich_text(self.service, name)

    def rows(self, name: str) -> list[dict[str, Any]]:
        """The rows of a table, their links as whole addresses."""
        return [
            {
                **row,
                **{key: address(row[key]) for key in ("form", "link") if key in row},
            }
            for row in self.get(name, [])
        ]

    def knows(self, fact: str) -> bool:
        """Whether there is something to say: a field, or a property of this class."""
        found = getattr(self, fact) if hasattr(type(self), fact) else self.get(fact)
        return bool(self.html(fact) if IRichTextValue.providedBy(found) else found)

    @cached_property
    def offices(self) -> list[IVirtualOffice]:
        return offices_of(self.service)

    @cached_property
    def is_by_video(self) -> bool:
        """Whether somebody can knock for it anywhere."""
        return self.get("video") in BY_VIDEO and bool(self.offices)

    @cached_property
    def papers(self) -> list[dict[str, Any]]:
        """What has to be ready for a conversation by video."""
        return papers_for_video(self.service) if self.is_by_video else []

    @property
    def demand_url(self) -> str | None:
        """Where it is counted that somebody chose another way than the door."""
        return f"{self.offices[0].absolute_url()}/@demand" if self.offices else None

    @cached_property
    def has_ways(self) -> bool:
        """Whether somebody learns here how to get it done, or whom to ask."""
        offices = ("phone", "address", "other_ways", "appointment_url")
        return bool(
            self.get("online_url")
            or self.application_forms
            or self.is_by_video
            or any(getattr(each, way) for each in self.offices for way in offices)
        )

    @property
    def video_facts(self) -> bool:
        """Whether more is known of the conversation than the door tells."""
        names = ("video_can", "identity", "planned_minutes")
        return self.is_by_video and any(map(self.get, names))

    @cached_property
    def fees(self) -> list[dict[str, Any]]:
        language = api.portal.get_current_language()
        return [
            {
                "title": row["title"],
                "price": price(row, language),
                "remark": remark(row),
                "is_words": row.get("amount") is None,
            }
            for row in self.rows("fees")
        ]

    @property
    def channels(self) -> list[dict[str, Any]]:
        """Safe channels; those that are web or mail addresses as links."""
        return [
            {**row, "href": channel_link(row["address"])}
            for row in self.rows("safe_channels")
        ]

    @cached_property
    def inside(self) -> list[AbstractCatalogBrain]:
        """What the service holds and the reader may view."""
        path = {"query": "/".join(self.service.getPhysicalPath()), "depth": 1}
        catalog = api.portal.get_tool("portal_catalog")
        found = catalog(
            path=path, portal_type=[FORM, FILE], sort_on="getObjPositionInParent"
        )
        return list(found)

    @property
    def files(self) -> list[AbstractCatalogBrain]:
        """Files to take; pictures belong to texts."""
        return [brain for brain in self.inside if brain.portal_type == FILE]

    @property
    def application_forms(self) -> list[AbstractCatalogBrain]:
        """Forms of this site that send an application."""
        return [brain for brain in self.inside if brain.portal_type == FORM]
