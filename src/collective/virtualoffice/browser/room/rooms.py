"""`@@room`: leads to the room of one visit, and says where to go without one."""

from ..private import PrivatePage
from collective.virtualoffice import _
from collective.virtualoffice.usecases.serving import may
from collective.virtualoffice.usecases.serving import SERVE
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


@implementer(IPublishTraverse)
class Rooms(PrivatePage):
    """For everybody; what stands behind it is for those who serve visitors."""

    template = ViewPageTemplateFile("rooms.pt")
    title = _("rooms_title", default="There is no room here")

    def publishTraverse(self, request: Any, name: str) -> Any:
        room = api.content.get_view("desk-room", self.context, request)
        return room.publishTraverse(request, name)

    def __call__(self) -> str:
        self.secure()
        self.request.response.setStatus(404, lock=1)
        return self.rendered(self.template)

    @property
    def serves(self) -> bool:
        """Whether the staff view is for this reader."""
        return may(SERVE, self.context)
