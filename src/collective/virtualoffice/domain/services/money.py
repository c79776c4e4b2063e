"""Amounts in euro as editors type them, with a comma or a dot."""

from decimal import Decimal
import re


MOST = Decimal("9999999.99")

# The mark of thousands is a dot or a space where cents follow a comma, and a comma
# where they follow a dot. "1.200" alone may mean either and is refused.
PLAIN = re.compile(r"(\d{1,7})([.,](\d{1,2}))?", re.A)
GERMAN = re.compile(r"\d{1,3}([. ]\d{3})+,\d{2}", re.A)
ENGLISH = re.compile(r"\d{1,3}(,\d{3})+\.\d{2}", re.A)
CURRENCY = re.compile(r"\s*(€|EUR|Euro)\s*", re.I)


class BadAmount(ValueError):
    """No amount in euro, or one that can be read in two ways."""


def read_amount(text: str) -> Decimal:
    """An amount of at most two decimals from 0 to 9,999,999.99; raises BadAmount."""
    bare = CURRENCY.sub("", text).strip().replace("\u00a0", " ")
    amount = Decimal(_with_dot(bare, text))
    if amount > MOST:
        raise BadAmount(text)
    return amount.quantize(Decimal("0.01"))


def _with_dot(bare: str, text: str) -> str:
    if GERMAN.fullmatch(bare):
        return bare.replace(".", "").replace(" ", "").replace(",", ".")
    if ENGLISH.fullmatch(bare):
        return bare.replace(",", "")
    if PLAIN.fullmatch(bare):
        return bare.replace(",", ".")
    raise BadAmount(text)


def is_amount(value: Decimal) -> bool:
    """Is this a sum of whole cents that a fee can have?"""
    if not value.is_finite() or not 0 <= value <= MOST:
        return False
    return value == value.quantize(Decimal("0.01"))


def plain_amount(value: Decimal) -> str:
    """Without cents where there are none: 37 or 12.60."""
    whole = value == value.to_integral_value()
    return f"{value:.0f}" if whole else f"{value:.2f}"
