"""Opening hours as citizens read and hear them."""

from collective.virtualoffice import _
from collective.virtualoffice.catalogue.vocabularies import WEEKDAY_NAMES
from collective.virtualoffice.catalogue.vocabularies import WEEKDAY_SHORT_NAMES
from collective.virtualoffice.domain import week
from collective.virtualoffice.domain.hours import Hours
from collective.virtualoffice.domain.hours import MIDNIGHT
from collective.virtualoffice.domain.hours import Range
from collective.virtualoffice.wording import brief_time
from collective.virtualoffice.wording import day
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from datetime import time
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from zope.i18n import translate
from zope.i18nmessageid import Message


DAYS_AHEAD = 60
MOST_LINES = 6

# Lines as a table: `rows` and the id of its heading as `label`.
HOURS_TABLE = ViewPageTemplateFile("hours.pt")


@dataclass(frozen=True)
class Said:
    """Words as they are read, short, and as they are heard."""

    short: str
    long: str


@dataclass(frozen=True)
class Row:
    """One line: which days, when, the date of today if it is one of them, and why."""

    days: Said
    times: Said
    today: date | None
    reason: str = ""


@dataclass(frozen=True)
class Timetable:
    """The hours of an office, told to one reader at one moment."""

    request: Any
    hours: Hours
    now: datetime

    @property
    def today(self) -> date:
        return self.now.astimezone(self.hours.zone).date()

    @property
    def is_always_open(self) -> bool:
        return week.is_always_open(self.hours)

    @property
    def weekdays(self) -> list[Row]:
        """From Monday on; no line is marked on a day that differs from the week."""
        differs = any(self.today in line for line in self._different)
        weekday = None if differs else self.today.weekday()
        return [
            Row(
                self._weekdays(line),
                self._times(line.ranges),
                self.today if weekday is not None and weekday in line else None,
            )
            for line in week.week(self.hours)
        ]

    @property
    def different(self) -> list[Row]:
        """The next days that differ from the week, the next first."""
        return [self._special(line) for line in self._different[:MOST_LINES]]

    @property
    def written(self) -> list[Row]:
        """Every day that an editor gave other hours."""
        return [self._special(line) for line in week.written(self.hours)]

    @property
    def _different(self) -> list[week.Dates]:
        return week.different(self.hours, self.today, DAYS_AHEAD)

    def _special(self, line: week.Dates) -> Row:
        days, times = self._dates(line), self._times(line.ranges)
        today = self.today if self.today in line else None
        return Row(days, times, today, line.reason)

    def _say(self, text: Message) -> str:
        return translate(text, context=self.request)

    def _weekdays(self, line: week.Weekdays) -> Said:
        ends = (line.first, line.last)
        short = [self._say(WEEKDAY_SHORT_NAMES[number]) for number in ends]
        long = [self._say(WEEKDAY_NAMES[number]) for number in ends]
        if line.first == line.last:
            return Said(long[0], long[0])
        return Said("–".join(short), self._from_to(*long))

    def _dates(self, line: week.Dates) -> Said:
        first, last = (day(self.request, each) for each in (line.first, line.last))
        said = first if line.first == line.last else self._from_to(first, last)
        return Said(said, said)

    def _times(self, ranges: tuple[Range, ...]) -> Said:
        """The ranges of one day, or that there are none."""
        if not ranges or ranges == week.WHOLE_DAY:
            said = self._say(ALL_DAY if ranges else CLOSED)
            return Said(said, said)
        spans = [self._span(each, ranges) for each in ranges]
        short = ", ".join("–".join(span) for span in spans)
        long = ", ".join(self._from_to(*span) for span in spans)
        return Said(self._clock(short), self._clock(long))

    def _span(self, each: Range, ranges: tuple[Range, ...]) -> tuple[str, str]:
        """Opening and closing; without minutes where the whole day has none."""
        full = all(end.minute == 0 for one in ranges for end in (one.opens, one.closes))
        closes = (
            self._say(MIDNIGHT_IN_HOURS if full else MIDNIGHT_IN_MINUTES)
            if each.closes == MIDNIGHT
            else self._time(each.closes, full)
        )
        return self._time(each.opens, full), closes

    def _time(self, shown: time, full: bool) -> str:
        return brief_time(self.request, shown, minutes=not full)

    def _from_to(self, first: str, last: str) -> str:
        return self._say(
            _(
                "office_from_to",
                default="${first} to ${last}",
                mapping={"first": first, "last": last},
            )
        )

    def _clock(self, times: str) -> str:
        return self._say(
            _("office_times", default="${times}", mapping={"times": times})
        )


CLOSED = _("office_closed", default="closed")
ALL_DAY = _("office_all_day", default="around the clock")
MIDNIGHT_IN_HOURS = _("office_midnight_hour", default="midnight")
MIDNIGHT_IN_MINUTES = _("office_midnight", default="midnight")
