from collective.virtualoffice.domain.services.care import doubled_keys
from collective.virtualoffice.domain.services.care import Finding
from collective.virtualoffice.domain.services.care import Look
from collective.virtualoffice.domain.services.care import year_before
from collective.virtualoffice.domain.services.facts import facts_of
from collective.virtualoffice.domain.services.facts import has_content
from collective.virtualoffice.domain.services.facts import NEEDED
from datetime import date
from datetime import timedelta
from hypothesis import given
from hypothesis import strategies as st
from itertools import product
import pytest


TODAY = date(2026, 11, 22)
KEY = "99050012104000"
UID = "0123456789abcdef0123456789abcdef"


def look(facts, today=TODAY, dead=(), doubled=()):
    return Look(today, set(dead), set(doubled)).findings(facts)


def test_nothing_is_found_about_a_whole_page(facts):
    assert look(facts()) == ()


TABLES = ("documents", "fees")
TEXTS = tuple(name for name in NEEDED if name not in TABLES)


@pytest.mark.parametrize(
    ("name", "empty"),
    [
        *product(TEXTS, (None, "", " \n", "<p>&nbsp;</p>")),
        *product(TABLES, (None, [])),
    ],
)
def test_a_needed_text_without_content_is_missing(facts, name, empty):
    found = facts(**{name: empty})
    assert found["missing"] == (name,)
    assert look(found) == (Finding.MISSING_TEXT,)


@pytest.mark.parametrize("name", ("deadlines", "hints", "legal_remedy"))
def test_a_page_may_do_without_other_texts(facts, name):
    assert look(facts(**{name: ""})) == ()


def test_a_page_cannot_miss_what_its_type_has_no_field_for():
    assert facts_of({"title": "Hund"})["missing"] == ()


@pytest.mark.parametrize("text", ("<p>Ja</p>", "a < b", [{}], "<p>&amp;</p>"))
def test_there_is_something_to_read(text):
    assert has_content(text)


@pytest.mark.parametrize("keys", (None, []))
def test_a_page_without_key_is_found(facts, keys):
    assert look(facts(service_keys=keys)) == (Finding.MISSING_KEY,)


def test_a_key_of_two_pages_is_doubled_on_both(facts):
    doubled = doubled_keys([facts(), facts(), facts(service_keys=["1" * 14])])
    assert doubled == {"de": {KEY}}
    assert look(facts(), doubled=doubled["de"]) == (Finding.DOUBLED_KEY,)
    assert look(facts(service_keys=["1" * 14]), doubled=doubled["de"]) == ()


def test_a_key_written_twice_on_one_page_is_not_doubled(facts):
    assert doubled_keys([facts(service_keys=[KEY, KEY])]) == {}


def test_translations_share_their_key(facts):
    assert doubled_keys([facts(), facts() | {"language": "en"}]) == {}


@pytest.mark.parametrize("link", (None, "", "  "))
def test_a_form_without_link_is_found(facts, link):
    forms = [{"title": "Antrag", "link": link, "accessible": None}]
    assert look(facts(forms=forms)) == (Finding.FORM_WITHOUT_LINK,)


def test_a_form_that_is_not_accessible_is_found(facts):
    forms = [{"title": "Antrag", "link": "/antrag", "accessible": "no"}]
    assert look(facts(forms=forms)) == (Finding.FORM_NOT_ACCESSIBLE,)


@pytest.mark.parametrize("accessible", (None, "yes"))
def test_a_form_that_nobody_called_inaccessible_is_not_found(facts, accessible):
    forms = [{"title": "Antrag", "link": "/antrag", "accessible": accessible}]
    assert look(facts(forms=forms)) == ()


@pytest.mark.parametrize(
    "fields",
    (
        {"forms": [{"link": "/weg", "accessible": None}]},
        {"documents": [{"title": "Antrag", "form": "/weg"}]},
        {"legal_bases": [{"title": "Satzung", "link": "/weg/"}]},
        {"hints": '<p>Siehe <a href="/weg#unten">dort</a></p>'},
    ),
)
def test_a_dead_link_is_found_wherever_it_stands(facts, fields):
    found = facts(**fields)
    assert "/weg" in found["links"]
    assert look(found, dead={"/weg"}) == (Finding.DEAD_LINK,)
    assert look(found, dead={"/anderswo"}) == ()


def test_a_link_by_uid_is_looked_at(facts):
    text = f'<p><a href="../resolveuid/{UID}">dort</a></p>'
    assert facts(text=text, forms=[])["links"] == (UID,)


def test_a_page_never_reviewed_is_found(facts):
    assert look(facts(reviewed_on=None)) == (Finding.NEVER_REVIEWED,)


@pytest.mark.parametrize(
    ("reviewed", "found"),
    [
        (date(2025, 11, 21), (Finding.REVIEW_OLD,)),
        (date(2025, 11, 22), ()),
        (TODAY, ()),
    ],
)
def test_a_review_older_than_a_year_is_found(facts, reviewed, found):
    assert look(facts(reviewed_on=reviewed)) == found


def test_a_year_before_a_leap_day_is_the_end_of_february():
    assert year_before(date(2028, 2, 29)) == date(2027, 2, 28)


@given(st.dates(min_value=date(2, 1, 1)))
def test_a_year_before_is_a_year_before(day):
    assert day - year_before(day) in (timedelta(365), timedelta(366))


def test_choices_that_nobody_made_are_found(facts):
    found = look(facts(video=None, maturity=None))
    assert found == (Finding.VIDEO_UNSET, Finding.MATURITY_UNSET)


def test_maturity_nought_is_a_choice(facts):
    assert look(facts(maturity="0")) == ()


@given(st.dictionaries(st.sampled_from((*TEXTS, "hints", "official_name")), st.text()))
def test_any_text_is_read_and_remembered_plainly(fields):
    found = facts_of(fields)
    assert set(found["missing"]) <= fields.keys()
    assert {type(value) for value in found.values()} <= {tuple, str, bool, type(None)}


@given(st.lists(st.lists(st.sampled_from("abc"), max_size=3), max_size=5))
def test_keys_are_doubled_that_two_pages_or_more_have(pages):
    found = doubled_keys([facts_of({"service_keys": keys}) for keys in pages])
    holders = {key: sum(key in keys for keys in pages) for key in "abc"}
    assert found.get("", set()) == {key for key in "abc" if holders[key] > 1}
