"""The citizen's side of a room."""

from .page import RoomPage
from collective.virtualoffice import _
from collective.virtualoffice.domain.waiting.floor import Floor
from collective.virtualoffice.domain.waiting.seating import CITIZEN
from collective.virtualoffice.domain.waiting.visit import Snapshot
from collective.virtualoffice.usecases.rooms import citizen_room
from typing import Any


NOT_CALLED = _(
    "room_not_called",
    default="There is no conversation for you here at the moment.",
)


class CitizenRoom(RoomPage):
    """Only for whoever answered a call: the way in is a button of the visit's page."""

    __name__ = "visit-room"
    side = "citizen"

    def __init__(
        self, context: Any, request: Any, floor: Floor, seen: Snapshot, page: str
    ) -> None:
        super().__init__(context, request)
        self.floor, self.seen, self.back = floor, seen, page
        token = page.rsplit("/", 1)[1]
        self.watch = f"{context.absolute_url()}/@visits/{token}"
        self.seat, self.tells = CITIZEN, f"{self.watch}/seat"

    def __call__(self) -> str:
        """Raises VideoUnavailable."""
        if not self.is_answered:
            return self.refuse(409, NOT_CALLED)
        self.access = citizen_room(self.context, self.floor, self.seen)
        return self.show_room()
