"""Tables as XLSX. Formulas are not run: a cell that holds one is refused."""

from .package import check_package
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence
from collective.virtualoffice.domain.services import table
from collective.virtualoffice.domain.services.formulas import disarm
from collective.virtualoffice.domain.services.reading import BadFile
from collective.virtualoffice.domain.services.reading import Unreadable
from collective.virtualoffice.domain.services.table import Cell
from collective.virtualoffice.domain.services.table import Table
from contextlib import closing
from datetime import date
from datetime import datetime
from datetime import time
from datetime import timedelta
from io import BytesIO
from openpyxl import load_workbook
from openpyxl import Workbook
from openpyxl.cell import Cell as WorkbookCell
from openpyxl.cell import WriteOnlyCell
from typing import Any
import re


LAST_ROW = 1_048_577
MOST_CELLS = 3_000_000
# What a cell of a spreadsheet can hold; more would be cut off without a word.
LONGEST_CELL = 32_767
# Spreadsheets calculate with 15 digits, and show 12 of them.
EXACT = 10**15
SHOWN = 10**11
# ECMA-376, 22.9.2.19 (ST_Xstring): characters by their number.
ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
TO_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


class TooLong(Exception):
    """A text that no cell of a workbook can hold, by row and column."""

    def __init__(self, row: int, column: str) -> None:
        super().__init__(row, column)
        self.row, self.column = row, column


def read_xlsx(data: bytes, known: Iterable[str], dates: Iterable[str]) -> Table:
    """The first sheet; ``dates`` are the columns that hold days. Raises BadFile."""
    check_package(data)
    try:
        return _read(data, known, set(dates))
    except BadFile:
        raise
    except Exception as broken:
        # A workbook can be broken in as many ways as the library has lines.
        raise BadFile("broken_workbook") from broken


def _read(data: bytes, known: Iterable[str], dates: set[str]) -> Table:
    with closing(load_workbook(BytesIO(data), read_only=True)) as book:
        sheets = book.worksheets
        if not sheets:
            raise BadFile("no_workbook")
        found = _filled(sheets[0])
        _, first = next(found, (1, []))
        columns = table.head(_trimmed([_text(cell, False) for cell in first]), known)
        kinds = [name in dates for name in columns]
        lines = ((number, _cells(row, kinds)) for number, row in found)
        read_as = {"sheet": sheets[0].title, "sheets": str(len(sheets))}
        return Table(columns, table.rows(columns, lines), read_as)


def _filled(sheet: Any) -> Iterator[tuple[int, Sequence[Any]]]:
    """Rows that hold cells, by their numbers; gaps cost nothing."""
    sheet.reset_dimensions()
    gap, size = None, 0
    for number, row in enumerate(sheet.iter_rows(max_row=LAST_ROW), 1):
        if row is gap or not row:
            continue
        gap = row
        size += len(row)
        if size > MOST_CELLS:
            raise BadFile("too_many_cells")
        if any(cell.value is not None for cell in row[table.MOST_COLUMNS :]):
            raise BadFile("too_many_columns", most=table.MOST_COLUMNS)
        yield number, row[: table.MOST_COLUMNS]


def _trimmed(cells: list[Cell]) -> list[Cell]:
    """Without the empty cells at the end."""
    while cells and not cells[-1]:
        cells.pop()
    return cells


def _cells(row: Sequence[Any], kinds: list[bool]) -> list[Cell]:
    """One cell for each column, and whatever stands beyond them."""
    missing = len(kinds) - len(row)
    wanted = [*kinds, *[False] * -missing]
    found = [_text(cell, is_day) for cell, is_day in zip(row, wanted, strict=False)]
    return [*found, *[""] * missing]


def _text(cell: Any, is_day: bool) -> Cell:
    value = cell.value
    if value is None:
        return ""
    if cell.data_type == "f":
        return Unreadable("formula")
    if cell.data_type == "e":
        return Unreadable("error_value", value=str(value))
    if isinstance(value, str):
        return ESCAPED.sub(lambda found: chr(int(found[1], 16)), value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (int, float)):
        return _number(value)
    return _moment(value, is_day)


def _number(value: int | float) -> Cell:
    if abs(value) >= EXACT or (isinstance(value, float) and abs(value) >= SHOWN):
        return Unreadable("scientific", value=f"{value:.10E}")
    return str(int(value)) if value == int(value) else repr(value)


def _moment(value: date | datetime | time | timedelta, is_day: bool) -> Cell:
    if not is_day or not isinstance(value, date):
        return Unreadable("became_a_date", value=str(value))
    return (value.date() if isinstance(value, datetime) else value).isoformat()


def write_xlsx(head: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """A workbook whose cells are all text; raises TooLong."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("services")
    sheet.freeze_panes = "A2"
    for number, row in enumerate((head, *rows), 1):
        sheet.append(
            [_cell(sheet, number, *cell) for cell in zip(head, row, strict=True)]
        )
    output = BytesIO()
    book.save(output)
    return output.getvalue()


def _cell(sheet: Any, row: int, column: str, text: str) -> WorkbookCell | None:
    if not text:
        return None
    written = TO_ESCAPE.sub("_x005F_", disarm(text))
    if len(written) > LONGEST_CELL:
        raise TooLong(row, column)
    cell = WriteOnlyCell(sheet, written)
    cell.data_type, cell.number_format = "s", "@"
    return cell
