"""What monitoring asks about."""

from collective.virtualoffice.clients import proxy_unconfigured
from collective.virtualoffice.content.office import site_zone
from collective.virtualoffice.domain.house import House
from collective.virtualoffice.settings import read_settings
from collective.virtualoffice.storage import house
from collective.virtualoffice.usecases.agreement import key_state
from collective.virtualoffice.video import video_trouble
from datetime import datetime
from datetime import timedelta
from typing import Any
from typing import TypedDict


LATE = timedelta(minutes=5)
OK = "ok"


class ClockHealth(TypedDict):
    state: str
    ran_at: str | None


class Health(TypedDict):
    """Codes, ``ok`` where all is well; ``outbox`` is null while there is none."""

    status: str
    storage: str
    token_key: str
    outbox: None
    clock: ClockHealth
    video: str
    proxy: str


def health(site: Any, request: Any, now: datetime) -> Health:
    """``status`` is failing, or degraded where only a limit is off."""
    known = _read(site)
    found: Health = {
        "status": OK,
        "storage": OK if known else "unreadable",
        "token_key": key_state(known or House()),
        "outbox": None,
        "clock": _clock(known or House(), now),
        "video": video_trouble() or OK,
        "proxy": _proxy(request),
    }
    return {**found, "status": _status(found)}


def _status(found: Health) -> str:
    needed = (found["storage"], found["token_key"], found["video"])
    if any(state != OK for state in (*needed, found["clock"]["state"])):
        return "failing"
    return OK if found["proxy"] == OK else "degraded"


def _read(site: Any) -> House | None:
    """The state of all offices with its waiting rooms really read; None if it fails."""
    try:
        found = house(site)
        for room in found.rooms.values():
            room.suspended  # noqa: B018
    except Exception:
        return None
    return found


def _clock(known: House, now: datetime) -> ClockHealth:
    ran_at = known.clock.ran_at
    if ran_at is None:
        return {"state": "never", "ran_at": None}
    local = ran_at.astimezone(site_zone()).isoformat(timespec="seconds")
    return {"state": "late" if now - ran_at > LATE else OK, "ran_at": local}


def _proxy(request: Any) -> str:
    """Whether limits by address work."""
    missing = proxy_unconfigured(request, read_settings().trusted_proxies)
    return "unconfigured" if missing else OK
