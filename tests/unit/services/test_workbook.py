"""Workbooks as people save them, and as accidents and attackers make them."""

from collective.virtualoffice.catalogue.imports import package
from collective.virtualoffice.catalogue.imports import workbook
from collective.virtualoffice.catalogue.imports.files import read_file
from collective.virtualoffice.catalogue.imports.workbook import TooLong
from collective.virtualoffice.catalogue.imports.workbook import write_xlsx
from collective.virtualoffice.domain.services.columns import Column
from collective.virtualoffice.domain.services.columns import Kind
from collective.virtualoffice.domain.services.plain import plain
from collective.virtualoffice.domain.services.reading import BadFile
from collective.virtualoffice.domain.services.reading import Unreadable
from datetime import date
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
from io import BytesIO
from openpyxl import Workbook
from typing import Any
from zipfile import ZIP_DEFLATED
from zipfile import ZipFile
import pytest


COLUMNS = [
    Column("external_id", Kind.LINE),
    Column("title", Kind.LINE),
    Column("reviewed_on", Kind.DATE),
]
HEAD = [column.name for column in COLUMNS]
CONTENT_TYPES = "[Content_Types].xml"
SHEET = "xl/worksheets/sheet1.xml"
LAUGH = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 50}">' for n in range(9))
LAUGHS = f'<!DOCTYPE x [<!ENTITY a0 "ha">{LAUGH}]><x>&a9;</x>'


def book(*rows: list[Any]) -> bytes:
    made, output = Workbook(), BytesIO()
    for row in (HEAD, *rows):
        made.active.append(row)
    made.save(output)
    return output.getvalue()


def changed(data: bytes, **parts: str | bytes) -> bytes:
    """The package with other parts; names are given without dots and slashes."""
    output = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(output, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, parts.pop(name, old.read(name)))
        for name, text in parts.items():
            new.writestr(name, text)
    return output.getvalue()


def cell(value: Any, column: str = "title") -> Any:
    row = ["1", None, None]
    row[HEAD.index(column)] = value
    return read_file(book(row), COLUMNS).rows[0].cells[column]


def refused(data: bytes) -> str:
    with pytest.raises(BadFile) as wrong:
        read_file(data, COLUMNS)
    return wrong.value.code


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("Hund", "Hund"),
        (1063423, "1063423"),
        (99050012104000, "99050012104000"),
        (12.0, "12"),
        (12.5, "12.5"),
        (True, "yes"),
        (None, ""),
    ],
)
def test_a_cell_is_read_as_it_is_shown(value, text):
    assert cell(value) == text


def test_a_day_is_a_day_where_one_is_wanted():
    assert cell(date(2026, 3, 4), "reviewed_on") == "2026-03-04"


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("=1+1", "formula"),
        ("#REF!", "error_value"),
        (date(2026, 3, 4), "became_a_date"),
        (1234567890123456789, "scientific"),
    ],
)
def test_a_cell_that_lost_what_it_said_is_refused_with_the_reason(value, code):
    found = cell(value)
    assert isinstance(found, Unreadable)
    assert found.code == code


def test_a_number_saved_in_scientific_notation_has_lost_digits():
    data = book(["1", 99050012104000, None])
    with ZipFile(BytesIO(data)) as package:
        sheet = package.read(SHEET).replace(b"99050012104000", b"9.9050012104E+13")
    found = read_file(changed(data, **{SHEET: sheet}), COLUMNS)
    assert found.rows[0].cells["title"].code == "scientific"


def test_rows_have_the_numbers_of_the_spreadsheet():
    made, output = Workbook(), BytesIO()
    made.active.append(HEAD)
    made.active.cell(700_000, 1, "7")
    made.save(output)
    assert [row.number for row in read_file(output.getvalue(), COLUMNS).rows] == [
        700_000
    ]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(max_size=40).map(plain), min_size=1, max_size=5))
def test_what_is_written_is_read_back(titles):
    rows = [("1", title, "2026-03-04") for title in titles]
    found = read_file(write_xlsx(HEAD, rows), COLUMNS)
    assert [tuple(row.cells.values()) for row in found.rows] == rows


@pytest.mark.parametrize("text", ["=1+1", "#N/A", "_x000D_", "'a", "TRUE", "1E+5"])
def test_texts_that_a_spreadsheet_would_take_for_something_else_come_back(text):
    found = read_file(write_xlsx(HEAD, [("1", text, "")]), COLUMNS)
    assert found.rows[0].cells["title"] == text


def test_a_text_that_no_cell_can_hold_is_not_cut_off():
    with pytest.raises(TooLong) as wrong:
        write_xlsx(HEAD, [("1", "a" * 32_768, "")])
    assert (wrong.value.row, wrong.value.column) == (2, "title")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"PK\x03\x04 nothing more", "broken_workbook"),
        (package.OLE + b"\0" * 600, "old_workbook"),
        (package.OLE + b"\0" * 600 + package.ENCRYPTED, "encrypted"),
        (b"%PDF-1.7\n\x00\x01", "no_text"),
        (b"\x89PNG\r\n\x1a\n\x00", "no_text"),
        (b"a" * 20_000_001, "too_big"),
        (b"PK" + b"\0" * 50_000_000, "too_big"),
    ],
)
def test_what_is_no_workbook_is_refused_in_words(data, code):
    assert refused(data) == code


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        ({"xl/vbaProject.bin": b"macro"}, "macros"),
        ({CONTENT_TYPES: "macroEnabled"}, "macros"),
        ({"xl/media/big": b"\0" * 50_000_000}, "unpacks_too_big"),
        ({f"part{n}": "" for n in range(1_001)}, "unpacks_too_big"),
        ({SHEET: LAUGHS}, "broken_workbook"),
        ({"xl/workbook.xml": LAUGHS}, "broken_workbook"),
        ({SHEET: b"\xff\xfe\x00"}, "broken_workbook"),
    ],
)
def test_a_dangerous_or_broken_package_is_refused(parts, code):
    assert refused(changed(book(["1", "a", None]), **parts)) == code


def test_a_zip_that_is_no_workbook_is_refused():
    output = BytesIO()
    with ZipFile(output, "w") as made:
        made.writestr("readme.txt", "hello")
    assert refused(output.getvalue()) == "no_workbook"


def test_cells_far_to_the_right_are_not_lost_but_refused():
    made, output = Workbook(), BytesIO()
    made.active.append(HEAD)
    made.active.cell(2, 16_000, "lost?")
    made.save(output)
    assert refused(output.getvalue()) == "too_many_columns"


def test_a_flood_of_cells_is_refused(monkeypatch):
    monkeypatch.setattr(workbook, "MOST_CELLS", 50)
    assert refused(book(*[["1", "a", None]] * 40)) == "too_many_cells"


WHOLE = book(["1", "a", None])


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 4_000), st.binary(min_size=1, max_size=20))
def test_a_damaged_workbook_is_read_or_refused(at, damage):
    data = bytearray(WHOLE)
    data[at : at + len(damage)] = damage
    try:
        read_file(bytes(data), COLUMNS)
    except BadFile as wrong:
        assert wrong.code
