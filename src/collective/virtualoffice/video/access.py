"""How a room is entered, whatever system provides it."""

from collective.virtualoffice.settings import read_settings
from collective.virtualoffice.settings import Settings
from dataclasses import dataclass
from dataclasses import field
from datetime import datetime
from datetime import UTC
from typing import Any
from zope.component import queryUtility
from zope.interface import Interface


class VideoUnavailable(Exception):
    """No video system is set up, so that nobody could enter a room."""


@dataclass(frozen=True)
class Seat:
    """Somebody's place in a room.

    ``page`` is the address of our own page for this seat, ``until`` when the
    way in ends; only a desk moderates.
    """

    room: str
    name: str
    moderator: bool
    page: str
    until: datetime


@dataclass(frozen=True)
class RoomAccess:
    """What a browser needs to enter a room.

    ``script`` is the address of the system's own script, ``url`` a plain link
    that leads there without it, ``jwt`` the token where the system asks for
    one.
    """

    url: str
    domain: str | None
    script: str | None
    room: str
    expires_at: datetime
    jwt: str | None = None
    options: dict[str, Any] = field(default_factory=dict)


class IVideoSystem(Interface):
    """A named utility that lets people into rooms."""

    def access(seat: Seat, settings: Settings) -> RoomAccess:
        """The way in for one seat. Raises VideoUnavailable."""


def find_video(seat: Seat) -> RoomAccess:
    """The way into a room of the system that is set. Raises VideoUnavailable."""
    settings = read_settings()
    system = queryUtility(IVideoSystem, name=settings.video_system)
    if system is None:
        raise VideoUnavailable(settings.video_system)
    return system.access(seat, settings)


def require_video() -> None:
    """Raise VideoUnavailable while nobody could be let into a room."""
    find_video(Seat("probe", "", False, "", datetime.now(UTC)))
