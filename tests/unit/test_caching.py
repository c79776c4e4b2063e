"""Whether a reader knows an answer already."""

from collective.virtualoffice.api.caching import entity_tag
from collective.virtualoffice.api.caching import knows
from hypothesis import given
from hypothesis import strategies as st
from untrusted import anything
from untrusted import latin
import pytest
import re


class Request(dict):
    getHeader = dict.get


def asks(header: str | None) -> Request:
    return Request() if header is None else Request({"If-None-Match": header})


@given(anything)
def test_the_tag_of_anything_is_one_quoted_word(content):
    assert re.fullmatch('"[0-9a-f]{24}"', entity_tag(content))
    assert entity_tag(content) == entity_tag(content)


@given(
    st.lists(latin.filter(lambda text: "," not in text), max_size=3),
    st.sampled_from(["", "W/"]),
    st.integers(0, 3),
)
def test_a_reader_that_names_the_tag_among_others_knows_it(others, weak, at):
    tag = entity_tag("door")
    named = [*others[:at], f"{weak}{tag}", *others[at:]]
    assert knows(asks(", ".join(named)), tag)


@given(latin)
def test_whatever_else_is_named_is_not_known(header):
    named = {each.strip() for each in header.split(",")}
    assert knows(asks(header), entity_tag("door")) is ("*" in named or "W/*" in named)


@pytest.mark.parametrize("header", [None, "", ",", '""', "W/", entity_tag("other")])
def test_who_names_nothing_or_something_else_does_not_know_it(header):
    assert not knows(asks(header), entity_tag("door"))
