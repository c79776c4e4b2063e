"""What staff ought to know although no visitor says it."""

from collections.abc import Iterator
from collective.virtualoffice import _
from collective.virtualoffice.clients import proxy_unconfigured
from collective.virtualoffice.domain.waiting.floor import Floor
from collective.virtualoffice.keys import KeyUnavailable
from collective.virtualoffice.keys import token_key
from collective.virtualoffice.settings import read_settings
from collective.virtualoffice.video import require_video
from collective.virtualoffice.video import VideoUnavailable
from datetime import timedelta
from enum import StrEnum
from typing import Any


CLOCK_STOPPED = timedelta(minutes=15)


class Alarm(StrEnum):
    """``visit_unserved``: somebody waits whom no open desk serves."""

    VISIT_UNSERVED = "visit_unserved"
    VIDEO_UNAVAILABLE = "video_unavailable"
    KEY_UNAVAILABLE = "key_unavailable"
    PROXY_UNCONFIGURED = "proxy_unconfigured"
    CLOCK_STOPPED = "clock_stopped"


ALARMS = {
    Alarm.VISIT_UNSERVED: _(
        "staff_alarm_unserved",
        default="Somebody waits whom no open desk serves. "
        "Look for the mark in the list, and call them or change what your desk serves.",
    ),
    Alarm.VIDEO_UNAVAILABLE: _(
        "staff_alarm_video",
        default="Video is not set up: nobody can enter a room. "
        "Please tell your administrators.",
    ),
    Alarm.KEY_UNAVAILABLE: _(
        "staff_alarm_key",
        default="Private links cannot be made or opened. "
        "Please tell your administrators.",
    ),
    Alarm.PROXY_UNCONFIGURED: _(
        "staff_alarm_proxy",
        default="A proxy is in front of this site but not named in its settings: "
        "the limit of knocks is off. Please tell your administrators.",
    ),
    Alarm.CLOCK_STOPPED: _(
        "staff_alarm_clock",
        default="The clock of this site does not run: nothing is erased or written "
        "down in time. Please tell your administrators.",
    ),
}


def alarms(floor: Floor, request: Any) -> list[Alarm]:
    """What is wrong in an office now, the most urgent first."""
    return list(_alarms(floor, request))


def _alarms(floor: Floor, request: Any) -> Iterator[Alarm]:
    if floor.desks and not all(floor.is_served(seen) for seen in floor.queue):
        yield Alarm.VISIT_UNSERVED
    if not _works(require_video, VideoUnavailable):
        yield Alarm.VIDEO_UNAVAILABLE
    if not _works(token_key, KeyUnavailable):
        yield Alarm.KEY_UNAVAILABLE
    if proxy_unconfigured(request, read_settings().trusted_proxies):
        yield Alarm.PROXY_UNCONFIGURED
    ran_at = floor.house.clock.ran_at
    if ran_at is None or floor.now - ran_at > CLOCK_STOPPED:
        yield Alarm.CLOCK_STOPPED


def _works(what: Any, failure: type[Exception]) -> bool:
    try:
        what()
    except failure:
        return False
    return True
