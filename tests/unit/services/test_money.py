"""Amounts in euro as people type them."""

from collective.virtualoffice.domain.services.money import BadAmount
from collective.virtualoffice.domain.services.money import is_amount
from collective.virtualoffice.domain.services.money import MOST
from collective.virtualoffice.domain.services.money import plain_amount
from collective.virtualoffice.domain.services.money import read_amount
from contextlib import suppress
from decimal import Decimal
from hypothesis import given
from hypothesis import strategies as st
import pytest


@pytest.mark.parametrize(
    "typed, amount",
    [
        ("0", "0"),
        ("37", "37"),
        ("12,60", "12.60"),
        ("12.60", "12.60"),
        ("12,6 €", "12.60"),
        ("EUR 1200", "1200"),
        ("1.200,00", "1200"),
        ("1 200,00 €", "1200"),
        ("1,200.00", "1200"),
    ],
)
def test_comma_and_dot_are_both_read(typed, amount):
    assert read_amount(typed) == Decimal(amount)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "€",
        "kostenlos",
        "-1",
        "1.200",
        "1,200",
        "1e3",
        "NaN",
        "1,234,5",
        "١٢",
        "9" * 9,
    ],
)
def test_what_can_be_read_in_two_ways_or_in_none_is_refused(typed):
    with pytest.raises(BadAmount):
        read_amount(typed)


@pytest.mark.parametrize(
    "value, allowed",
    [("0", True), ("12.60", True), ("12.605", False), ("-1", False), ("NaN", False)],
)
def test_an_amount_has_whole_cents_and_is_not_negative(value, allowed):
    assert is_amount(Decimal(value)) is allowed


def test_infinity_is_no_amount():
    assert not is_amount(Decimal("Infinity"))


@given(st.decimals(0, MOST, places=2))
def test_whatever_is_shown_can_be_typed_again(amount):
    assert read_amount(plain_amount(amount)) == amount
    assert read_amount(plain_amount(amount).replace(".", ",")) == amount


@given(st.text(max_size=30))
def test_any_text_is_an_amount_or_refused(text):
    with suppress(BadAmount):
        assert is_amount(read_amount(text))
