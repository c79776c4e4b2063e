"""Tables as CSV: what divides the cells and how letters are written is recognised."""

from . import table
from .formulas import disarm
from .reading import BadFile
from .table import Table
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence
from io import StringIO
import codecs
import csv
import re


DIVIDERS = {";": "semicolon", ",": "comma", "\t": "tab"}
BYTE_ORDER_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
WINDOWS = "cp1252"
# Letters of UTF-8 read as Windows-1252 begin with Ã: then only a part is broken.
UTF8_INSIDE = re.compile(rb"\xc3[\x80-\xbf]")
NO_TEXT = re.compile("[\x00-\x06\x0e-\x1a]")
EXCEL_HINT = re.compile(r'\A"?sep=(.)"?\r?\n', re.I)


def read_csv(data: bytes, known: Iterable[str]) -> Table:
    """The table in these bytes; raises BadFile."""
    text, encoding = decode(data)
    known = set(known)
    hint = EXCEL_HINT.match(text)
    text = text[hint.end() :] if hint else text
    divider = hint[1] if hint and hint[1] in DIVIDERS else _divider(text, known)
    lines = _lines(text, divider)
    _, first = next(lines, (1, []))
    columns = table.head(first, known)
    if len(columns) > table.MOST_COLUMNS:
        raise BadFile("too_many_columns", most=table.MOST_COLUMNS)
    read_as = {"encoding": encoding, "divider": DIVIDERS[divider]}
    return Table(columns, table.rows(columns, lines), read_as)


def write_csv(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """The lines of a file that Excel opens and ``read_csv`` reads back."""
    yield "\ufeff"
    for row in (head, *rows):
        line = StringIO(newline="")
        csv.writer(line, delimiter=";").writerow(map(disarm, row))
        yield line.getvalue()


def decode(data: bytes) -> tuple[str, str]:
    """The text and the encoding in which it is written; raises BadFile."""
    text, encoding = _decode(data)
    if NO_TEXT.search(text):
        raise BadFile("no_text")
    return text, encoding


def _decode(data: bytes) -> tuple[str, str]:
    marked = (name for mark, name in BYTE_ORDER_MARKS.items() if data.startswith(mark))
    encoding = next(marked, "utf-8")
    try:
        return data.decode(encoding), encoding.removesuffix("-sig")
    except UnicodeDecodeError as wrong:
        if encoding != "utf-8":
            raise BadFile("broken_encoding", at=wrong.start) from wrong
        return _windows(data, wrong.start), WINDOWS


def _windows(data: bytes, at: int) -> str:
    """``at`` is where it ceased to be UTF-8."""
    if UTF8_INSIDE.search(data):
        raise BadFile("broken_encoding", line=data.count(b"\n", 0, at) + 1)
    try:
        return data.decode(WINDOWS)
    except UnicodeDecodeError as wrong:
        line = data.count(b"\n", 0, wrong.start) + 1
        raise BadFile("broken_encoding", line=line) from wrong


def _divider(text: str, known: set[str]) -> str:
    """What divides the head into the most names that are known."""
    first = text[: table.MOST_CELL].split("\n", 1)[0]
    cells = {divider: first.split(divider) for divider in DIVIDERS}
    return max(DIVIDERS, key=lambda each: len(known & _names(cells[each])))


def _names(cells: list[str]) -> set[str]:
    return {cell.strip().strip('"').strip().lower() for cell in cells}


def _lines(text: str, divider: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(StringIO(text, newline=""), delimiter=divider, strict=True)
    try:
        yield from enumerate(reader, 1)
    except csv.Error as wrong:
        raise BadFile("broken_csv", line=reader.line_num) from wrong
