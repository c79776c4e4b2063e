"""The desk's side of a room."""

from .page import RoomPage
from collective.virtualoffice.domain.errors import Refusal
from collective.virtualoffice.domain.errors import UnknownVisit
from collective.virtualoffice.domain.waiting import calling
from collective.virtualoffice.refusals import explain
from collective.virtualoffice.usecases.floor import read_floor
from collective.virtualoffice.usecases.rooms import desk_room
from collective.virtualoffice.video import VideoUnavailable
from datetime import datetime
from datetime import UTC
from plone import api
from typing import Any
from zExceptions import NotFound
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


@implementer(IPublishTraverse)
class DeskRoom(RoomPage):
    """`@@room/{visit}`: for the clerk whose desk holds the visit."""

    side = "desk"
    id = ""

    def publishTraverse(self, request: Any, name: str) -> "DeskRoom":
        if self.id:
            raise NotFound(name)
        self.id = name
        return self

    def __call__(self) -> str:
        office = self.context.absolute_url()
        self.watch, self.back = f"{office}/@waiting-room", f"{office}/@@staff"
        try:
            self.enter()
        except (Refusal, VideoUnavailable) as trouble:
            words = explain(trouble)
            return self.refuse(words.status, words.message)
        return self.show_room()

    def enter(self) -> None:
        """Raises Refusal and VideoUnavailable."""
        if not self.id:
            raise UnknownVisit
        clerk = api.user.get_current().getId()
        self.floor = read_floor(self.context, datetime.now(UTC))
        self.seen = calling.enter(self.floor, clerk, self.id)
        self.access = desk_room(self.context, self.floor, self.seen, clerk)
