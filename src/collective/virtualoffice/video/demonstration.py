"""A room to show the office with: the own camera picture, and no connection."""

from .access import IVideoSystem
from .access import RoomAccess
from .access import Seat
from collective.virtualoffice import _
from collective.virtualoffice.settings import Settings
from zope.interface import implementer


@implementer(IVideoSystem)
class DemonstrationRoom:
    """Our own room page, which needs no other server."""

    title = _(
        "settings_video_demonstration",
        default="Demonstration room (own camera only, no connection)",
    )

    def access(self, seat: Seat, settings: Settings) -> RoomAccess:
        return RoomAccess(seat.page, None, None, seat.room, seat.until)
