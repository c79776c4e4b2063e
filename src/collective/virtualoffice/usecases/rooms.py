"""Into the video room of a call."""

from .floor import visit_token
from .guests import guest_page
from .guests import Presented
from collective.virtualoffice.domain.tokens import seat_id
from collective.virtualoffice.domain.waiting import company
from collective.virtualoffice.domain.waiting.floor import Floor
from collective.virtualoffice.domain.waiting.talk import way_in_ends
from collective.virtualoffice.domain.waiting.visit import Snapshot
from collective.virtualoffice.keys import token_key
from collective.virtualoffice.video import find_video
from collective.virtualoffice.video import RoomAccess
from collective.virtualoffice.video import Seat
from plone import api
from typing import Any


def citizen_room(office: Any, floor: Floor, seen: Snapshot) -> RoomAccess:
    """The way in for whoever was called. Raises VideoUnavailable."""
    knock = seen.visit.knock
    return find_video(
        Seat(
            room=seen.progress.room,
            user=seat_id(token_key(), seen.id, "citizen"),
            name=knock.name,
            moderator=False,
            page=f"{office.absolute_url()}/@@visit/{visit_token(seen.visit)}/room",
            until=way_in_ends(floor, seen),
            language=knock.page_language,
        )
    )


def guest_room(office: Any, presented: Presented) -> RoomAccess:
    """The way in for an admitted guest, in the language of the page.

    Raises NotPossible unless the visit is in a call, and VideoUnavailable.
    """
    floor, seen, guest = presented.floor, presented.seen, presented.guest
    company.enter(seen, guest)
    return find_video(
        Seat(
            room=seen.progress.room,
            user=seat_id(token_key(), seen.id, guest.id),
            name=guest.name,
            moderator=False,
            page=f"{guest_page(office, guest)}/room",
            until=way_in_ends(floor, seen),
            language=api.portal.get_current_language(),
        )
    )


def desk_room(office: Any, floor: Floor, seen: Snapshot, clerk: str) -> RoomAccess:
    """The way in for the desk that holds the visit, in the language of the page.

    Raises VideoUnavailable.
    """
    return find_video(
        Seat(
            room=seen.progress.room,
            user=seat_id(token_key(), seen.id, "desk"),
            name=floor.desk_of(clerk).desk.duty.label,
            moderator=True,
            page=f"{office.absolute_url()}/@@room/{seen.id}",
            until=way_in_ends(floor, seen),
            language=api.portal.get_current_language(),
        )
    )
