"""What an address of the finder asks for."""

from collective.virtualoffice.domain.errors import Invalid
from collective.virtualoffice.domain.services.search import examine
from collective.virtualoffice.domain.services.search import MOST_TEXT
from collective.virtualoffice.domain.services.search import MOST_WORDS
from collective.virtualoffice.domain.services.search import read_search
from collective.virtualoffice.domain.services.search import Search
from collective.virtualoffice.domain.services.ways import Way
from hypothesis import given
from hypothesis import strategies as st
from untrusted import anything
from untrusted import fields
from untrusted import texts
from urllib.parse import parse_qs
from urllib.parse import urlencode
import pytest


forms = fields(
    text=texts,
    letter=st.sampled_from("AbZ#1") | texts,
    situation=texts,
    way=st.sampled_from(Way) | st.lists(st.sampled_from(Way)) | st.just("fax"),
    b_start=st.integers().map(str),
    b_size=st.integers().map(str),
)


def test_an_address_without_a_search_asks_for_everything():
    assert read_search({}) == Search()
    assert not Search().is_filtered


def test_what_a_form_sends_empty_is_not_asked_for():
    empty = dict.fromkeys(("text", "letter", "situation", "way", "b_start"), "")
    assert read_search(empty) == Search()


def test_a_search_is_read_from_its_address():
    form = {
        "text": " Hund  anmelden ",
        "letter": "h",
        "situation": "Haustiere",
        "way": ["online", "video"],
        "b_start": "25",
        "b_size": "50",
    }
    ways = (Way.VIDEO, Way.ONLINE)
    assert read_search(form) == Search("Hund anmelden", "H", "Haustiere", ways, 25, 50)


@pytest.mark.parametrize(
    ("name", "given_value", "code"),
    [
        ("text", ["a", "b"], "not_text"),
        ("text", "a" * (MOST_TEXT + 1), "too_long"),
        ("letter", "AB", "unknown"),
        ("letter", "Ä", "unknown"),
        ("situation", {"a": 1}, "not_text"),
        ("way", "fax", "unknown"),
        ("way", ["video", "fax"], "unknown"),
        ("way", [["video"]], "not_text"),
        ("b_start", "-1", "malformed"),
        ("b_start", "９", "malformed"),
        ("b_start", "9" * 5000, "too_long"),
        ("b_start", "9" * 50, "malformed"),
        ("b_size", "0", "malformed"),
        ("b_size", "1001", "malformed"),
        ("b_size", "ten", "malformed"),
    ],
)
def test_what_nobody_can_mean_is_named(name, given_value, code):
    with pytest.raises(Invalid) as refused:
        read_search({"letter": "A", name: given_value})
    assert refused.value.fields == {name: code}


def test_a_page_leaves_out_what_nobody_can_mean():
    search, faults = examine({"text": "Hund", "letter": "?", "b_start": "x"})
    assert search == Search(text="Hund")
    assert set(faults) == {"letter", "b_start"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Hund AND anmelden", ("Hund", "AND", "anmelden")),
        ('"Kfz-Zulassung" (neu)*', ("Kfz", "Zulassung", "neu")),
        ("Straße über", ("Straße", "über")),
        ('*?"()-_', ()),
        ("§ 17", ("17",)),
    ],
)
def test_words_are_letters_and_digits(text, words):
    assert Search(text=text).words == words


@given(forms)
def test_whatever_is_asked_is_read_or_named(form):
    search, faults = examine(form)
    assert faults.keys() <= form.keys()
    assert all(each.isprintable() for each in search.text + search.situation)
    assert len(search.words) <= MOST_WORDS
    assert all(word.isalnum() for word in search.words)


@given(st.dictionaries(st.sampled_from(["text", "way", "b_start", "x"]), anything))
def test_nothing_makes_it_fail(form):
    examine(form)


@given(forms)
def test_an_address_says_the_same_when_it_is_read_again(form):
    search, _ = examine(form)
    query = parse_qs(urlencode(search.pairs))
    again = {name: got if name == "way" else got[0] for name, got in query.items()}
    assert read_search(again) == search.but(start=search.start, size=Search.size)


def test_another_filter_begins_at_the_first_page():
    search = Search(text="Hund", letter="H", start=50)
    assert search.but(letter="") == Search(text="Hund")
    assert search.but(start=25).start == 25
