"""The page on which pages become services, or services pages again."""

from collective.virtualoffice import _
from collective.virtualoffice.content.service.converting import convert
from collective.virtualoffice.content.service.converting import PAGE
from collective.virtualoffice.content.service.converting import SERVICE
from collective.virtualoffice.content.service.obstacles import obstacle
from collective.virtualoffice.content.service.obstacles import SOURCES
from functools import cached_property
from plone import api
from plone.dexterity.content import DexterityContent
from plone.protect import CheckAuthenticator
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from zope.i18nmessageid import Message


CONVERT = "convert"


class ConvertContent(BrowserView):
    """Choose, see what would happen to each and why not, say yes."""

    index = ViewPageTemplateFile("convert.pt")
    listing = ViewPageTemplateFile("chosen.pt")
    target = SERVICE

    def __call__(self) -> str:
        self.request.response.setHeader("Cache-Control", "no-store")
        if self.request.method == "POST" and CONVERT in self.request.form:
            CheckAuthenticator(self.request)
            return self.done()
        return self.index()

    @property
    def is_to_services(self) -> bool:
        return self.target == SERVICE

    @property
    def url(self) -> str:
        return f"{self.context.absolute_url()}/@@{self.__name__}"

    @property
    def other_url(self) -> str:
        """The way back."""
        other = "make-pages" if self.is_to_services else "make-services"
        return f"{self.context.absolute_url()}/@@{other}"

    @cached_property
    def wanted(self) -> list[str]:
        """The UIDs that were chosen."""
        uids = self.request.form.get("uids", [])
        return [uids] if isinstance(uids, str) else list(uids)

    @cached_property
    def candidates(self) -> list[DexterityContent]:
        """What of the folder could be chosen."""
        found = api.content.find(
            context=self.context,
            depth=1,
            portal_type=SOURCES[self.target],
            sort_on="getObjPositionInParent",
        )
        return [brain.getObject() for brain in found]

    @cached_property
    def chosen(self) -> list[DexterityContent]:
        if not self.wanted:
            return []
        found = api.content.find(UID=self.wanted, sort_on="path")
        return [brain.getObject() for brain in found]

    @cached_property
    def refused(self) -> list[dict[str, Any]]:
        """What was chosen and cannot be converted, and why."""
        reasons = ((item, obstacle(item, self.target)) for item in self.chosen)
        return [{"item": item, "reason": why} for item, why in reasons if why]

    @cached_property
    def possible(self) -> list[DexterityContent]:
        refused = [each["item"] for each in self.refused]
        return [item for item in self.chosen if item not in refused]

    def done(self) -> str:
        for item in self.possible:
            convert(item, self.target)
        for text in self.outcome():
            api.portal.show_message(text, self.request)
        self.request.response.redirect(f"{self.context.absolute_url()}/folder_contents")
        return ""

    def counted(self, count: int) -> Message:
        if self.is_to_services:
            return _(
                "convert_done_services",
                default="Now services: ${count}.",
                mapping={"count": count},
            )
        return _(
            "convert_done_pages",
            default="Now pages: ${count}.",
            mapping={"count": count},
        )

    def outcome(self) -> list[Message]:
        """How many were converted, and which were not."""
        texts = [self.counted(len(self.possible))]
        for each in self.refused:
            words = {"title": each["item"].Title(), "why": each["reason"]}
            texts.append(
                _("convert_refused", default="“${title}”: ${why}", mapping=words)
            )
        return texts


class MakePages(ConvertContent):
    """The way back, as long as no service's own field is filled in."""

    target = PAGE
