"""What administrators set for the whole site, as plain values.

The schema is in `controlpanel/schema.py`. Secrets are no settings: they come from
the environment (`keys.py`, `video/secret.py`), because the REST API answers every
field of the schema.
"""

from dataclasses import dataclass
from dataclasses import fields
from datetime import timedelta
from plone.registry.interfaces import IRegistry
from zope.component import getUtility
import re


PREFIX = "collective.virtualoffice"
KNOCK_WINDOW = timedelta(minutes=10)
# Without re.A some letters outside of ASCII would pass for "k" and "s".
SERVER = re.compile(
    r"(?:https://)?((?:[a-z0-9-]+\.)*[a-z0-9-]+(?::[0-9]{1,5})?)/?", re.I | re.A
)


@dataclass(frozen=True)
class Settings:
    """The settings as they are at this moment, without their storage."""

    answer_seconds: int = 120
    room_buffer_minutes: int = 30
    video_system: str = "jitsi"
    jitsi_service: str = "own"
    jitsi_server: str = ""
    jitsi_embedded: bool = True
    jitsi_tenant: str = ""
    jitsi_app_id: str = ""
    jitsi_key_id: str = ""
    jitsi_algorithm: str = "HS256"
    jitsi_audience: str = ""
    jitsi_issuer: str = ""
    jitsi_moderator_claim: str = "both"
    retention_hours: int = 24
    knocks_per_address: int = 30
    trusted_proxies: tuple[str, ...] = ()
    imprint_url: str | None = None

    @property
    def answer_time(self) -> timedelta:
        """How long a called citizen has to answer."""
        return timedelta(seconds=self.answer_seconds)

    @property
    def room_buffer(self) -> timedelta:
        """How long a way into a room is good after the planned end."""
        return timedelta(minutes=self.room_buffer_minutes)

    @property
    def retention(self) -> timedelta:
        """How long an ended visit is kept."""
        return timedelta(hours=self.retention_hours)

    @property
    def jitsi_host(self) -> str | None:
        """Host of the own Jitsi server, with its port if it has one; None if unset."""
        match = SERVER.fullmatch(self.jitsi_server)
        return match[1].lower() if match else None


KEYS = {field.name: f"{PREFIX}.{field.name}" for field in fields(Settings)}


def read_settings() -> Settings:
    """The settings of this site; what the registry lacks has its default."""
    registry = getUtility(IRegistry)
    values = {name: registry.get(key) for name, key in KEYS.items()}
    kept = {name: value for name, value in values.items() if value is not None}
    kept["trusted_proxies"] = tuple(kept.get("trusted_proxies", ()))
    return Settings(**kept)
