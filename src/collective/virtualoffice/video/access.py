"""How a room is entered, whatever system provides it."""

from collective.virtualoffice.settings import read_settings
from collective.virtualoffice.settings import Settings
from dataclasses import dataclass
from dataclasses import field
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from typing import Any
from zope.component import queryUtility
from zope.interface import Attribute
from zope.interface import Interface


class VideoUnavailable(Exception):
    """Nobody could enter a room; ``reason`` is a code, in words in `reasons.py`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class Seat:
    """Somebody's place in a room.

    ``user`` is a random id of whoever sits there, told to nobody else; ``page`` the
    address of our own page for this seat, ``until`` when the way in ends, ``language``
    the one that the reader reads (BCP 47). Only a desk moderates.
    """

    room: str = field(repr=False)
    user: str
    name: str = field(repr=False)
    moderator: bool
    page: str = field(repr=False)
    until: datetime
    language: str


@dataclass(frozen=True)
class RoomAccess:
    """What a browser needs to enter a room.

    ``script`` is the address of the system's own script, None where it is not to be
    embedded; ``url`` a plain link that leads there without it, ``jwt`` the token where
    the system asks for one, ``options`` what the script is to be called with.
    """

    url: str = field(repr=False)
    domain: str | None
    script: str | None
    room: str = field(repr=False)
    expires_at: datetime
    jwt: str | None = field(default=None, repr=False)
    options: dict[str, Any] = field(default_factory=dict, repr=False)


class IVideoSystem(Interface):
    """A named utility that lets people into rooms."""

    title = Attribute("What the control panel calls it")

    def access(seat: Seat, settings: Settings) -> RoomAccess:
        """The way in for one seat, without asking the system's server.

        Raises VideoUnavailable.
        """


def find_video(seat: Seat) -> RoomAccess:
    """The way into a room of the system that is set. Raises VideoUnavailable."""
    settings = read_settings()
    system = queryUtility(IVideoSystem, name=settings.video_system)
    if system is None:
        raise VideoUnavailable("system_missing")
    return system.access(seat, settings)


def require_video() -> None:
    """Raise VideoUnavailable while nobody could be let into a room."""
    now = datetime.now(UTC)
    find_video(Seat("probe", "probe", "", False, "", now + timedelta(hours=1), "en"))


def video_trouble() -> str | None:
    """Why nobody could be let into a room, as a code; None while all is well."""
    try:
        require_video()
    except VideoUnavailable as trouble:
        return trouble.reason
    return None
