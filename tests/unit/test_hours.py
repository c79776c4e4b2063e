from collective.virtualoffice.domain.hours import Hours
from collective.virtualoffice.domain.hours import Interval
from collective.virtualoffice.domain.hours import overlapping
from collective.virtualoffice.domain.hours import Range
from collective.virtualoffice.domain.hours import SpecialDay
from datetime import date
from datetime import datetime
from datetime import time
from datetime import timedelta
from datetime import UTC
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
from zoneinfo import ZoneInfo
import pytest


BERLIN = ZoneInfo("Europe/Berlin")
SPRING = date(2026, 3, 29)
AUTUMN = date(2026, 10, 25)
MONDAY = date(2026, 11, 23)
ALL_DAY = Range(time(0), time(0))


def span(text: str) -> Range:
    opens, closes = text.split("-")
    return Range(time.fromisoformat(opens), time.fromisoformat(closes))


def hours(*everyday: str, exceptions=None, holidays=None, zone=BERLIN) -> Hours:
    ranges = tuple(span(text) for text in everyday)
    return Hours(
        weekly=dict.fromkeys(range(7), ranges),
        exceptions=exceptions or {},
        holidays=(holidays or {}).get,
        zone=zone,
    )


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def local(day: date, clock: str, fold: int = 0) -> datetime:
    moment = datetime.combine(day, time.fromisoformat(clock), BERLIN)
    return moment.replace(fold=fold).astimezone(UTC)


def test_an_office_is_open_from_its_first_instant_until_just_before_its_last():
    office = hours("08:00-12:00")
    assert office.opening(local(MONDAY, "08:00")) is not None
    assert office.opening(local(MONDAY, "11:59:59")) is not None
    assert office.opening(local(MONDAY, "12:00")) is None
    assert office.opening(local(MONDAY, "07:59:59")) is None


def test_closing_time_is_told_in_utc():
    assert hours("08:00-12:00").closes_at(local(MONDAY, "09:00")) == utc(
        "2026-11-23T11:00"
    )


def test_closed_offices_have_no_closing_time():
    assert hours("08:00-12:00").closes_at(local(MONDAY, "13:00")) is None


def test_touching_ranges_are_one_opening():
    office = hours("08:00-12:00", "12:00-16:00")
    assert len(office.day(MONDAY)) == 1
    assert office.closes_at(local(MONDAY, "09:00")) == local(MONDAY, "16:00")


def test_ranges_written_in_any_order_count_in_order():
    office = hours("14:00-16:00", "08:00-12:00")
    assert [i.start for i in office.day(MONDAY)] == [
        local(MONDAY, "08:00"),
        local(MONDAY, "14:00"),
    ]


def test_a_night_shift_is_one_opening_over_midnight():
    office = hours("22:00-00:00", "00:00-02:00")
    tuesday = MONDAY + timedelta(days=1)
    expected = Interval(local(MONDAY, "22:00"), local(tuesday, "02:00"))
    assert office.opening(local(MONDAY, "23:59")) == expected
    assert office.opening(local(tuesday, "00:00")) == expected
    assert office.opening(local(tuesday, "01:00")) == expected


def test_an_office_open_around_the_clock_never_closes_and_never_opens_again():
    office = hours("00:00-00:00")
    for day in (SPRING, AUTUMN, MONDAY, date(2026, 12, 31)):
        now = local(day, "02:30")
        assert office.opening(now) is not None
        assert office.closes_at(now) is None
    assert office.next_opening(utc("2026-11-23T10:00")) is None


def test_an_office_around_the_clock_closes_before_a_special_closure_within_the_week():
    closure = {MONDAY + timedelta(days=3): SpecialDay((), "Staff outing")}
    office = hours("00:00-00:00", exceptions=closure)
    thursday = MONDAY + timedelta(days=3)
    assert office.closes_at(local(MONDAY, "10:00")) == local(thursday, "00:00")
    assert office.next_opening(local(MONDAY, "10:00")) == local(
        thursday + timedelta(days=1), "00:00"
    )


