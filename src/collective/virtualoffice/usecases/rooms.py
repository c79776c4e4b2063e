"""Into the video room of a call."""

from .floor import visit_token
from collective.virtualoffice.domain.waiting.floor import Floor
from collective.virtualoffice.domain.waiting.visit import Snapshot
from collective.virtualoffice.video import find_video
from collective.virtualoffice.video import RoomAccess
from collective.virtualoffice.video import Seat
from typing import Any


def citizen_room(office: Any, floor: Floor, seen: Snapshot) -> RoomAccess:
    """The way in for whoever was called. Raises VideoUnavailable."""
    page = f"{office.absolute_url()}/@@visit/{visit_token(seen.visit)}/room"
    name = seen.visit.knock.name
    until = floor.now + floor.rules.abandoned
    return find_video(Seat(seen.progress.room, name, False, page, until))


def desk_room(office: Any, floor: Floor, seen: Snapshot, clerk: str) -> RoomAccess:
    """The way in for the desk that holds the visit. Raises VideoUnavailable."""
    page = f"{office.absolute_url()}/@@room/{seen.id}"
    name = floor.desk_of(clerk).desk.duty.label
    until = floor.now + floor.rules.abandoned
    return find_video(Seat(seen.progress.room, name, True, page, until))
