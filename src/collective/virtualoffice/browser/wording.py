"""Times and waits in the words of the reader."""

from collective.virtualoffice import _
from collective.virtualoffice.content.office import site_zone
from collective.virtualoffice.domain.waiting.estimate import Wait
from datetime import date
from datetime import datetime
from datetime import time
from typing import Any
from zope.i18n import translate
from zope.i18nmessageid import Message


MIDNIGHT = time(0)


def clock(request: Any, moment: datetime) -> str:
    """The time of day in the site's zone, as the reader writes it."""
    return time_of_day(request, moment.astimezone(site_zone()).time())


def time_of_day(request: Any, shown: time) -> str:
    """A wall-clock time as the reader writes it."""
    return request.locale.dates.getFormatter("time", "short").format(shown)


def day(request: Any, shown: date) -> str:
    """A date with its weekday."""
    return request.locale.dates.getFormatter("date", "full").format(shown)


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
    """The range of a wait; None when nobody can say."""
    if wait is None:
        return None
    return _wait_text(int(wait.low), int(wait.high), wait.rough)


def _wait_text(low: int, high: int, rough: bool) -> Message:
    if high < 2:
        return _("door_wait_none", default="a minute at most")
    mapping = {"low": low, "high": high}
    if low < 1 and rough:
        return _(
            "door_wait_up_to_rough",
            default="up to ${high} minutes (rough guess)",
            mapping=mapping,
        )
    if low < 1:
        return _("door_wait_up_to", default="up to ${high} minutes", mapping=mapping)
    if rough:
        return _(
            "door_wait_range_rough",
            default="about ${low} to ${high} minutes (rough guess)",
            mapping=mapping,
        )
    return _(
        "door_wait_range",
        default="about ${low} to ${high} minutes",
        mapping=mapping,
    )


def for_script(request: Any, texts: dict[str, Message]) -> dict[str, str]:
    """Translated texts in which the script fills in what stands in {braces}."""
    return {name: translate(text, context=request) for name, text in texts.items()}
