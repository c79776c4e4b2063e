"""Opening hours: when an office is open, when it closes, when it opens again.

Hours are written in the wall-clock time of a place and answered as instants in
UTC. On the two days of a clock change a wall-clock time means one instant only:
a time that does not exist means the moment of the change, a time that exists
twice means its first occurrence. So ranges never swap or overlap by a change.
"""

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from datetime import time
from datetime import timedelta
from datetime import UTC
from zoneinfo import ZoneInfo


MIDNIGHT = time(0)
DAY = timedelta(days=1)
CLOSING_HORIZON = 8
OPENING_HORIZON = 400


@dataclass(frozen=True)
class Range:
    """Wall-clock times of one day; closing at 00:00 means the end of the day."""

    opens: time
    closes: time

    @property
    def empty(self) -> bool:
        """A range that closes at or before its opening holds no time at all."""
        return self.closes != MIDNIGHT and self.closes <= self.opens

    @property
    def until(self) -> time:
        """The closing as a time that compares: the end of the day is the latest."""
        return time.max if self.closes == MIDNIGHT else self.closes


@dataclass(frozen=True)
class SpecialDay:
    """Hours of one date; without ranges the office is closed that day."""

    ranges: tuple[Range, ...]
    reason: str = ""


@dataclass(frozen=True)
class Interval:
    """Instants in UTC; the end does not belong to it."""

    start: datetime
    end: datetime

    def __contains__(self, moment: datetime) -> bool:
        return self.start <= moment < self.end


def overlapping(ranges: Iterable[Range]) -> bool:
    """Do two of the ranges share any time? Touching ranges do not."""
    ordered = sorted(ranges, key=lambda each: each.opens)
    return any(
        later.opens < earlier.until
        for earlier, later in zip(ordered, ordered[1:], strict=False)
    )


def instant(day: date, clock: time, zone: ZoneInfo) -> datetime:
    """The moment in UTC when the clocks of the zone first show this time or later."""
    local = datetime.combine(day, clock, zone)
    moment = local.astimezone(UTC)
    shown = moment.astimezone(zone)
    if shown.replace(tzinfo=None) == local.replace(tzinfo=None):
        return moment
    return _clock_change(local.replace(fold=1).astimezone(UTC), moment, zone)


def _clock_change(before: datetime, after: datetime, zone: ZoneInfo) -> datetime:
    """The second of the change between two moments with different UTC offsets."""
    old_offset = before.astimezone(zone).utcoffset()
    while after - before > timedelta(seconds=1):
        seconds = (after - before) // timedelta(seconds=2)
        middle = before + timedelta(seconds=seconds)
        if middle.astimezone(zone).utcoffset() == old_offset:
            before = middle
        else:
            after = middle
    return after


def merged(intervals: Iterable[Interval]) -> Iterator[Interval]:
    """Join what overlaps or touches; the intervals come ordered by their start."""
    current: Interval | None = None
    for interval in intervals:
        if current is None:
            current = interval
        elif interval.start <= current.end:
            current = Interval(current.start, max(current.end, interval.end))
        else:
            yield current
            current = interval
    if current is not None:
        yield current


@dataclass(frozen=True)
class Hours:
    """The hours of one office: a special day wins over a holiday, both over the week.

    `weekly` counts weekdays from Monday = 0; `holidays` names the public holiday
    of a date, or answers None.
    """

    weekly: Mapping[int, tuple[Range, ...]]
    exceptions: Mapping[date, SpecialDay]
    holidays: Callable[[date], str | None]
    zone: ZoneInfo

    def ranges(self, day: date) -> tuple[Range, ...]:
        """The wall-clock ranges that count on this date, in order."""
        special = self.exceptions.get(day)
        if special is not None:
            ranges = special.ranges
        elif self.holidays(day):
            ranges = ()
        else:
            ranges = self.weekly.get(day.weekday(), ())
        filled = (each for each in ranges if not each.empty)
        return tuple(sorted(filled, key=lambda each: each.opens))

    def day(self, day: date) -> tuple[Interval, ...]:
        """When the office is open on this date, touching ranges joined."""
        intervals = (self._interval(day, each) for each in self.ranges(day))
        return tuple(merged(each for each in intervals if each.start < each.end))

    def is_open(self, now: datetime) -> bool:
        """Whether an opening holds `now`; looks no further than it must."""
        return any(now in run for run in self._runs(self._today(now), 1))

    def opening(self, now: datetime) -> Interval | None:
        """The time the office is open that holds `now`, joined over midnights.

        It is cut where the days looked at end: yesterday and eight days ahead.
        """
        runs = self._runs(self._today(now), CLOSING_HORIZON)
        return next((run for run in runs if now in run), None)

    def closes_at(self, now: datetime) -> datetime | None:
        """When the office closes; None while closed or open for the next week."""
        opening = self.opening(now)
        last_day = self._today(now) + CLOSING_HORIZON * DAY
        if opening is None or opening.end >= instant(last_day, MIDNIGHT, self.zone):
            return None
        return opening.end

    def next_opening(self, now: datetime) -> datetime | None:
        """When the office opens next after `now`, within 400 days, else None."""
        for run in self._runs(self._today(now), OPENING_HORIZON):
            if run.start > now:
                return run.start
        return None

    def reason(self, day: date) -> str | None:
        """What the public is told about this date: special reason or holiday."""
        special = self.exceptions.get(day)
        if special is not None:
            return special.reason or None
        return self.holidays(day)

    def _today(self, now: datetime) -> date:
        return now.astimezone(self.zone).date()

    def _interval(self, day: date, each: Range) -> Interval:
        last = day + DAY if each.closes == MIDNIGHT else day
        return Interval(
            instant(day, each.opens, self.zone),
            instant(last, each.closes, self.zone),
        )

    def _runs(self, today: date, days: int) -> Iterator[Interval]:
        """Open times from yesterday on, joined over midnights, as far as needed."""
        wanted = (today + number * DAY for number in range(-1, days))
        return merged(interval for day in wanted for interval in self.day(day))
