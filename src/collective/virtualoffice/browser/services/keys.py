"""A warning for editors: another page has the same service key."""

from collective.virtualoffice.content.service.holders import Holder
from collective.virtualoffice.content.service.holders import other_holders
from functools import cached_property
from plone.app.layout.viewlets.common import ViewletBase
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class DoubledKeys(ViewletBase):
    """Stands above the page and above its form, until the keys differ."""

    index = ViewPageTemplateFile("keys.pt")

    @cached_property
    def holders(self) -> list[Holder]:
        return other_holders(self.context)

    def render(self) -> str:
        return self.index() if self.holders else ""
