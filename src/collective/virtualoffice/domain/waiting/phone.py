"""The number under which somebody wants to be called back."""

import re


LENGTH = 30
LEAST_DIGITS = 5
WRITTEN = re.compile(r"[0-9+ ()/.-]*")
NATIONAL_PREFIX = "(0)"


def is_phone(text: str) -> bool:
    """Whether a clerk could dial it."""
    digits = sum(character.isdigit() for character in text)
    return WRITTEN.fullmatch(text) is not None and digits >= LEAST_DIGITS


def phone_url(phone: str) -> str:
    """The number as RFC 3966 wants it.

    The zero in "+49 (0)2000" is dialled only without the country's number.
    """
    if phone.startswith("+"):
        phone = phone.replace(NATIONAL_PREFIX, "")
    return "tel:" + re.sub(r"[^0-9+]", "", phone)
