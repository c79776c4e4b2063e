"""What all private pages have in common."""

from .headers import protect
from plone.app.layout.viewlets.common import TitleViewlet
from plone.app.layout.viewlets.common import ViewletBase
from Products.Five import BrowserView
from typing import Any
from xml.sax.saxutils import escape
from zExceptions import NotFound
from zope.i18n import translate
from zope.i18nmessageid import Message
from zope.interface import implementer
from zope.interface import Interface
from zope.publisher.interfaces import IPublishTraverse


class IPrivatePage(Interface):
    """A page of our own that is stored nowhere and told to nobody.

    It has no portlets, and leaves out the viewlets that would give its address to
    a statistics service.
    """


@implementer(IPrivatePage)
class PrivatePage(BrowserView):
    """Base of such pages; each names its ``title``."""

    title: Message | str = ""

    def secure(self, **guests: Any) -> None:
        """Set the headers, before anything is rendered."""
        protect(self.request.response, **guests)
        self.request.set("disable_plone.leftcolumn", 1)
        self.request.set("disable_plone.rightcolumn", 1)

    def rendered(self, template: Any) -> str:
        """The page, announced in the language it speaks."""
        page = template()
        language = self.request.get("LANGUAGE")
        self.request.response.setHeader("Content-Language", language)
        return page


@implementer(IPublishTraverse)
class LinkPage(PrivatePage):
    """The page behind a private link, `{page}/{token}`, and perhaps its room."""

    token = ""
    room = ""

    def publishTraverse(self, request: Any, name: str) -> "LinkPage":
        """Raises NotFound for anything longer."""
        if not self.token:
            self.token = name
        elif name == "room" and not self.room:
            self.room = name
        else:
            raise NotFound(name)
        return self


class PageTitle(TitleViewlet):
    """The browser's title is the page's own, not that of what it is a page of."""

    @property
    def page_title(self) -> str:
        return escape(translate(self.view.title, context=self.request))

    def update(self) -> None:
        super().update()
        if self.site_title == self.site_title_setting:
            self.site_title = self.sep.join([self.page_title, self.site_title])


class Nothing(ViewletBase):
    """Stands where a viewlet is left out."""

    def render(self) -> str:
        return ""
