"""What staff are told of a day that was ended."""

from collective.virtualoffice.domain.hours import Hours
from collective.virtualoffice.domain.hours import Range
from collective.virtualoffice.domain.waiting import admission
from collective.virtualoffice.domain.waiting.dayend import day_end
from collective.virtualoffice.domain.waiting.dayend import DayEnd
from datetime import datetime
from datetime import time
from datetime import timedelta
from datetime import UTC
from zoneinfo import ZoneInfo
import pytest


MONDAY_ONLY = Hours(
    {0: (Range(time(8), time(12)),)}, {}, lambda day: None, ZoneInfo("Europe/Berlin")
)
NEXT_MONDAY = datetime(2026, 11, 30, 7, tzinfo=UTC)


@pytest.fixture
def ended(make_town):
    """An office that opens on Monday mornings, ended at 10 in Berlin."""
    town = make_town(hours=MONDAY_ONLY)
    town.open()
    admission.end_day(town.floor())
    return town


def test_a_day_that_goes_on_has_no_end(town):
    assert day_end(town.floor()) is None


def test_an_ended_day_names_its_end_and_the_next_opening(ended):
    at = ended.now
    ended.later(minutes=30)
    assert day_end(ended.floor()) == DayEnd(at, NEXT_MONDAY, may_go_on=True)


def test_after_closing_time_nothing_is_to_be_taken_up(ended):
    ended.later(hours=3)
    assert not day_end(ended.floor()).may_go_on


def test_the_next_day_knows_nothing_of_it(ended):
    ended.now += timedelta(days=1)
    assert day_end(ended.floor()) is None


def test_a_day_taken_up_again_has_no_end(ended):
    admission.admit(ended.floor(), reopen=True)
    assert day_end(ended.floor()) is None


def test_an_office_may_never_open_again(make_town):
    town = make_town(hours=Hours({}, {}, lambda day: None, ZoneInfo("Europe/Berlin")))
    town.open()
    admission.end_day(town.floor())
    assert day_end(town.floor()).opens_at is None
