"""Service keys however they are typed, pasted or mangled."""

from collective.virtualoffice.domain.services.keys import BadKey
from collective.virtualoffice.domain.services.keys import format_key
from collective.virtualoffice.domain.services.keys import read_key
from hypothesis import given
from hypothesis import strategies as st
import pytest


PLAIN = "99050012104000"


@pytest.mark.parametrize(
    "typed",
    [
        "99050012104000",
        "99 050 012 104 000",
        " 99.050.012.104.000 ",
        "99-050-012-104-000",
        "99\u2013050\u2013012\u2013104\u2013000",
        "99\u00a0050\u202f012\u00a0104\u00a0000",
    ],
)
def test_spaces_dots_and_dashes_do_not_matter(typed):
    assert read_key(typed) == PLAIN


@pytest.mark.parametrize(
    "typed, reason, count",
    [
        ("9.90500121E+13", "scientific", 11),
        ("9,90500121e13", "scientific", 11),
        ("9E13", "scientific", 3),
        ("9905001210400", "length", 13),
        ("99 050 012 104 0000", "length", 15),
        ("", "letters", 0),
        ("99050012104OOO", "letters", 11),
        ("٩٩٠٥٠٠١٢١٠٤٠٠٠", "letters", 0),
        ("99050012104000, 99050012104001", "letters", 28),
    ],
)
def test_what_is_no_key_is_refused_with_its_reason(typed, reason, count):
    with pytest.raises(BadKey) as refused:
        read_key(typed)
    assert (refused.value.reason, refused.value.count) == (reason, count)


def test_a_key_is_shown_in_its_groups():
    assert format_key(PLAIN) == "99 050 012 104 000"


def test_what_is_no_key_is_shown_as_it_is():
    assert format_key("unknown") == "unknown"


@given(st.from_regex(r"[0-9]{14}", fullmatch=True))
def test_whatever_is_shown_can_be_typed_again(key):
    assert read_key(format_key(key)) == key


@given(st.text(max_size=40))
def test_any_text_is_a_key_or_refused(text):
    try:
        key = read_key(text)
    except BadKey as refused:
        assert refused.reason in ("scientific", "letters", "length")
    else:
        assert len(key) == 14 and key.isascii() and key.isdecimal()
