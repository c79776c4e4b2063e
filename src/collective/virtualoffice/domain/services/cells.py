"""From a field's value to the text of its cell, and back.

Both ways meet: ``read(column, write(column, value))`` is the value, up to spaces around
texts and characters that no file can hold. An empty cell is an empty field.
"""

from . import grids
from . import numerals
from .columns import Column
from .columns import EXTERNAL_ID
from .columns import Kind
from .keys import format_key
from .money import plain_amount
from .plain import one_line
from .plain import plain
from .reading import Unreadable
from collections.abc import Callable
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any


YES_NO = {True: "yes", False: "no"}
LISTS = (Kind.LINES, Kind.KEYS, Kind.OFFICES, Kind.GRID)


def write(column: Column, value: Any) -> str:
    """The cell that says the value."""
    return "" if value is None else WRITERS.get(column.kind, _write_line)(column, value)


def read(column: Column, cell: str) -> Any:
    """The value that a cell says; raises Unreadable.

    HTML comes as it is, offices as the texts that name them.
    """
    text = plain(cell)
    if not text:
        return [] if column.kind in LISTS else None
    if column.name == EXTERNAL_ID:
        numerals.refuse_scientific(text)
    return READERS[column.kind](column, text)


def _write_line(column: Column, value: Any) -> str:
    return one_line(str(value))


def _write_text(column: Column, value: str) -> str:
    return plain(value)


def _write_lines(column: Column, value: Iterable[str]) -> str:
    return "\n".join(filter(None, map(one_line, value)))


def _write_keys(column: Column, value: Iterable[str]) -> str:
    """Grouped as people read them: so no spreadsheet takes them for numbers."""
    return "\n".join(map(format_key, value))


def _write_yes_no(column: Column, value: bool) -> str:
    return YES_NO[bool(value)]


def _write_amount(column: Column, value: Decimal) -> str:
    return plain_amount(value)


def _write_day(column: Column, value: date) -> str:
    return value.isoformat()


def _write_grid(column: Column, rows: Iterable[dict[str, Any]]) -> str:
    lines = ([write(part, row.get(part.name)) for part in column.parts] for row in rows)
    return "\n".join(grids.join(parts) for parts in lines if any(parts))


def _line(column: Column, cell: str) -> str:
    if "\n" in cell:
        raise Unreadable("several_lines")
    return cell


def _text(column: Column, cell: str) -> str:
    return cell


def _lines(column: Column, cell: str) -> list[str]:
    lines = (line.strip() for line in cell.split("\n"))
    return list(dict.fromkeys(filter(None, lines)))


def _keys(column: Column, cell: str) -> list[str]:
    return list(dict.fromkeys(map(numerals.key, _lines(column, cell))))


def _choice(column: Column, cell: str) -> str:
    if cell not in column.choices:
        raise Unreadable("not_a_choice", value=cell, choices=", ".join(column.choices))
    return cell


def _yes_no(column: Column, cell: str) -> bool:
    for value, word in YES_NO.items():
        if cell.lower() == word:
            return value
    raise Unreadable("not_yes_no", value=cell)


def _grid(column: Column, cell: str) -> list[dict[str, Any]]:
    lines = [line for line in cell.split("\n") if line.strip()]
    return [_grid_row(column, line, at) for at, line in enumerate(lines, 1)]


def _grid_row(column: Column, line: str, at: int) -> dict[str, Any]:
    parts, wanted = grids.split(line), column.parts
    if len(parts) > len(wanted):
        raise Unreadable("too_many_parts", line=at, parts=len(parts), most=len(wanted))
    cells = [*parts, *[""] * (len(wanted) - len(parts))]
    return {
        part.name: _part(part, cell, at)
        for part, cell in zip(wanted, cells, strict=True)
    }


def _part(part: Column, cell: str, at: int) -> Any:
    try:
        value = read(part, cell)
    except Unreadable as wrong:
        wrong.data["line"], wrong.data["part"] = at, part.name
        raise
    return part.default if value is None else value


READERS: dict[Kind, Callable[[Column, str], Any]] = {
    Kind.LINE: _line,
    Kind.TEXT: _text,
    Kind.HTML: _text,
    Kind.LINES: _lines,
    Kind.KEYS: _keys,
    Kind.OFFICES: _lines,
    Kind.CHOICE: _choice,
    Kind.YES_NO: _yes_no,
    Kind.NUMBER: lambda column, cell: numerals.number(cell),
    Kind.AMOUNT: lambda column, cell: numerals.amount(cell),
    Kind.DATE: lambda column, cell: numerals.day(cell),
    Kind.GRID: _grid,
}
WRITERS: dict[Kind, Callable[[Column, Any], str]] = {
    Kind.TEXT: _write_text,
    Kind.HTML: _write_text,
    Kind.LINES: _write_lines,
    Kind.KEYS: _write_keys,
    Kind.OFFICES: _write_lines,
    Kind.YES_NO: _write_yes_no,
    Kind.AMOUNT: _write_amount,
    Kind.DATE: _write_day,
    Kind.GRID: _write_grid,
}
