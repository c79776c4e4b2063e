"""A third person's side of a room."""

from .citizen import NOT_CALLED
from .page import RoomPage
from collective.virtualoffice.domain.errors import NotPossible
from collective.virtualoffice.refusals import explain
from collective.virtualoffice.usecases.guests import Presented
from collective.virtualoffice.usecases.rooms import guest_room
from collective.virtualoffice.video import VideoUnavailable
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any


class GuestRoom(RoomPage):
    """Only for a guest whom the desk let in, while the visit is in a call."""

    __name__ = "guest-room"
    outside = ViewPageTemplateFile("guestoutside.pt")
    refused = ViewPageTemplateFile("guestrefused.pt")
    side = "guest"
    again: str | None = None

    def __init__(
        self, context: Any, request: Any, presented: Presented, page: str
    ) -> None:
        super().__init__(context, request)
        self.presented, self.back = presented, page
        self.floor, self.seen = presented.floor, presented.seen
        token = page.rsplit("/", 1)[1]
        self.watch = f"{context.absolute_url()}/@guests/{token}"
        self.seat, self.tells = presented.guest.id, f"{self.watch}/seat"

    def __call__(self) -> str:
        try:
            self.access = guest_room(self.context, self.presented)
        except NotPossible:
            return self.refuse(409, NOT_CALLED)
        except VideoUnavailable as trouble:
            return self.refuse_for_now(trouble)
        return self.show_room()

    def refuse_for_now(self, trouble: VideoUnavailable) -> str:
        words = explain(trouble)
        self.again = f"{self.back}/room"
        words.mark(self.request.response)
        return self.refuse(words.status, words.message)
