"""What staff ought to know although no visitor says it."""

from collections.abc import Iterator
from collective.virtualoffice import _
from collective.virtualoffice.clients import proxy_unconfigured
from collective.virtualoffice.domain.waiting.floor import Floor
from collective.virtualoffice.keys import KeyUnavailable
from collective.virtualoffice.keys import token_key
from collective.virtualoffice.settings import read_settings
from collective.virtualoffice.video import reasons
from collective.virtualoffice.video import video_trouble
from datetime import timedelta
from enum import StrEnum
from typing import Any
from zope.i18nmessageid import Message


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


def alarm_words(alarm: Alarm) -> Message:
    """An alarm in words; of the video system with what is wrong with it."""
    if alarm is not Alarm.VIDEO_UNAVAILABLE:
        return ALARMS[alarm]
    return reasons.outage_words(video_trouble() or "unconfigured")


def alarms(floor: Floor, request: Any) -> list[Alarm]:
    """What is wrong in an office now, the most urgent first."""
    return list(_alarms(floor, request))


def _alarms(floor: Floor, request: Any) -> Iterator[Alarm]:
    if floor.desks and not all(floor.is_served(seen) for seen in floor.queue):
        yield Alarm.VISIT_UNSERVED
    if video_trouble():
        yield Alarm.VIDEO_UNAVAILABLE
    if not _has_token_key():
        yield Alarm.KEY_UNAVAILABLE
    if proxy_unconfigured(request, read_settings().trusted_proxies):
        yield Alarm.PROXY_UNCONFIGURED
    ran_at = floor.house.clock.ran_at
    if ran_at is None or floor.now - ran_at > CLOCK_STOPPED:
        yield Alarm.CLOCK_STOPPED


def _has_token_key() -> bool:
    try:
        token_key()
    except KeyUnavailable:
        return False
    return True
