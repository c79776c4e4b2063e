"""The columns of a table of services: how each is named and written."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """How the cells of a column are written."""

    LINE = "line"
    TEXT = "text"
    HTML = "html"
    LINES = "lines"
    KEYS = "keys"
    CHOICE = "choice"
    YES_NO = "yes_no"
    NUMBER = "number"
    AMOUNT = "amount"
    DATE = "date"
    GRID = "grid"
    OFFICES = "offices"


@dataclass(frozen=True)
class Column:
    """One column, named like its field.

    ``parts`` are the columns of a grid's rows, ``choices`` what a choice may be;
    ``default`` is what an empty part of a grid's row means.
    """

    name: str
    kind: Kind
    parts: tuple["Column", ...] = ()
    choices: tuple[str, ...] = ()
    default: object = None


SOURCE = "source"
EXTERNAL_ID = "external_id"
IDENTITY = (SOURCE, EXTERNAL_ID)
