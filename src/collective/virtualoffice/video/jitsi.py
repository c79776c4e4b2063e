"""Jitsi Meet, on a server of one's own or as JaaS."""

from .access import IVideoSystem
from .access import RoomAccess
from .access import Seat
from .access import VideoUnavailable
from .config import room_options
from .config import written_into_address
from .secret import signing_key
from .server import JAAS
from .server import jitsi_server
from .server import Server
from .tokens import make_token
from .tokens import shown_name
from collective.virtualoffice import _
from collective.virtualoffice.settings import Settings
from datetime import datetime
from datetime import UTC
from typing import Any
from urllib.parse import urlencode
from zope.interface import implementer


@implementer(IVideoSystem)
class Jitsi:
    """A room with a random name; with a token where an application id is set."""

    title = _("settings_video_jitsi", default="Jitsi Meet")

    def access(self, seat: Seat, settings: Settings) -> RoomAccess:
        server = _server(settings)
        token = _token(server, seat)
        options = room_options(server, seat, shown_name(seat.name))
        return RoomAccess(
            url=_plain_link(server, options, token),
            domain=server.host,
            script=server.script if settings.jitsi_embedded else None,
            room=seat.room,
            expires_at=seat.until,
            jwt=token,
            options=options,
        )


def _server(settings: Settings) -> Server:
    """Raises VideoUnavailable where the settings leave out what it needs."""
    server = jitsi_server(settings)
    if server is None:
        is_jaas = settings.jitsi_service == JAAS
        raise VideoUnavailable("app_id_missing" if is_jaas else "unconfigured")
    if server.needs_key_id and not settings.jitsi_key_id:
        raise VideoUnavailable("key_id_missing")
    return server


def _token(server: Server, seat: Seat) -> str | None:
    if not server.has_tokens:
        return None
    return make_token(server, signing_key(server.algorithm), seat, datetime.now(UTC))


def _plain_link(server: Server, options: dict[str, Any], token: str | None) -> str:
    """The room without our page around it; what it may do stands in the fragment."""
    query = urlencode({**({"jwt": token} if token else {}), "lang": options["lang"]})
    room = f"{server.origin}/{options['roomName']}"
    return f"{room}?{query}#{written_into_address(options)}"
