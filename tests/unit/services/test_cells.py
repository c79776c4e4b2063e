"""What a field says and what its cell says is the same."""

from collective.virtualoffice.domain.services import cells
from collective.virtualoffice.domain.services.columns import Column
from collective.virtualoffice.domain.services.columns import Kind
from collective.virtualoffice.domain.services.formulas import disarm
from collective.virtualoffice.domain.services.formulas import rearm
from collective.virtualoffice.domain.services.keys import format_key
from collective.virtualoffice.domain.services.plain import one_line
from collective.virtualoffice.domain.services.plain import plain
from collective.virtualoffice.domain.services.reading import Unreadable
from datetime import date
from decimal import Decimal
from hypothesis import given
from hypothesis import strategies as st
import pytest


LINE = Column("title", Kind.LINE)
FEES = Column(
    "fees",
    Kind.GRID,
    (
        Column("title", Kind.LINE),
        Column("amount", Kind.AMOUNT),
        Column("needed", Kind.YES_NO, default=True),
        Column("note", Kind.TEXT),
    ),
)

words = st.text(max_size=40)
line = words.map(one_line)
filled = line.filter(bool)
amounts = st.decimals(0, Decimal("9999999.99"), places=2)
rows = st.fixed_dictionaries(
    {
        "title": filled,
        "amount": st.none() | amounts,
        "needed": st.booleans(),
        "note": words.map(plain).map(lambda text: text or None),
    }
)
VALUES = {
    Kind.LINE: filled,
    Kind.TEXT: words.map(plain).filter(bool),
    Kind.HTML: words.map(plain).filter(bool),
    Kind.LINES: st.lists(filled, unique=True),
    Kind.OFFICES: st.lists(filled, unique=True),
    Kind.KEYS: st.lists(st.from_regex(r"\A[0-9]{14}\Z"), unique=True),
    Kind.YES_NO: st.booleans(),
    Kind.NUMBER: st.integers(-999_999_999, 999_999_999),
    Kind.AMOUNT: amounts,
    Kind.DATE: st.dates(),
}


@pytest.mark.parametrize("kind", VALUES)
def test_every_value_comes_back_from_its_cell(kind):
    @given(VALUES[kind])
    def comes_back(value):
        column = Column("field", kind)
        cell = cells.write(column, value)
        assert cells.read(column, cell) == value
        assert cells.read(column, rearm(disarm(cell))) == value
        assert cell == plain(cell)

    comes_back()


@given(st.lists(rows))
def test_every_table_comes_back_from_its_cell(table):
    cell = cells.write(FEES, table)
    assert cells.read(FEES, cell) == table
    assert cells.write(FEES, cells.read(FEES, cell)) == cell


@given(st.text())
def test_any_cell_is_read_or_refused(cell):
    for kind in (*VALUES, Kind.GRID, Kind.CHOICE):
        column = Column("field", kind, FEES.parts, ("yes", "no"))
        try:
            value = cells.read(column, cell)
        except Unreadable:
            continue
        assert cells.read(column, cells.write(column, value)) == value


@given(st.text())
def test_no_cell_is_run_and_each_is_read_back(cell):
    harmless = disarm(cell)
    assert not harmless.lstrip().startswith(("=", "+", "-", "@"))
    assert not harmless.startswith(("\t", "\r", "\n"))
    assert rearm(harmless) == cell


@pytest.mark.parametrize(
    "cell", ["=1+1", "+49 89", "-1", "@SUM", "\tx", "\rx", " =1", "'=1", "＝1"]
)
def test_what_a_spreadsheet_would_run_gets_an_apostrophe(cell):
    assert disarm(cell) == f"'{cell}"


def test_an_empty_cell_is_an_empty_field():
    assert cells.read(LINE, " \n ") is None
    assert cells.read(FEES, "") == []
    assert cells.write(LINE, None) == ""


def test_a_table_is_written_as_documented():
    row = {"title": "A|B", "amount": Decimal("12.50"), "needed": False, "note": "x\ny"}
    assert cells.write(FEES, [row]) == r"A\|B | 12.50 | no | x\ny"


def test_parts_left_out_at_the_end_are_empty():
    empty = {"amount": None, "needed": True, "note": None}
    assert cells.read(FEES, "Passport") == [{"title": "Passport", **empty}]


def test_a_backslash_at_the_end_of_a_row_stands_for_itself():
    assert cells.read(FEES, "C:\\")[0]["title"] == "C:\\"


def test_a_wrong_part_is_named_with_its_line():
    with pytest.raises(Unreadable) as wrong:
        cells.read(FEES, "Passport | 37\nCard | much")
    assert wrong.value.code == "not_an_amount"
    assert (wrong.value.data["line"], wrong.value.data["part"]) == (2, "amount")


def test_a_row_with_more_parts_than_the_table_is_refused():
    with pytest.raises(Unreadable) as wrong:
        cells.read(FEES, "a | 1 | yes | n | more")
    assert wrong.value.code == "too_many_parts"


@pytest.mark.parametrize("cell", ["9.9050012104E+13", "9,90500E+13", "1E+05"])
def test_an_identifier_that_a_spreadsheet_has_shortened_is_refused(cell):
    with pytest.raises(Unreadable, match="scientific"):
        cells.read(Column("external_id", Kind.LINE), cell)


def test_a_shortened_key_says_what_is_lost():
    with pytest.raises(Unreadable) as wrong:
        cells.read(Column("service_keys", Kind.KEYS), "9.9050012104E+13")
    assert wrong.value.data["bad"].reason == "scientific"


def test_keys_are_written_in_groups_that_no_spreadsheet_takes_for_a_number():
    column = Column("service_keys", Kind.KEYS)
    assert cells.write(column, ["99050012104000"]) == "99 050 012 104 000"
    assert format_key("123") == "123"


@pytest.mark.parametrize("cell", ["2026-11-22", "22.11.2026"])
def test_a_day_is_read_as_iso_8601_and_as_german_spreadsheets_rewrite_it(cell):
    assert cells.read(Column("day", Kind.DATE), cell) == date(2026, 11, 22)


@pytest.mark.parametrize("cell", ["22/11/2026", "31.02.2026", "2026-13-01", "20261122"])
def test_any_other_day_is_refused(cell):
    with pytest.raises(Unreadable, match="not_a_date"):
        cells.read(Column("day", Kind.DATE), cell)


def test_a_text_of_several_lines_is_refused_where_one_is_wanted():
    with pytest.raises(Unreadable, match="several_lines"):
        cells.read(LINE, "a\nb")


def test_a_choice_is_one_of_its_words():
    column = Column("video", Kind.CHOICE, choices=("none", "advice"))
    assert cells.read(column, "advice") == "advice"
    with pytest.raises(Unreadable, match="not_a_choice"):
        cells.read(column, "Ja")
