"""What a citizen says at the door, whatever it is."""

from collective.virtualoffice.domain.errors import Invalid
from collective.virtualoffice.domain.waiting.knock import clean
from collective.virtualoffice.domain.waiting.knock import Knock
from collective.virtualoffice.domain.waiting.knock import read_key
from collective.virtualoffice.domain.waiting.knock import read_knock
from collective.virtualoffice.domain.waiting.knock import read_name
from collective.virtualoffice.domain.waiting.knock import read_text
from contextlib import suppress
from hypothesis import given
from hypothesis import strategies as st
from time import perf_counter
import pytest
import re
import unicodedata


OVERRIDES = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
GOOD = {"name": "Erika", "privacy_noted": True}
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.binary(),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3)
    ),
    max_leaves=5,
)
characters = st.characters(exclude_categories=())


def wrong(**data):
    with pytest.raises(Invalid) as refused:
        read_knock({**GOOD, **data}, {"uid"}, "de")
    return refused.value.fields


def read(**data):
    return read_knock({**GOOD, **data}, {"uid"}, "de")


def test_a_name_and_the_noted_privacy_notice_are_enough():
    assert read() == Knock("Erika", None, "", "de", ())


def test_everything_that_can_be_said_is_read():
    said = read(
        service="uid",
        note="Zeile 1\r\nZeile 2",
        page_language="en",
        spoken_languages=["de", "zh-Hant", "de"],
    )
    assert said == Knock("Erika", "uid", "Zeile 1\nZeile 2", "en", ("de", "zh-Hant"))


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("name", None, "required"),
        ("name", " \n ", "required"),
        ("name", "\u200b\u2060", "required"),
        ("name", ["Erika"], "not_text"),
        ("name", "x" * 101, "too_long"),
        ("note", 5, "not_text"),
        ("note", "x" * 501, "too_long"),
        ("note", "x" * 10_000_000, "too_long"),
        ("service", "another", "unknown"),
        ("service", ["uid"], "unknown"),
        ("page_language", "<script>", "unknown"),
        ("page_language", 7, "unknown"),
        ("spoken_languages", "de", "not_a_list"),
        ("spoken_languages", ["de"] * 6, "not_a_list"),
        ("spoken_languages", ["de", 5], "unknown"),
        ("spoken_languages", ["../etc"], "unknown"),
        ("privacy_noted", None, "required"),
        ("privacy_noted", "true", "required"),
        ("privacy_noted", 1, "required"),
    ],
)
def test_what_is_wrong_is_named(field, value, code):
    assert wrong(**{field: value}) == {field: code}


def test_all_that_is_wrong_is_named_at_once():
    with pytest.raises(Invalid) as refused:
        read_knock({"note": 5}, (), "de")
    assert set(refused.value.fields) == {"name", "note", "privacy_noted"}


def test_huge_text_is_refused_quickly():
    start = perf_counter()
    wrong(name="é" * 20_000_000)
    assert perf_counter() - start < 1


@given(st.dictionaries(st.sampled_from([*GOOD, "note", "service", "x"]), anything))
def test_whatever_comes_in_is_read_or_refused(data):
    try:
        said = read_knock(data, {"uid"}, "de")
    except Invalid as refused:
        assert refused.fields
    else:
        assert 0 < len(said.name) <= 100
        assert "\n" not in said.name
        assert len(said.note) <= 500


@given(st.text(characters), st.booleans())
def test_cleaned_text_is_tame_and_clean(text, lines):
    cleaned = clean(text, lines)
    assert clean(cleaned, lines) == cleaned
    assert unicodedata.is_normalized("NFC", cleaned)
    assert cleaned == cleaned.strip()
    hostile = {unicodedata.category(c) for c in cleaned if c != "\n"} & {"Cc", "Cs"}
    assert not hostile
    assert not set(cleaned) & set(OVERRIDES)
    assert lines or "\n" not in cleaned
    cleaned.encode()


def test_joiners_that_languages_and_emoji_need_stay():
    assert clean("می\u200cخواهم 👩\u200d🔧") == "می\u200cخواهم 👩\u200d🔧"


@pytest.mark.parametrize("end", ["\r\n", "\r", "\u2028", "\x85", "\n"])
def test_every_kind_of_line_end_is_one(end):
    assert clean(f"a{end}b") == "a\nb"
    assert clean(f"a{end}b", lines=False) == "a b"


@pytest.mark.parametrize(
    "key", ["", "short", "x" * 21, "x" * 201, "ä" * 30, "x" * 30 + "\n", "x y" * 10]
)
def test_a_malformed_key_is_refused(key):
    with pytest.raises(Invalid) as refused:
        read_key(key)
    assert refused.value.fields == {"Idempotency-Key": "malformed"}


def test_a_key_is_optional_and_may_be_a_uuid():
    assert read_key(None) is None
    uuid = "8e03978e-40d5-43e8-bc93-6894a57f9324"
    assert read_key(uuid) == uuid


@given(st.text(characters))
def test_any_key_is_read_or_refused(key):
    with suppress(Invalid):
        assert read_key(key) == key


tags = st.from_regex(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,9}){0,5}", fullmatch=True)
languages = st.lists(tags | st.text(), max_size=6) | tags | anything


@given(tags | anything, languages)
def test_languages_are_read_as_tags_or_refused(page, spoken):
    try:
        said = read(page_language=page, spoken_languages=spoken)
    except Invalid as refused:
        assert refused.fields.keys() <= {"page_language", "spoken_languages"}
        return
    assert said.page_language == (page or "de")
    assert said.spoken_languages == tuple(dict.fromkeys(spoken or ()))
    for tag in (said.page_language, *said.spoken_languages):
        assert re.fullmatch("[A-Za-z0-9-]{2,39}", tag)


@given(st.dictionaries(st.sampled_from([*GOOD, "x"]), anything))
def test_a_guests_name_is_read_as_a_knocks_is(data):
    try:
        name = read_name(data)
    except Invalid as refused:
        assert refused.fields.keys() <= GOOD.keys()
    else:
        assert name == read_knock({**GOOD, "name": data["name"]}, (), "de").name


@given(anything)
def test_any_text_of_staff_is_read_or_refused(value):
    try:
        assert read_text({"text": value}, "text", 20)
    except Invalid as refused:
        assert refused.fields["text"] in {"not_text", "required", "too_long"}
