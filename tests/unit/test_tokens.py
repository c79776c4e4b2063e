from collective.virtualoffice.domain import tokens
from datetime import date
from hypothesis import given
from hypothesis import strategies as st
from untrusted import texts
import pytest


KEY = b"k" * 32
ids = st.from_regex(r"[A-Za-z0-9_-]{1,64}", fullmatch=True)


@given(ids, st.integers(1, 99))
def test_a_token_names_its_record_and_opens_it(id, issue):
    token = tokens.make_token(KEY, "visit", id, issue)
    assert tokens.token_id(token) == id
    assert tokens.is_valid(KEY, "visit", id, issue, token)


@pytest.mark.parametrize(
    "key, kind, id, issue",
    [
        (b"x" * 32, "visit", "abc", 1),
        (KEY, "booking", "abc", 1),
        (KEY, "visit", "abd", 1),
        (KEY, "visit", "abc", 2),
    ],
    ids=["another key", "another kind", "another record", "a newer link"],
)
def test_a_token_opens_nothing_else(key, kind, id, issue):
    token = tokens.make_token(KEY, "visit", "abc", 1)
    assert not tokens.is_valid(key, kind, id, issue, token)


def test_parts_cannot_be_shifted_into_each_other():
    first = tokens.make_token(KEY, "visit", "a", 11).split(".")[1]
    assert first != tokens.make_token(KEY, "visit", "a1", 1).split(".")[1]
    assert first != tokens.make_token(KEY, "visita", "", 11).split(".")[1]


def test_a_token_carries_256_bits():
    assert len(tokens.make_token(KEY, "visit", "abc", 1)) == len("abc.") + 43


@pytest.mark.parametrize(
    "token",
    [
        "",
        ".",
        "abc",
        "abc.",
        "." + "x" * 43,
        "abc." + "x" * 42,
        "abc." + "x" * 44,
        "abc." + "x" * 43 + "\n",
        "a b." + "x" * 43,
        "ä." + "x" * 43,
        "../a." + "x" * 43,
        "x" * 65 + "." + "x" * 43,
        "x" * 100_000,
        "abc.abc." + "x" * 43,
        "\ud800." + "x" * 43,
    ],
)
def test_what_is_not_well_formed_names_nothing_and_opens_nothing(token):
    assert tokens.token_id(token) is None
    assert not tokens.is_valid(KEY, "visit", "abc", 1, token)


@given(st.text())
def test_any_text_is_answered_without_an_error(text):
    assert not tokens.is_valid(KEY, "visit", "abc", 1, text)
    assert tokens.token_id(text) is None or "." in text


@given(ids, texts, st.integers(0, 110), st.integers(0, 3))
def test_a_link_that_was_changed_on_its_way_opens_nothing(id, noise, at, cut):
    token = tokens.make_token(KEY, "visit", id, 1)
    changed = token[:at] + noise + token[at + cut :]
    assert tokens.is_valid(KEY, "visit", id, 1, changed) is (changed == token)
    named = tokens.token_id(changed)
    assert named is None or changed.startswith(f"{named}.")


def test_fingerprints_tell_keys_apart_and_hide_them():
    assert tokens.fingerprint(KEY) == tokens.fingerprint(KEY)
    assert tokens.fingerprint(KEY) != tokens.fingerprint(b"x" * 32)
    assert len(tokens.fingerprint(KEY)) == 16


def test_an_address_is_somebody_else_the_next_day_and_under_another_key():
    today, tomorrow = date(2026, 11, 23), date(2026, 11, 24)
    first = tokens.address_fingerprint(KEY, "192.0.2.1", today)
    assert first == tokens.address_fingerprint(KEY, "192.0.2.1", today)
    assert "192.0.2.1" not in first
    assert first != tokens.address_fingerprint(KEY, "192.0.2.1", tomorrow)
    assert first != tokens.address_fingerprint(KEY, "192.0.2.2", today)
    assert first != tokens.address_fingerprint(b"x" * 32, "192.0.2.1", today)
