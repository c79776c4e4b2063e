"""Times and waits in the words of the reader."""

from collective.virtualoffice import _
from collective.virtualoffice.content.office import site_zone
from collective.virtualoffice.domain.waiting.estimate import Wait
from datetime import date
from datetime import datetime
from datetime import time
from math import ceil
from typing import Any
from zope.i18n import translate
from zope.i18nmessageid import Message
import re


MIDNIGHT = time(0)
LONG = 120  # minutes
NO_MINUTES = re.compile(r"\W?mm")


def clock(request: Any, moment: datetime) -> str:
    """The time of day in the site's zone, as the reader writes it."""
    return time_of_day(request, moment.astimezone(site_zone()).time())


def time_of_day(request: Any, shown: time) -> str:
    """A wall-clock time as the reader writes it."""
    return request.locale.dates.getFormatter("time", "short").format(shown)


def brief_time(request: Any, shown: time, minutes: bool) -> str:
    """A wall-clock time without leading zero, for full hours without minutes."""
    formatter = request.locale.dates.getFormatter("time", "short")
    pattern = formatter.getPattern().replace("HH", "H").replace("hh", "h")
    formatter.setPattern(pattern if minutes else NO_MINUTES.sub("", pattern))
    return formatter.format(shown)


def day(request: Any, shown: date) -> str:
    """A date with its weekday."""
    return request.locale.dates.getFormatter("date", "full").format(shown)


def date_of(request: Any, shown: date) -> str:
    """A date without its weekday."""
    return request.locale.dates.getFormatter("date", "long").format(shown)


def at_time(request: Any, moment: datetime, now: datetime) -> Message:
    """When: today's times by the clock alone, all others with their day."""
    zone = site_zone()
    local = moment.astimezone(zone)
    if local.date() == now.astimezone(zone).date():
        return _(
            "door_at_time",
            default="at ${time}",
            mapping={"time": clock(request, moment)},
        )
    return _(
        "door_at_day",
        default="${day} at ${time}",
        mapping={"day": day(request, local.date()), "time": clock(request, moment)},
    )


def wait_in_words(wait: Wait | None) -> Message | None:
    """The range of a wait, no more exact than it can be; None when nobody can say."""
    if wait is None:
        return None
    if wait.high < 2:
        return _("door_wait_none", default="a minute at most")
    said = _range(*_blurred(wait))
    return roughly(said) if wait.rough else said


def _blurred(wait: Wait) -> tuple[int, int, str]:
    """Whole minutes, from ten on whole five minutes, from two hours on whole hours."""
    if wait.high > LONG:
        return int(wait.low // 60), ceil(wait.high / 60), "hours"
    low, high = int(wait.low), ceil(wait.high)
    low -= low % 5 if low >= 10 else 0
    high += -high % 5 if high >= 10 else 0
    return low, high, "minutes"


def _range(low: int, high: int, unit: str) -> Message:
    kind = "up_to" if low < 1 else "range"
    return WAITS[f"{kind}_{unit}"](low, high)


def roughly(wait: Message | str) -> Message:
    """A wait that rests on planned times only."""
    return _("door_wait_rough", default="${wait} (rough guess)", mapping={"wait": wait})


def _up_to_minutes(low: Any, high: Any) -> Message:
    return _(
        "door_wait_up_to_minutes",
        default="up to ${high} minutes",
        mapping={"high": high},
    )


def _range_minutes(low: Any, high: Any) -> Message:
    return _(
        "door_wait_range_minutes",
        default="about ${low} to ${high} minutes",
        mapping={"low": low, "high": high},
    )


def _up_to_hours(low: Any, high: Any) -> Message:
    return _(
        "door_wait_up_to_hours", default="up to ${high} hours", mapping={"high": high}
    )


def _range_hours(low: Any, high: Any) -> Message:
    return _(
        "door_wait_range_hours",
        default="about ${low} to ${high} hours",
        mapping={"low": low, "high": high},
    )


WAITS = {
    "up_to_minutes": _up_to_minutes,
    "range_minutes": _range_minutes,
    "up_to_hours": _up_to_hours,
    "range_hours": _range_hours,
}


def wait_texts() -> dict[str, Message]:
    """The ways to say a wait, for the script."""
    ranges = {f"wait_{name}": say("{low}", "{high}") for name, say in WAITS.items()}
    none = wait_in_words(Wait(0, 0, False))
    return {"wait_none": none, "wait_rough": roughly("{wait}"), **ranges}


def for_script(request: Any, texts: dict[str, Message]) -> dict[str, str]:
    """Translated texts in which the script fills in what stands in {braces}."""
    return {name: translate(text, context=request) for name, text in texts.items()}
