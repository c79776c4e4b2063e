"""The way into a video room as JSON."""

from .times import written
from collective.virtualoffice.video import RoomAccess
from typing import Any
from typing import NotRequired
from typing import TypedDict


class RoomShape(TypedDict):
    """What a browser needs to enter; ``jwt`` only where the system asks for one."""

    url: str
    domain: str | None
    script: str | None
    room: str
    jwt: NotRequired[str]
    options: dict[str, Any]
    expires_at: str


def room_shape(access: RoomAccess) -> RoomShape:
    shape: RoomShape = {
        "url": access.url,
        "domain": access.domain,
        "script": access.script,
        "room": access.room,
        "options": access.options,
        "expires_at": written(access.expires_at),
    }
    if access.jwt is not None:
        shape["jwt"] = access.jwt
    return shape
