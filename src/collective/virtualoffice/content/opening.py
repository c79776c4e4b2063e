"""From the tables of an office to its hours, and the rules those tables keep."""

from collections import defaultdict
from collections.abc import Callable
from collections.abc import Hashable
from collections.abc import Iterable
from collective.virtualoffice import _
from collective.virtualoffice.catalogue.vocabularies import WEEKDAYS
from collective.virtualoffice.content.grid import GridInvalid
from collective.virtualoffice.domain.hours import overlapping
from collective.virtualoffice.domain.hours import Range
from collective.virtualoffice.domain.hours import SpecialDay
from datetime import date
from functools import lru_cache
from holidays import country_holidays


def ranges_of(rows: Iterable[dict]) -> tuple[Range, ...]:
    """The ranges of rows that have both times; 00:00 closes at the end of the day."""
    return tuple(
        Range(row["opens"], row["closes"]) for row in rows if row["opens"] is not None
    )


def grouped(rows: Iterable[dict], key: str) -> dict[Hashable, list[dict]]:
    """Rows by the value of one column, in order."""
    groups = defaultdict(list)
    for row in rows:
        groups[row[key]].append(row)
    return groups


def weekly(rows: Iterable[dict] | None) -> dict[int, tuple[Range, ...]]:
    """Ranges by weekday, Monday is 0."""
    groups = grouped(rows or (), "weekday")
    return {WEEKDAYS.index(code): ranges_of(group) for code, group in groups.items()}


def special_days(rows: Iterable[dict] | None) -> dict[date, SpecialDay]:
    """Dates that have other hours than their weekday; the first reason counts."""
    return {
        day: SpecialDay(
            ranges_of(group),
            next((row["reason"] for row in group if row["reason"]), ""),
        )
        for day, group in grouped(rows or (), "day").items()
    }


@lru_cache(maxsize=256)
def _holidays(state: str, language: str, year: int) -> dict[date, str]:
    return dict(country_holidays("DE", subdiv=state, years=year, language=language))


def public_holidays(
    state: str | None, language: str = "de"
) -> Callable[[date], str | None]:
    """What answers the name of the holiday on a date, or None.

    Without a federal state there are no holidays. Names are German or English.
    """
    if not state:
        return lambda day: None
    known = "de" if language.startswith("de") else "en_US"
    return lambda day: _holidays(state, known, day.year).get(day)


def check_week(rows: list[dict]) -> None:
    """Raise GridInvalid for the first row that is empty or overlaps another."""
    _check_ranges(rows, "weekday")


def check_special_days(rows: list[dict]) -> None:
    """Raise GridInvalid for half a range, a closed day with hours, or as check_week."""
    for number, row in enumerate(rows, 1):
        if (row["opens"] is None) != (row["closes"] is None):
            raise GridInvalid(
                _(
                    "error_hours_half",
                    default="Row ${row}: fill in both times, or none to be closed.",
                    mapping={"row": number},
                )
            )
    _check_closed_days(rows)
    _check_ranges(rows, "day")


def _check_closed_days(rows: list[dict]) -> None:
    closed = {row["day"] for row in rows if row["opens"] is None}
    for number, row in enumerate(rows, 1):
        if row["opens"] is not None and row["day"] in closed:
            raise GridInvalid(
                _(
                    "error_hours_closed",
                    default="Row ${row}: another row says that this day is closed.",
                    mapping={"row": number},
                )
            )


def _check_ranges(rows: list[dict], key: str) -> None:
    seen: dict[Hashable, list[Range]] = defaultdict(list)
    for number, row in enumerate(rows, 1):
        for each in ranges_of([row]):
            if each.empty:
                raise GridInvalid(
                    _(
                        "error_hours_empty",
                        default="Row ${row}: it must close later than it opens.",
                        mapping={"row": number},
                    )
                )
            seen[row[key]].append(each)
        if overlapping(seen[row[key]]):
            raise GridInvalid(
                _(
                    "error_hours_overlap",
                    default="Row ${row}: these hours overlap with a row above.",
                    mapping={"row": number},
                )
            )
