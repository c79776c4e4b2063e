"""The tables of an office: what they refuse and what they mean."""

from collective.virtualoffice.content.grid import GridInvalid
from collective.virtualoffice.content.office import IVirtualOffice
from collective.virtualoffice.content.office import office_hours
from collective.virtualoffice.domain.hours import Range
from datetime import date
from datetime import datetime
from datetime import time
from datetime import UTC
from plone import api
import pytest


def week_row(weekday, opens, closes):
    return {"weekday": weekday, "opens": time(opens), "closes": time(closes)}


def day_row(day, opens=None, closes=None, reason=None):
    return {"day": day, "opens": opens, "closes": closes, "reason": reason}


CHRISTMAS_EVE = date(2026, 12, 24)


@pytest.mark.parametrize(
    "rows",
    [
        [week_row("MO", 8, 12), week_row("MO", 12, 16)],
        [week_row("MO", 8, 12), week_row("TU", 8, 12)],
        [week_row("MO", 0, 0)],
        [week_row("MO", 20, 0)],
    ],
)
def test_good_hours_are_accepted(integration, rows):
    assert IVirtualOffice["opening_hours"].constraint(rows)


@pytest.mark.parametrize(
    "rows, message, number",
    [
        ([week_row("MO", 8, 8)], "error_hours_empty", 1),
        ([week_row("MO", 8, 12), week_row("TU", 12, 8)], "error_hours_empty", 2),
        ([week_row("MO", 8, 12), week_row("MO", 11, 16)], "error_hours_overlap", 2),
        ([week_row("MO", 20, 0), week_row("MO", 8, 21)], "error_hours_overlap", 2),
    ],
)
def test_bad_hours_are_refused_by_row(integration, rows, message, number):
    with pytest.raises(GridInvalid) as refused:
        IVirtualOffice["opening_hours"].constraint(rows)
    assert refused.value.doc() == message
    assert refused.value.doc().mapping == {"row": number}


@pytest.mark.parametrize(
    "rows, message, number",
    [
        ([day_row(CHRISTMAS_EVE, time(8))], "error_hours_half", 1),
        ([day_row(CHRISTMAS_EVE, None, time(12))], "error_hours_half", 1),
        (
            [day_row(CHRISTMAS_EVE), day_row(CHRISTMAS_EVE, time(8), time(12))],
            "error_hours_closed",
            2,
        ),
        ([day_row(CHRISTMAS_EVE, time(8), time(7))], "error_hours_empty", 1),
        (
            [
                day_row(CHRISTMAS_EVE, time(8), time(12)),
                day_row(CHRISTMAS_EVE, time(11), time(13)),
            ],
            "error_hours_overlap",
            2,
        ),
    ],
)
def test_bad_special_days_are_refused_by_row(integration, rows, message, number):
    with pytest.raises(GridInvalid) as refused:
        IVirtualOffice["exceptions"].constraint(rows)
    assert refused.value.doc() == message
    assert refused.value.doc().mapping == {"row": number}


def test_hours_of_the_week_count_from_monday(portal, make_office):
    office = make_office(opening_hours=[week_row("WE", 8, 12), week_row("WE", 13, 0)])
    assert office_hours(office).weekly == {
        2: (Range(time(8), time(12)), Range(time(13), time(0)))
    }


def test_a_special_day_replaces_the_week_and_keeps_its_reason(portal, make_office):
    office = make_office(
        exceptions=[
            day_row(CHRISTMAS_EVE, time(8), time(10), "Heiligabend"),
            day_row(CHRISTMAS_EVE, time(11), time(12)),
        ]
    )
    hours = office_hours(office)
    assert hours.ranges(CHRISTMAS_EVE) == (
        Range(time(8), time(10)),
        Range(time(11), time(12)),
    )
    assert hours.reason(CHRISTMAS_EVE) == "Heiligabend"


def test_a_day_without_times_is_closed(portal, make_office):
    office = make_office(exceptions=[day_row(CHRISTMAS_EVE, reason="Betriebsausflug")])
    assert office_hours(office).ranges(CHRISTMAS_EVE) == ()


CORPUS_CHRISTI = date(2026, 6, 4)


@pytest.mark.parametrize("state, closed", [("NW", True), ("BE", False), (None, False)])
def test_public_holidays_differ_by_state(portal, make_office, state, closed):
    office = make_office(holiday_state=state)
    assert (office_hours(office).ranges(CORPUS_CHRISTI) == ()) is closed


def test_holidays_are_named_in_the_language_of_the_reader(portal, make_office):
    office = make_office(holiday_state="NW")
    assert office_hours(office).reason(CORPUS_CHRISTI) == "Corpus Christi"
    api.portal.set_registry_record("plone.default_language", "de")
    portal.REQUEST.environ["HTTP_ACCEPT_LANGUAGE"] = "de"
    portal.REQUEST["LANGUAGE"] = "de"
    assert office_hours(office).reason(CORPUS_CHRISTI) == "Fronleichnam"


def test_the_zone_is_the_site_s_and_not_the_reader_s(portal, make_office):
    api.user.get_current().setMemberProperties({"timezone": "Asia/Tokyo"})
    office = make_office(opening_hours=[week_row("TH", 8, 12)])
    assert office_hours(office).next_opening(
        datetime(2026, 12, 23, tzinfo=UTC)
    ) == datetime(2026, 12, 24, 7, tzinfo=UTC)
