"""Doing something with a visit, and answering how it stands then."""

from .shape import CallShape
from collections.abc import Callable
from collective.virtualoffice.api.rooms import room_shape
from collective.virtualoffice.api.service import Service
from collective.virtualoffice.api.waiting_room.shape import staff_visit_shape
from collective.virtualoffice.domain.waiting.floor import Floor
from collective.virtualoffice.domain.waiting.visit import Snapshot
from collective.virtualoffice.usecases.floor import act
from collective.virtualoffice.usecases.floor import read_floor
from collective.virtualoffice.usecases.rooms import desk_room
from collective.virtualoffice.video import RoomAccess


class CallService(Service):
    def tell(self, seen: Snapshot) -> CallShape:
        floor = read_floor(self.office, self.now)
        return staff_visit_shape(floor, floor.see(seen.visit))

    def do(self, deed: Callable[[Floor, str], Snapshot]) -> CallShape:
        clerk = self.clerk
        seen = act(self.office, self.now, lambda floor: deed(floor, clerk))
        return self.tell(seen)

    def enter(
        self, deed: Callable[[Floor, str], Snapshot], in_line: bool = False
    ) -> CallShape:
        """Do something that leads into the room; nothing while none can be entered."""
        clerk = self.clerk

        def with_room(floor: Floor) -> tuple[Snapshot, RoomAccess]:
            seen = deed(floor, clerk)
            return seen, desk_room(self.office, floor, seen, clerk)

        seen, access = act(self.office, self.now, with_room, in_line=in_line)
        return {**self.tell(seen), "room": room_shape(access)}
