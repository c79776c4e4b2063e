"""The hours on an office's page: for people, for screen readers, for machines."""

from collective.virtualoffice.browser.citizen import office as office_page
from collective.virtualoffice.browser.citizen.timetable import Timetable
from collective.virtualoffice.content.office import office_hours
from datetime import date
from datetime import datetime
from datetime import time
from datetime import UTC
from linkeddata import Facts
from plone import api
import pytest
import transaction


SUNDAY = datetime(2026, 11, 22, 11, tzinfo=UTC)
MONDAY_MORNING = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)
BRANCH = {"weekday": "FR", "opens": time(8, 30), "closes": time(12)}


def forenoons(*weekdays):
    return [
        {"weekday": day, "opens": time(8), "closes": time(12)} for day in weekdays
    ] + [{"weekday": day, "opens": time(14), "closes": time(0)} for day in weekdays]


def closed(day, reason=""):
    return {"day": day, "opens": None, "closes": None, "reason": reason}


def change(office, **values):
    for name, value in values.items():
        setattr(office, name, value)
    transaction.commit()


@pytest.fixture
def at(monkeypatch):
    """at(moment) is when the pages are asked for."""

    def set_clock(moment):
        class Clock(datetime):
            @classmethod
            def now(cls, zone=None):
                return moment.astimezone(zone)

        monkeypatch.setattr(office_page, "datetime", Clock)

    return set_clock


@pytest.fixture
def read(office, browse):
    """read(language) is the page's text without the spaces between its words."""
    return lambda language="de": " ".join(
        browse(office.absolute_url(), language).contents.split()
    )


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("de", [("Mo–Mi", "8–12, 14–24 Uhr"), ("Donnerstag", "geschlossen")]),
        ("en", [("Mon–Wed", "8 AM–12 PM, 2 PM–midnight"), ("Thursday", "closed")]),
    ],
)
def test_days_with_the_same_hours_are_one_line(office, read, language, expected):
    change(office, opening_hours=[*forenoons("MO", "TU", "WE"), BRANCH])
    page = read(language)
    for days, times in expected:
        assert f">{days}</span>" in page
        assert f">{times}</span>" in page
    assert page.count('<th class="pe-4" scope="row">') == 4


def test_times_with_minutes_keep_them_on_the_whole_day(office, read):
    change(office, opening_hours=[BRANCH])
    assert ">8:30–12:00 Uhr</span>" in read()


def test_lines_are_heard_in_whole_words(office, read):
    change(office, opening_hours=forenoons("MO", "TU", "WE"))
    page = read()
    assert '<span aria-hidden="true">Mo–Mi</span>' in page
    assert '<span class="visually-hidden">Montag bis Mittwoch</span>' in page
    heard = "8 bis 12, 14 bis 24 Uhr"
    assert f'<span class="visually-hidden">{heard}</span>' in page


def test_around_the_clock_needs_no_table(read):
    page = read()
    assert "Rund um die Uhr" in page
    assert "office-hours-week" not in page


@pytest.mark.parametrize(
    ("moment", "marked"), [(SUNDAY, "Sonntag"), (MONDAY_MORNING, "Montag")]
)
def test_today_is_marked_by_the_clock_of_the_place(office, at, read, moment, marked):
    change(office, opening_hours=[*forenoons("MO"), *forenoons("TU", "SA")])
    at(moment)
    page = read()
    assert page.count('aria-current="date"') == 1
    row = page.split('aria-current="date"')[1].split("</tr>")[0]
    assert marked in row and ">heute</span>" in row


def test_a_day_that_differs_is_today_instead_of_its_weekday(office, at, read):
    today = closed(SUNDAY.date(), "Betriebsausflug")
    change(office, opening_hours=forenoons("SU"), exceptions=[today])
    at(SUNDAY)
    row = read().split('aria-current="date"')[1].split("</tr>")[0]
    assert "Betriebsausflug" in row and "geschlossen" in row


def test_what_differs_next_stands_before_the_week_and_the_rest_after(office, at, read):
    days = [closed(date(2026, 12, 9), "Später"), closed(date(2026, 11, 25), "Bald")]
    change(office, opening_hours=forenoons("MO"), exceptions=days)
    at(SUNDAY)
    page = read()
    order = ["Als Nächstes andere Zeiten", "Bald", "In einer normalen Woche", "Später"]
    places = [page.index(each) for each in order]
    assert places == sorted(places)
    assert "Mittwoch, 25. November 2026" in page


def test_public_holidays_differ_only_where_they_close_something(office, at, read):
    change(office, opening_hours=forenoons("FR"), holiday_state="BY")
    at(SUNDAY)
    page = read()
    assert "Freitag, 25. Dezember 2026" in page
    assert "Samstag, 26. Dezember 2026" not in page


def test_machines_read_the_hours_as_schema_org_writes_them(office, at, browse):
    days = [
        closed(date(2026, 12, 24), "Heiligabend"),
        {
            "day": date(2026, 12, 31),
            "opens": time(9),
            "closes": time(11, 30),
            "reason": None,
        },
    ]
    change(office, opening_hours=forenoons("MO", "TU"), exceptions=days)
    at(SUNDAY)
    [facts] = Facts(browse(office.absolute_url()).contents).found
    assert facts["@context"] == "https://schema.org"
    assert facts["@type"] == "GovernmentOffice"
    assert facts["name"] == "Bürgerbüro Mitte"
    assert facts["telephone"] == "02000 115-0"
    week = ["https://schema.org/Monday", "https://schema.org/Tuesday"]
    assert [
        (each["dayOfWeek"], each["opens"], each["closes"])
        for each in facts["openingHoursSpecification"]
    ] == [(week, "08:00", "12:00"), (week, "14:00", "23:59")]
    assert facts["specialOpeningHoursSpecification"] == [
        {
            "@type": "OpeningHoursSpecification",
            "validFrom": "2026-12-24",
            "validThrough": "2026-12-24",
            "opens": "00:00",
            "closes": "00:00",
            "description": "Heiligabend",
        },
        {
            "@type": "OpeningHoursSpecification",
            "validFrom": "2026-12-31",
            "validThrough": "2026-12-31",
            "opens": "09:00",
            "closes": "11:30",
        },
    ]


def test_what_is_not_known_is_not_told_to_machines(office, browse):
    change(office, phone=None, address="", opening_hours=[])
    [facts] = Facts(browse(office.absolute_url()).contents).found
    assert {"telephone", "address", "openingHoursSpecification"}.isdisjoint(facts)


def test_no_text_gets_out_of_the_facts(office, browse):
    evil = "</script><script>alert(1)</script><!-- &amp; \u2028"
    change(office, title=evil, address=evil)
    page = browse(office.absolute_url()).contents
    assert "<script>alert" not in page
    [facts] = Facts(page).found
    assert facts["name"] == facts["address"] == evil


def test_the_clock_of_the_page_is_that_of_the_site(office, manager_request):
    api.portal.set_registry_record("plone.portal_timezone", "Pacific/Auckland")
    table = Timetable(manager_request, office_hours(office), SUNDAY)
    assert table.today == date(2026, 11, 23)
