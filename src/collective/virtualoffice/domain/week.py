"""The hours of an office as people read them: days with the same hours are one line."""

from .hours import DAY
from .hours import Hours
from .hours import MIDNIGHT
from .hours import Range
from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import replace
from datetime import date


WEEKDAYS = range(7)
WHOLE_DAY = (Range(MIDNIGHT, MIDNIGHT),)


@dataclass(frozen=True)
class Weekdays:
    """Weekdays that follow each other and have the same hours; Monday is 0."""

    first: int
    last: int
    ranges: tuple[Range, ...]

    def __contains__(self, weekday: int) -> bool:
        return self.first <= weekday <= self.last


@dataclass(frozen=True)
class Dates:
    """Dates that follow each other and differ from the week in the same way."""

    first: date
    last: date
    ranges: tuple[Range, ...]
    reason: str = ""

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


def joined(ranges: Iterable[Range]) -> tuple[Range, ...]:
    """The ranges in order, without empty ones; those that touch are one."""
    done: list[Range] = []
    for each in sorted(ranges, key=lambda each: each.opens):
        if each.empty:
            continue
        if done and each.opens <= done[-1].until:
            later = max(done[-1], each, key=lambda one: one.until)
            done[-1] = replace(done[-1], closes=later.closes)
        else:
            done.append(each)
    return tuple(done)


def week(hours: Hours) -> list[Weekdays]:
    """The whole week from Monday on, also the days when the office is closed."""
    lines: list[Weekdays] = []
    for number in WEEKDAYS:
        ranges = joined(hours.weekly.get(number, ()))
        if lines and lines[-1].ranges == ranges:
            lines[-1] = replace(lines[-1], last=number)
        else:
            lines.append(Weekdays(number, number, ranges))
    return lines


def is_always_open(hours: Hours) -> bool:
    """Whether the week knows no hour when the office is closed."""
    return week(hours) == [Weekdays(WEEKDAYS[0], WEEKDAYS[-1], WHOLE_DAY)]


def different(hours: Hours, today: date, days: int) -> list[Dates]:
    """What differs from the week on so many days from today on, the next first.

    A holiday on a day when the office is closed anyway differs in nothing.
    """
    return _in_lines(_different_days(hours, today, days))


def written(hours: Hours) -> list[Dates]:
    """Every date with hours of its own, also those that are over."""
    return _in_lines(
        Dates(day, day, joined(special.ranges), special.reason)
        for day, special in sorted(hours.exceptions.items())
    )


def _in_lines(days: Iterable[Dates]) -> list[Dates]:
    """Dates that follow each other with the same hours and reason as one."""
    lines: list[Dates] = []
    for each in days:
        if lines and _continues(lines[-1], each):
            lines[-1] = replace(lines[-1], last=each.last)
        else:
            lines.append(each)
    return lines


def _continues(line: Dates, day: Dates) -> bool:
    same = (line.ranges, line.reason) == (day.ranges, day.reason)
    return same and line.last + DAY == day.first


def _different_days(hours: Hours, today: date, days: int) -> Iterator[Dates]:
    for day in (today + number * DAY for number in range(days)):
        ranges = joined(hours.ranges(day))
        usual = joined(hours.weekly.get(day.weekday(), ()))
        if day in hours.exceptions or ranges != usual:
            yield Dates(day, day, ranges, hours.reason(day) or "")
