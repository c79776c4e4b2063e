"""What a service page holds: forms to fill in and files to take."""

from ..citizen.service import ServiceView
from collective.virtualoffice.catalogue.heldforms import FORM
from functools import cached_property
from plone import api
from plone.app.layout.viewlets.common import ViewletBase
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any


FILE = "File"


class HeldForms(ViewletBase):
    """Forms first, then files, each in the editor's order; images belong to texts.

    The service's own page has sections for them.
    """

    index = ViewPageTemplateFile("held.pt")

    @cached_property
    def forms(self) -> list[dict[str, Any]]:
        return self._held(FORM, "")

    @cached_property
    def files(self) -> list[dict[str, Any]]:
        return self._held(FILE, "/@@download/file")

    def _held(self, portal_type: str, rest: str) -> list[dict[str, Any]]:
        found = api.content.find(
            context=self.context,
            depth=1,
            portal_type=portal_type,
            sort_on="getObjPositionInParent",
        )
        return [
            {
                "title": brain.Title,
                "description": brain.Description,
                "url": f"{brain.getURL()}{rest}",
                "size": brain.getObjSize,
            }
            for brain in found
        ]

    def render(self) -> str:
        has_sections = isinstance(self.view, ServiceView)
        is_empty = not (self.forms or self.files)
        return "" if has_sections or is_empty else self.index()
