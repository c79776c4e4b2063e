"""How people read the hours of an office."""

from collective.virtualoffice.domain.hours import Hours
from collective.virtualoffice.domain.hours import Range
from collective.virtualoffice.domain.hours import SpecialDay
from collective.virtualoffice.domain.week import Dates
from collective.virtualoffice.domain.week import different
from collective.virtualoffice.domain.week import is_always_open
from collective.virtualoffice.domain.week import joined
from collective.virtualoffice.domain.week import week
from collective.virtualoffice.domain.week import Weekdays
from collective.virtualoffice.domain.week import written
from datetime import date
from datetime import time
from datetime import timedelta
from hypothesis import given
from hypothesis import strategies as st
from zoneinfo import ZoneInfo
import pytest


SUNDAY = date(2026, 11, 22)
CHRISTMAS = date(2026, 12, 25)


def spans(*texts: str) -> tuple[Range, ...]:
    return tuple(
        Range(*(time.fromisoformat(each) for each in text.split("-"))) for text in texts
    )


FORENOON = spans("08:00-12:00")
BOTH = spans("08:00-12:00", "14:00-16:00")


def hours(weekly=None, exceptions=None, holidays=None) -> Hours:
    return Hours(
        weekly=weekly or {},
        exceptions=exceptions or {},
        holidays=(holidays or {}).get,
        zone=ZoneInfo("Europe/Berlin"),
    )


def test_neighbouring_days_with_the_same_hours_are_one_line():
    weekly = {0: BOTH, 1: BOTH, 2: BOTH, 3: FORENOON, 4: BOTH}
    assert week(hours(weekly)) == [
        Weekdays(0, 2, BOTH),
        Weekdays(3, 3, FORENOON),
        Weekdays(4, 4, BOTH),
        Weekdays(5, 6, ()),
    ]


def test_an_office_without_hours_is_closed_from_monday_to_sunday():
    assert week(hours()) == [Weekdays(0, 6, ())]


def test_the_order_in_which_hours_were_written_does_not_part_days():
    assert len(week(hours({0: BOTH, 1: tuple(reversed(BOTH))}))) == 2


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (("12:00-16:00", "08:00-12:00"), ("08:00-16:00",)),
        (("08:00-12:00", "12:01-16:00"), ("08:00-12:00", "12:01-16:00")),
        (("08:00-12:00", "09:00-10:00"), ("08:00-12:00",)),
        (("18:00-00:00", "08:00-18:00"), ("08:00-00:00",)),
        (("08:00-08:00", "10:00-09:00"), ()),
    ],
)
def test_times_that_touch_are_one(written, read):
    assert joined(spans(*written)) == spans(*read)


CLOCKS = st.times().map(lambda each: each.replace(second=0, microsecond=0))


@given(st.lists(st.builds(Range, CLOCKS, CLOCKS), max_size=4), CLOCKS)
def test_joining_changes_no_minute(ranges, clock):
    def is_open(each: Range) -> bool:
        return not each.empty and each.opens <= clock < each.until

    assert any(map(is_open, joined(ranges))) == any(map(is_open, ranges))


def test_around_the_clock_may_be_written_in_parts():
    assert is_always_open(hours(dict.fromkeys(range(7), spans("00:00-00:00"))))
    halves = spans("00:00-12:00", "12:00-00:00")
    assert is_always_open(hours(dict.fromkeys(range(7), halves)))
    assert not is_always_open(hours(dict.fromkeys(range(6), halves)))


def test_days_that_differ_come_with_the_next_first_and_their_reason():
    trip, party = SUNDAY + timedelta(days=9), SUNDAY + timedelta(days=2)
    office = hours(
        dict.fromkeys(range(7), BOTH),
        {trip: SpecialDay((), "Betriebsausflug"), party: SpecialDay(FORENOON)},
    )
    assert different(office, SUNDAY, 10) == [
        Dates(party, party, FORENOON),
        Dates(trip, trip, (), "Betriebsausflug"),
    ]


def test_yesterday_and_what_is_far_away_are_not_told():
    days = {
        SUNDAY - timedelta(days=1): SpecialDay(()),
        SUNDAY + timedelta(days=10): SpecialDay(()),
    }
    assert different(hours(exceptions=days), SUNDAY, 10) == []


def test_today_is_told():
    days = {SUNDAY: SpecialDay(FORENOON)}
    assert different(hours(exceptions=days), SUNDAY, 10)[0].first == SUNDAY


def test_dates_in_a_row_are_one_line_while_hours_and_reason_are_the_same():
    closed = SpecialDay((), "Inventur")
    days = [SUNDAY + timedelta(days=number) for number in range(6)]
    office = hours(
        exceptions={
            days[0]: closed,
            days[1]: closed,
            days[2]: SpecialDay((), "Umzug"),
            days[3]: SpecialDay(FORENOON, "Umzug"),
            days[5]: SpecialDay(FORENOON, "Umzug"),
        }
    )
    assert different(office, SUNDAY, 10) == [
        Dates(days[0], days[1], (), "Inventur"),
        Dates(days[2], days[2], (), "Umzug"),
        Dates(days[3], days[3], FORENOON, "Umzug"),
        Dates(days[5], days[5], FORENOON, "Umzug"),
    ]


def test_a_holiday_counts_only_where_it_closes_something():
    holidays = {CHRISTMAS: "Weihnachten"}
    told = different(hours({4: BOTH}, holidays=holidays), CHRISTMAS, 1)
    assert told == [Dates(CHRISTMAS, CHRISTMAS, (), "Weihnachten")]
    assert different(hours({0: BOTH}, holidays=holidays), CHRISTMAS, 1) == []


def test_what_an_editor_wrote_is_told_even_where_it_changes_nothing():
    days = {CHRISTMAS: SpecialDay((), "Auch heute geschlossen")}
    assert (
        different(hours(exceptions=days), CHRISTMAS, 1)[0].reason
        == days[CHRISTMAS].reason
    )


def test_a_line_knows_its_days():
    assert [day in Weekdays(1, 3, ()) for day in (0, 1, 3, 4)] == [
        False,
        True,
        True,
        False,
    ]
    line = Dates(SUNDAY, CHRISTMAS, ())
    assert SUNDAY in line and CHRISTMAS in line
    assert CHRISTMAS + timedelta(days=1) not in line


def test_all_that_editors_wrote_is_listed_also_what_is_over():
    days = [SUNDAY, SUNDAY - timedelta(days=400), SUNDAY - timedelta(days=399)]
    office = hours(exceptions=dict.fromkeys(days, SpecialDay((), "Umzug")))
    assert written(office) == [
        Dates(days[1], days[2], (), "Umzug"),
        Dates(SUNDAY, SUNDAY, (), "Umzug"),
    ]