def test_the_next_opening_crosses_the_year_and_its_holiday():
    office = hours("08:00-12:00", holidays={date(2027, 1, 1): "Neujahr"})
    now = local(date(2026, 12, 31), "13:00")
    assert office.next_opening(now) == local(date(2027, 1, 2), "08:00")


def test_while_open_the_next_opening_is_the_one_after_this():
    office = hours("08:00-12:00", "14:00-16:00")
    assert office.next_opening(local(MONDAY, "08:00")) == local(MONDAY, "14:00")


def test_without_hours_nothing_ever_opens():
    assert hours().next_opening(local(MONDAY, "08:00")) is None
    assert hours().opening(local(MONDAY, "08:00")) is None


def test_an_opening_beyond_the_horizon_is_not_told():
    far = MONDAY + timedelta(days=500)
    office = hours(exceptions={far: SpecialDay((ALL_DAY,), "Festival")})
    assert office.next_opening(local(MONDAY, "08:00")) is None


def test_a_special_day_wins_over_a_holiday_and_a_holiday_over_the_week():
    holidays = {MONDAY: "Feiertag"}
    special = {MONDAY: SpecialDay((span("10:00-11:00"),), "Open house")}
    assert hours("08:00-12:00", holidays=holidays).day(MONDAY) == ()
    opened = hours("08:00-12:00", holidays=holidays, exceptions=special)
    assert opened.day(MONDAY)[0].start == local(MONDAY, "10:00")


def test_the_public_reason_is_the_special_days_else_the_holidays():
    holidays = {MONDAY: "Feiertag"}
    special = {MONDAY: SpecialDay((), "Staff outing")}
    silent = {MONDAY: SpecialDay(())}
    assert hours(holidays=holidays, exceptions=special).reason(MONDAY) == "Staff outing"
    assert hours(holidays=holidays, exceptions=silent).reason(MONDAY) is None
    assert hours(holidays=holidays).reason(MONDAY) == "Feiertag"
    assert hours().reason(MONDAY) is None


@pytest.mark.parametrize(
    "day, length", [(SPRING, 23), (AUTUMN, 25), (MONDAY, 24)], ids=str
)
def test_a_whole_day_is_as_long_as_the_clocks_make_it(day, length):
    (whole,) = hours("00:00-00:00").day(day)
    assert whole.end - whole.start == timedelta(hours=length)


def test_a_time_that_does_not_exist_means_the_moment_of_the_change():
    change = utc("2026-03-29T01:00")
    assert hours("02:30-05:00").day(SPRING)[0].start == change
    assert hours("01:00-02:30").day(SPRING)[0].end == change


def test_a_range_inside_the_missing_hour_holds_no_time():
    assert hours("02:10-02:50").day(SPRING) == ()


def test_a_time_that_exists_twice_means_its_first_occurrence():
    first = local(AUTUMN, "02:30", fold=0)
    assert first == utc("2026-10-25T00:30")
    assert hours("02:30-05:00").day(AUTUMN)[0].start == first
    assert hours("01:00-02:30").day(AUTUMN)[0].end == first


def test_a_range_over_the_repeated_hour_stays_open_through_both():
    office = hours("01:00-04:00")
    assert office.opening(local(AUTUMN, "02:30", fold=0)) is not None
    assert office.opening(local(AUTUMN, "02:30", fold=1)) is not None
    (opening,) = office.day(AUTUMN)
    assert opening.end - opening.start == timedelta(hours=4)


def test_a_zone_that_changes_its_clocks_at_midnight_begins_the_day_at_the_change():
    zone = ZoneInfo("America/Sao_Paulo")
    (whole,) = hours("00:00-00:00", zone=zone).day(date(2018, 11, 4))
    assert whole.start == utc("2018-11-04T03:00")
    assert whole.end - whole.start == timedelta(hours=23)


