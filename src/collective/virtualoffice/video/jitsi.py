"""Jitsi Meet."""

from .access import IVideoSystem
from .access import RoomAccess
from .access import Seat
from .access import VideoUnavailable
from collective.virtualoffice.settings import Settings
from zope.interface import implementer


@implementer(IVideoSystem)
class Jitsi:
    """A random room on the configured server."""

    def access(self, seat: Seat, settings: Settings) -> RoomAccess:
        host, origin = settings.jitsi_host, settings.jitsi_origin
        if host is None or origin is None:
            raise VideoUnavailable("jitsi")
        return RoomAccess(
            url=f"{origin}/{seat.room}",
            domain=host,
            script=f"{origin}/external_api.js",
            room=seat.room,
            expires_at=seat.until,
            options={"userInfo": {"displayName": seat.name}},
        )
