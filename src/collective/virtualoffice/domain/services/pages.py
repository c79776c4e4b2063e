"""Which part of a list is wanted."""

from ..errors import Invalid
from collections.abc import Mapping
from typing import Any


MOST_START, MOST_SIZE, SIZE = 1_000_000, 1_000, 25


def read_page(form: Mapping[str, Any]) -> tuple[int, int]:
    """Where the part begins and how long it is. Raises Invalid."""
    wrong = {}
    found = {}
    for name, usual, low, high in (
        ("b_start", 0, 0, MOST_START),
        ("b_size", SIZE, 1, MOST_SIZE),
    ):
        found[name] = _number(form.get(name, usual), usual)
        if not low <= found[name] <= high:
            wrong[name] = "malformed"
    if wrong:
        raise Invalid(wrong)
    return found["b_start"], found["b_size"]


def _number(given: Any, usual: int) -> int:
    """Below zero where it is none; Python refuses to read thousands of digits."""
    if given == "":
        return usual
    if type(given) is int:
        return given
    is_number = isinstance(given, str) and given.isascii() and given.isdigit()
    return int(given) if is_number and len(given) <= len(str(MOST_START)) else -1
