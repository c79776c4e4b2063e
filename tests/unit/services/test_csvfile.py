"""Files as spreadsheets write them, and as accidents and attackers do."""

from collective.virtualoffice.domain.services import table
from collective.virtualoffice.domain.services.csvfile import read_csv
from collective.virtualoffice.domain.services.csvfile import write_csv
from collective.virtualoffice.domain.services.plain import plain
from collective.virtualoffice.domain.services.reading import BadFile
from collective.virtualoffice.domain.services.reading import Unreadable
from collective.virtualoffice.domain.services.table import Table
from hypothesis import given
from hypothesis import strategies as st
import pytest


KNOWN = ("source", "external_id", "title", "text")
TEXT = "external_id;title\r\n1;Größe – „Spaß“\r\n"


def cells(found: Table) -> list[dict]:
    return [row.cells for row in found.rows]


def refused(data: bytes) -> str:
    with pytest.raises(BadFile) as wrong:
        read_csv(data, KNOWN)
    return wrong.value.code


@pytest.mark.parametrize(
    ("encoding", "said"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("cp1252", "cp1252"),
        ("utf-16", "utf-16"),
    ],
)
def test_the_encoding_is_recognised_and_said(encoding, said):
    found = read_csv(TEXT.encode(encoding), KNOWN)
    assert cells(found) == [{"external_id": "1", "title": "Größe – „Spaß“"}]
    assert found.read_as["encoding"] == said


@pytest.mark.parametrize("divider", [";", ",", "\t"])
def test_the_divider_is_recognised(divider):
    data = f'"External_ID"{divider}title\n1{divider}"a;b,c"\n'.encode()
    assert cells(read_csv(data, KNOWN)) == [{"external_id": "1", "title": "a;b,c"}]


def test_the_hint_of_excel_is_followed():
    data = b"sep=,\r\nexternal_id,title\r\n1,a\r\n"
    assert cells(read_csv(data, KNOWN)) == [{"external_id": "1", "title": "a"}]


def test_rows_have_the_numbers_of_the_spreadsheet_and_empty_ones_are_skipped():
    found = read_csv(b'external_id;title\n1;"a\nb"\n;\n3;c\n', KNOWN)
    assert [row.number for row in found.rows] == [2, 4]


@given(st.lists(st.tuples(*[st.text(max_size=30).map(plain)] * 3)))
def test_what_is_written_is_read_back(rows):
    named = [("1", *row) for row in rows]
    data = "".join(write_csv(KNOWN, named)).encode()
    found = [tuple(row.cells.values()) for row in read_csv(data, KNOWN).rows]
    assert found == named


@given(st.binary(max_size=300))
def test_any_bytes_are_a_table_or_refused_in_words(data):
    for each in (data, b"external_id;title\n" + data):
        try:
            read_csv(each, KNOWN)
        except BadFile as wrong:
            assert wrong.code


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "no_columns"),
        (b"name;price\n1;2\n", "no_columns"),
        (b"external_id;titel\n", "unknown_columns"),
        (b"external_id;title;title\n", "doubled_columns"),
        (b"source;title\na;b\n", "missing_column"),
        (b"external_id\n\x00\x01\x02", "no_text"),
        ("external_id;title\n1;Größe".encode() + b"\xff\n", "broken_encoding"),
        (b"external_id;title\n1;\x81\n", "broken_encoding"),
        (b"\xff\xfeexternal_id", "broken_encoding"),
        (b'external_id;title\n1;"never closed\n', "broken_csv"),
        (b'external_id;title\n1;"a"b\n', "broken_csv"),
        (b"external_id" + b";" * 300, "too_many_columns"),
        (b"external_id\n" + b"1\n" * 6000, "too_many_rows"),
    ],
)
def test_a_file_that_is_no_table_of_services_is_refused(data, code):
    assert refused(data) == code


def test_broken_letters_are_found_by_their_line():
    with pytest.raises(BadFile) as wrong:
        read_csv("external_id;title\n1;Größe\n2;".encode() + b"\xff\n", KNOWN)
    assert wrong.value.data["line"] == 3


def test_much_text_is_refused_before_it_takes_the_memory(monkeypatch):
    monkeypatch.setattr(table, "MOST_TEXT", 1000)
    assert refused(b"external_id;title\n" + b"1;aaaaaaaaaaaaaaaaaaaa\n" * 60) == (
        "too_much_text"
    )


@pytest.mark.parametrize(
    ("line", "code"), [(b"1\n", "row_too_short"), (b"1;a;b\n", "row_too_long")]
)
def test_a_row_of_another_length_is_refused_alone(line, code):
    found = read_csv(b"external_id;title\n" + line + b"2;b\n", KNOWN)
    assert [row.wrong and row.wrong.code for row in found.rows] == [code, None]


def test_a_huge_cell_is_refused_alone():
    data = b"external_id;title\n1;" + b"a" * 100_001 + b"\n"
    cell = read_csv(data, KNOWN).rows[0].cells["title"]
    assert isinstance(cell, Unreadable)
    assert cell.code == "cell_too_long"
