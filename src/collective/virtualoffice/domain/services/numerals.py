"""Numbers, amounts, days and service keys as they stand in a cell."""

from .keys import BadKey
from .keys import read_key
from .keys import SCIENTIFIC
from .money import BadAmount
from .money import read_amount
from .reading import Unreadable
from datetime import date
from decimal import Decimal
import re


GERMAN_DAY = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})", re.A)
ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.A)
NUMBER = re.compile(r"-?\d{1,9}", re.A)


def refuse_scientific(cell: str) -> None:
    """A spreadsheet that took the cell for a number has rounded it away."""
    if SCIENTIFIC.fullmatch(cell):
        raise Unreadable("scientific", value=cell)


def key(cell: str) -> str:
    """A service key as 14 digits."""
    try:
        return read_key(cell)
    except BadKey as bad:
        raise Unreadable("bad_key", bad=bad) from bad


def day(cell: str) -> date:
    """A day by ISO 8601, or as German spreadsheets rewrite it."""
    german = GERMAN_DAY.fullmatch(cell)
    try:
        if german:
            return date(int(german[3]), int(german[2]), int(german[1]))
        if ISO_DAY.fullmatch(cell):
            return date.fromisoformat(cell)
    except ValueError:
        pass
    raise Unreadable("not_a_date", value=cell)


def amount(cell: str) -> Decimal:
    """An amount in euro."""
    try:
        return read_amount(cell)
    except BadAmount as bad:
        raise Unreadable("not_an_amount", value=cell) from bad


def number(cell: str) -> int:
    if not NUMBER.fullmatch(cell):
        raise Unreadable("not_a_number", value=cell)
    return int(cell)