@pytest.mark.parametrize(
    "ranges, expected",
    [
        (["08:00-12:00", "12:00-14:00"], False),
        (["12:00-14:00", "08:00-12:01"], True),
        (["08:00-00:00", "23:00-23:30"], True),
        (["00:00-02:00", "22:00-00:00"], False),
        (["08:00-09:00", "08:00-09:00"], True),
        ([], False),
    ],
)
def test_overlapping_ranges_are_found_and_touching_ones_are_not(ranges, expected):
    assert overlapping(span(text) for text in ranges) is expected


@pytest.mark.parametrize(
    "text, expected",
    [("08:00-08:00", True), ("09:00-08:00", True), ("08:00-00:00", False)],
)
def test_a_range_that_closes_before_it_opens_is_empty(text, expected):
    assert span(text).empty is expected
    assert bool(hours(text).day(MONDAY)) is not expected


clocks = st.builds(time, st.integers(0, 23), st.sampled_from([0, 15, 30, 45]))
spans = st.builds(Range, clocks, st.one_of(clocks, st.just(time(0)))).filter(
    lambda each: not each.empty
)
plans = st.lists(spans, max_size=3).map(tuple)
zones = st.sampled_from(
    [BERLIN, ZoneInfo("America/Sao_Paulo"), ZoneInfo("Australia/Lord_Howe")]
)
FOUR_DAYS = 4 * 24 * 60 * 60
around_changes = st.builds(
    lambda start, seconds: utc(start) + timedelta(seconds=seconds),
    st.sampled_from(["2026-03-27", "2026-10-23", "2018-11-02", "2026-12-30"]),
    st.one_of(st.integers(0, FOUR_DAYS), st.sampled_from(range(0, FOUR_DAYS, 900))),
)


@st.composite
def offices(draw) -> Hours:
    near = st.one_of(
        st.dates(date(2026, 3, 26), date(2026, 4, 1)),
        st.dates(date(2026, 10, 22), date(2026, 10, 28)),
        st.dates(date(2018, 11, 1), date(2018, 11, 7)),
    )
    special = st.builds(SpecialDay, plans, st.just("reason"))
    return Hours(
        weekly=draw(st.dictionaries(st.integers(0, 6), plans)),
        exceptions=draw(st.dictionaries(near, special, max_size=3)),
        holidays=draw(st.dictionaries(near, st.just("holiday"), max_size=3)).get,
        zone=draw(zones),
    )


def nearby(office: Hours, now: datetime) -> list[Interval]:
    today = now.astimezone(office.zone).date()
    days = (today + timedelta(days=n) for n in (-1, 0, 1))
    return [interval for day in days for interval in office.day(day)]


@given(offices(), around_changes)
def test_an_office_is_open_exactly_when_an_interval_of_a_day_holds_now(office, now):
    held = any(now in interval for interval in nearby(office, now))
    assert office.is_open(now) is held
    opening = office.opening(now)
    assert (opening is not None) is held
    assert opening is None or now in opening


@given(offices(), around_changes)
def test_at_its_closing_time_an_office_is_closed(office, now):
    closing = office.closes_at(now)
    if closing is not None:
        assert closing > now
        assert office.opening(closing) is None
        assert office.opening(closing - timedelta(microseconds=1)) is not None


@settings(max_examples=60)
@given(offices(), around_changes, st.floats(0, 0.999))
def test_the_next_opening_is_a_start_with_nothing_open_in_between(office, now, share):
    opens = office.next_opening(now)
    if opens is None:
        return
    assert office.opening(opens).start == opens
    since = office.closes_at(now) or now
    between = since + (opens - since) * share
    assert office.opening(between) is None


@given(offices(), st.dates(date(2026, 3, 26), date(2026, 4, 1)))
def test_the_intervals_of_a_day_are_ordered_apart_and_inside_the_day(office, day):
    intervals = office.day(day)
    for earlier, later in zip(intervals, intervals[1:], strict=False):
        assert earlier.end < later.start
    for interval in intervals:
        last = (interval.end - timedelta(microseconds=1)).astimezone(office.zone)
        assert interval.start.astimezone(office.zone).date() == day
        assert last.date() == day
