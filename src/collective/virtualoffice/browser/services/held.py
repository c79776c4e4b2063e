"""What a service page holds: forms to fill in and files to take."""

from ..citizen.service import ServiceView
from ..citizen.servicepage.about import About
from functools import cached_property
from plone.app.layout.viewlets.common import ViewletBase
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class HeldForms(ViewletBase):
    """Forms first, then files, each in the editor's order; images belong to texts.

    The service's own page has sections for them.
    """

    index = ViewPageTemplateFile("held.pt")

    @cached_property
    def about(self) -> About:
        return About(self.context)

    def render(self) -> str:
        has_sections = isinstance(self.view, ServiceView)
        return "" if has_sections or not self.about.inside else self.index()
