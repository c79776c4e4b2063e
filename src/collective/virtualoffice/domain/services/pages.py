"""Which part of a list is wanted: `b_start` and `b_size` of an address."""

from ..errors import Invalid
from collections.abc import Mapping
from typing import Any


SIZE = 25
LIMITS = {"b_start": (0, 1_000_000), "b_size": (1, 1_000)}


def read_page(form: Mapping[str, Any]) -> tuple[int, int]:
    """Where the part begins and how long it is. Raises Invalid."""
    found, wrong = {"b_start": 0, "b_size": SIZE}, {}
    for name in LIMITS:
        given = form.get(name)
        if given in (None, ""):
            continue
        try:
            found[name] = read_number(name, given)
        except ValueError:
            wrong[name] = "malformed"
    if wrong:
        raise Invalid(wrong)
    return found["b_start"], found["b_size"]


def read_start(form: Mapping[str, Any]) -> int:
    """Where the part begins; a mistyped address leads to the first one."""
    try:
        return read_number("b_start", form.get("b_start"))
    except ValueError:
        return 0


def read_number(name: str, given: Any) -> int:
    """One of the two numbers. Raises ValueError.

    Python refuses to read thousands of digits.
    """
    low, high = LIMITS[name]
    written = str(given) if isinstance(given, str | int) else ""
    is_number = written.isascii() and written.isdigit()
    if not is_number or len(written) > len(str(high)):
        raise ValueError(name)
    if not low <= int(written) <= high:
        raise ValueError(name)
    return int(written)
