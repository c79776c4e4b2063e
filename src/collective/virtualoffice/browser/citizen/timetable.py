"""Opening hours as citizens read them."""

from collective.virtualoffice import _
from collective.virtualoffice.catalogue.vocabularies import WEEKDAY_NAMES
from collective.virtualoffice.domain.hours import DAY
from collective.virtualoffice.domain.hours import Hours
from collective.virtualoffice.domain.hours import MIDNIGHT
from collective.virtualoffice.domain.hours import Range
from collective.virtualoffice.wording import day
from collective.virtualoffice.wording import time_of_day
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zope.i18n import translate
from zope.i18nmessageid import Message


DAYS_AHEAD = 60
MOST_SPECIAL_DAYS = 6
WHOLE_DAY = (Range(MIDNIGHT, MIDNIGHT),)


@dataclass(frozen=True)
class Row:
    """One line: which day, when, and why it differs from the week."""

    day: Message | str
    times: str
    reason: str = ""


def week(request: Any, hours: Hours) -> list[Row]:
    """The seven days from Monday on."""
    return [
        Row(name, times(request, hours.weekly.get(number, ())))
        for number, name in enumerate(WEEKDAY_NAMES)
    ]


def is_always_open(hours: Hours) -> bool:
    return all(hours.weekly.get(number) == WHOLE_DAY for number in range(7))


def special_days(request: Any, hours: Hours, now: datetime) -> list[Row]:
    """The next days that differ from the week."""
    today = now.astimezone(hours.zone).date()
    ahead = (today + number * DAY for number in range(DAYS_AHEAD))
    special = [
        each for each in ahead if each in hours.exceptions or hours.holidays(each)
    ]
    return [
        Row(
            day(request, each),
            times(request, hours.ranges(each)),
            hours.reason(each) or "",
        )
        for each in special[:MOST_SPECIAL_DAYS]
    ]


def times(request: Any, ranges: tuple[Range, ...]) -> str:
    """The ranges of one day, or that there are none."""
    if not ranges:
        return translate(_("office_closed", default="closed"), context=request)
    if ranges == WHOLE_DAY:
        return translate(
            _("office_all_day", default="around the clock"), context=request
        )
    return ", ".join(_range(request, each) for each in ranges)


def _range(request: Any, each: Range) -> str:
    closes = (
        translate(_("office_midnight", default="midnight"), context=request)
        if each.closes == MIDNIGHT
        else time_of_day(request, each.closes)
    )
    return f"{time_of_day(request, each.opens)}–{closes}"
