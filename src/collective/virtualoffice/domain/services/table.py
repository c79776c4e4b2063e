"""A table as a file brings it: a head of column names, and rows of cells."""

from .columns import EXTERNAL_ID
from .formulas import rearm
from .reading import BadFile
from .reading import Unreadable
from collections import Counter
from collections.abc import Iterable
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field


# Beyond these a file is no table of services, but an accident or an attack.
MOST_BYTES = 20_000_000
MOST_ROWS = 5_000
MOST_COLUMNS = 200
MOST_CELL = 100_000
MOST_TEXT = 20_000_000

# A cell is its text, or the reason why it says nothing.
Cell = str | Unreadable


@dataclass(frozen=True)
class Row:
    """One row; ``number`` is that of the spreadsheet, where the head is 1."""

    number: int
    cells: dict[str, Cell]
    wrong: Unreadable | None = None


@dataclass(frozen=True)
class Table:
    """All rows that hold anything; ``read_as`` says how the file was understood."""

    columns: tuple[str, ...]
    rows: list[Row]
    read_as: dict[str, str] = field(default_factory=dict)


def head(cells: Sequence[Cell], known: Iterable[str]) -> tuple[str, ...]:
    """The names of the columns; an empty one has no name. Raises BadFile."""
    names = tuple(str(cell).strip().strip("\ufeff").lower() for cell in cells)
    named, known = [name for name in names if name], set(known)
    if not known & set(named):
        raise BadFile("no_columns")
    strangers = [name for name in named if name not in known]
    if strangers:
        raise BadFile("unknown_columns", columns=", ".join(strangers)[:300])
    doubles = [name for name, times in Counter(named).items() if times > 1]
    if doubles:
        raise BadFile("doubled_columns", columns=", ".join(doubles))
    if EXTERNAL_ID not in named:
        raise BadFile("missing_column", column=EXTERNAL_ID)
    return names


def rows(
    columns: tuple[str, ...], found: Iterable[tuple[int, Sequence[Cell]]]
) -> list[Row]:
    """The rows that hold anything; raises BadFile when there are too many."""
    made, size = [], 0
    for number, cells in found:
        if any(cells):
            made.append(_row(columns, number, cells))
            size += sum(len(cell) for cell in cells if isinstance(cell, str))
        if len(made) > MOST_ROWS:
            raise BadFile("too_many_rows", most=MOST_ROWS)
        if size > MOST_TEXT:
            raise BadFile("too_much_text")
    return made


def _row(columns: tuple[str, ...], number: int, cells: Sequence[Cell]) -> Row:
    named = {
        name: _cell(cell) for name, cell in zip(columns, cells, strict=False) if name
    }
    return Row(number, named, _misfit(columns, cells))


def _cell(cell: Cell) -> Cell:
    if isinstance(cell, Unreadable):
        return cell
    if len(cell) > MOST_CELL:
        return Unreadable("cell_too_long", length=len(cell), most=MOST_CELL)
    return rearm(cell)


def _misfit(columns: tuple[str, ...], cells: Sequence[Cell]) -> Unreadable | None:
    """A row of another length was cut, or a divider stands unquoted in a text."""
    if len(cells) < len(columns):
        return Unreadable("row_too_short", cells=len(cells), columns=len(columns))
    nameless = [cell for cell, name in zip(cells, columns, strict=False) if not name]
    if any(cells[len(columns) :]) or any(nameless):
        return Unreadable("row_too_long", cells=len(cells), columns=len(columns))
    return None
