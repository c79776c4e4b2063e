"""Tables as programs and browsers send them, near to what is right and far from it."""

from collective.virtualoffice.content import opening
from collective.virtualoffice.content.gridwidget import drop_empty_rows
from collective.virtualoffice.content.office import IVirtualOffice
from collective.virtualoffice.content.service import IService
from collective.virtualoffice.domain.hours import Hours
from collective.virtualoffice.domain.hours import overlapping
from collective.virtualoffice.interfaces import IVirtualOfficeLayer
from datetime import datetime
from datetime import UTC
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
from plone.restapi.interfaces import IFieldDeserializer
from plone.restapi.serializer.converters import json_compatible
from untrusted import anything
from untrusted import fields
from zoneinfo import ZoneInfo
from zope.component import getMultiAdapter
from zope.interface import alsoProvides
from zope.schema import ValidationError
import pytest


NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
few = settings(max_examples=60, deadline=None)

clocks = st.sampled_from(["08:00", "12:00:00", "00:00", "24:00", "8", "", "25:61"])
days = st.dates().map(str) | st.sampled_from(
    ["2026-11-23", "2026-11-24", "2026-02-30", "0001-01-01", "9999-12-31", ""]
)
amounts = st.floats() | st.sampled_from(
    [
        "0",
        "37",
        "12,60",
        "12.60",
        "1.200",
        "-1",
        "1e3",
        "NaN",
        "kostenlos",
        "9" * 99,
        "",
    ]
)
links = st.sampled_from(
    ["https://example.org", "/a", "resolveuid/f00", "//x", "javascript:a()", "/a b", ""]
)
answers = st.sampled_from(["yes", "no", "perhaps", ""])
rows = {
    "opening_hours": fields(
        weekday=st.sampled_from(["MO", "SU", "XX"]), opens=clocks, closes=clocks
    ),
    "exceptions": fields(day=days, opens=clocks, closes=clocks, reason=st.text()),
    "documents": fields(
        title=st.text(), note=st.text(), for_video=st.booleans(), form=links
    ),
    "forms": fields(title=st.text(), link=links, accessible=answers),
    "fees": fields(title=st.text(), amount=amounts, up_to=amounts, note=st.text()),
    "legal_bases": fields(title=st.text(), link=links),
    "safe_channels": fields(channel=st.text(), address=st.text(), good_for=st.text()),
}


def tables(name: str) -> st.SearchStrategy:
    return st.lists(rows[name] | anything, max_size=4) | anything


@pytest.fixture
def read(portal, make_office, make_service):
    """read(name, value) answers a table of an office or a service; None if refused."""
    alsoProvides(portal.REQUEST, IVirtualOfficeLayer)
    office, service = make_office(), make_service()

    def from_json(name: str, value):
        schema, context = (
            (IVirtualOffice, office) if name in IVirtualOffice else (IService, service)
        )
        found = (schema[name].bind(context), context, portal.REQUEST)
        try:
            return getMultiAdapter(found, IFieldDeserializer)(value)
        except (ValueError, ValidationError):
            return None

    return from_json


@pytest.mark.parametrize("name", rows)
def test_any_table_is_read_or_refused_and_comes_back_as_it_was(read, name):
    @few
    @given(tables(name))
    def comes_back(value):
        table = read(name, value)
        if table is not None:
            assert read(name, json_compatible(table)) == table

    comes_back()


def test_whatever_hours_are_taken_can_be_asked(read):
    @few
    @given(tables("opening_hours"), tables("exceptions"))
    def answer(week, special):
        weekly = opening.weekly(read("opening_hours", week))
        days = opening.special_days(read("exceptions", special))
        plans = [*weekly.values(), *(day.ranges for day in days.values())]
        assert not any(overlapping(plan) for plan in plans)
        assert not any(each.empty for plan in plans for each in plan)
        hours = Hours(weekly, days, {}.get, ZoneInfo("Europe/Berlin"))
        assert hours.is_open(NOW) is (hours.opening(NOW) is not None)
        assert (hours.next_opening(NOW) or NOW) >= NOW

    answer()


counts = st.integers(-2, 5).map(str) | st.sampled_from(
    [None, "", "x", "²", "٣", "9" * 12, "9" * 5000]
)
cells = st.dictionaries(
    st.builds(
        "hours.{}{}".format,
        st.sampled_from(["0", "1", "2", "7", "AA", "TT"]),
        st.sampled_from([".widgets.opens", "-empty-marker", ".widgets.day", ""]),
    ),
    st.sampled_from(["", "08:00", "1", "--NOVALUE--"]),
)


@few
@given(cells, counts)
def test_any_form_is_left_with_its_filled_rows_alone(form, count):
    form = {**form, "hours.count": count, "title": "Mitte"}
    before = typed_times(form)
    drop_empty_rows(form, "hours")
    assert form["title"] == "Mitte"
    if str(count).isdecimal():
        assert int(form["hours.count"]) <= len(form)
    assert typed_times(form) == before


def typed_times(form: dict) -> int:
    """How many cells hold a time that somebody entered."""
    return sum(
        name.endswith(".opens") and value == "08:00" for name, value in form.items()
    )


def test_a_table_that_claims_to_be_endless_is_as_long_as_what_was_sent():
    form = {"hours.count": "9" * 5000, "hours.3.widgets.opens": "08:00"}
    drop_empty_rows(form, "hours")
    assert form == {"hours.count": "1", "hours.0.widgets.opens": "08:00"}
