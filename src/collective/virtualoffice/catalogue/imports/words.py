"""Why a file, a row or a cell is refused, in words."""

from .checking import in_line
from collective.virtualoffice import _
from collective.virtualoffice.content.service.wrong import key_words
from collective.virtualoffice.content.service.wrong import NotAnAmount
from collective.virtualoffice.domain.services.reading import Unreadable
from zope.i18nmessageid import Message


# What belongs into a text is known only when it is said.
LATER: dict[str, str] = {}

FILES = {
    "empty": _("import_empty", default="The file is empty."),
    "too_big": _(
        "import_too_big",
        default="The file is too big. It may have ${most} MB. Split it.",
        mapping=LATER,
    ),
    "no_text": _(
        "import_no_text",
        default="This is neither a CSV nor an XLSX file: it holds characters that no "
        "text has.",
    ),
    "broken_encoding": _(
        "import_broken_encoding",
        default="The letters in line ${line} cannot be read: the file is neither UTF-8 "
        "nor Windows-1252. Save it as “CSV UTF-8”.",
        mapping=LATER,
    ),
    "broken_csv": _(
        "import_broken_csv",
        default="The file is broken at line ${line}: a quotation mark is not closed, "
        "or stands in the middle of a cell.",
        mapping=LATER,
    ),
    "no_columns": _(
        "import_no_columns",
        default="The first row names no column of services. It must hold the names of "
        "the columns, for example external_id and title.",
    ),
    "unknown_columns": _(
        "import_unknown_columns",
        default="Services have no such columns: ${columns}. Correct or delete them.",
        mapping=LATER,
    ),
    "doubled_columns": _(
        "import_doubled_columns",
        default="These columns are there twice: ${columns}.",
        mapping=LATER,
    ),
    "missing_column": _(
        "import_missing_column",
        default="The column ${column} is missing.",
        mapping=LATER,
    ),
    "too_many_columns": _(
        "import_too_many_columns",
        default="There are more than ${most} columns. Delete what stands right of the "
        "table.",
        mapping=LATER,
    ),
    "too_many_rows": _(
        "import_too_many_rows",
        default="There are more than ${most} rows. Split the file.",
        mapping=LATER,
    ),
    "too_many_cells": _(
        "import_too_many_cells",
        default="The workbook has far more cells than a table of services. Copy the "
        "table into a new workbook.",
    ),
    "too_much_text": _(
        "import_too_much_text", default="The file holds too much text. Split it."
    ),
    "encrypted": _(
        "import_encrypted",
        default="The workbook is protected by a password. Save it without.",
    ),
    "old_workbook": _(
        "import_old_workbook",
        default="This is a workbook of the old kind (.xls). Save it as .xlsx.",
    ),
    "macros": _(
        "import_macros", default="The workbook holds macros. Save it as .xlsx."
    ),
    "no_workbook": _(
        "import_no_workbook", default="This is no Excel workbook. Save it as .xlsx."
    ),
    "broken_workbook": _(
        "import_broken_workbook",
        default="The workbook is broken and cannot be read. Open it, and save it "
        "again as .xlsx.",
    ),
    "unpacks_too_big": _(
        "import_unpacks_too_big",
        default="The workbook would unpack to far more than a table of services. It "
        "was not opened.",
    ),
}
CELLS = {
    "scientific": _(
        "import_scientific",
        default="“${value}”: a spreadsheet has shortened this number, its last digits "
        "are lost. Format the column as text and enter it again.",
        mapping=LATER,
    ),
    "not_a_date": _(
        "import_not_a_date",
        default="“${value}” is no date. Write it like 2026-12-31.",
        mapping=LATER,
    ),
    "not_a_number": _(
        "import_not_a_number", default="“${value}” is no whole number.", mapping=LATER
    ),
    "several_lines": _(
        "import_several_lines", default="Only one line of text fits here."
    ),
    "not_a_choice": _(
        "import_not_a_choice",
        default="“${value}” cannot be chosen. Possible are: ${choices}.",
        mapping=LATER,
    ),
    "not_yes_no": _(
        "import_not_yes_no", default="“${value}” is neither yes nor no.", mapping=LATER
    ),
    "too_many_parts": _(
        "import_too_many_parts",
        default="line ${line} has ${parts} parts, at most ${most} fit. Write \\| for a "
        "bar inside a text.",
        mapping=LATER,
    ),
    "cell_too_long": _(
        "import_cell_too_long",
        default="The text has ${length} characters; at most ${most} fit.",
        mapping=LATER,
    ),
    "unknown_office": _(
        "import_unknown_office",
        default="There is no office with this UID or path: ${value}.",
        mapping=LATER,
    ),
    "formula": _(
        "import_formula",
        default="This is a formula. Formulas are not calculated: paste its value.",
    ),
    "error_value": _(
        "import_error_value",
        default="The spreadsheet shows an error here: ${value}.",
        mapping=LATER,
    ),
    "became_a_date": _(
        "import_became_a_date",
        default="The spreadsheet has made a date of this (${value}). Format the column "
        "as text and enter it again.",
        mapping=LATER,
    ),
    "row_too_short": _(
        "import_row_too_short",
        default="The row has ${cells} cells, but there are ${columns} columns. Perhaps "
        "the file was cut off.",
        mapping=LATER,
    ),
    "row_too_long": _(
        "import_row_too_long",
        default="The row has more cells than there are named columns. Perhaps a text "
        "with a divider is not in quotation marks.",
    ),
}
FIELD_MISSING = _(
    "import_field_missing", default="Pages of this type have no such field."
)


def file_words(wrong: Unreadable) -> Message:
    """Why a file cannot be read."""
    data = {"line": "?", **wrong.data}
    return Message(FILES[wrong.code], mapping=data)


def cell_words(wrong: Unreadable) -> Message:
    """Why a cell or row cannot be taken."""
    reason = _reason(wrong)
    part = wrong.data.get("part")
    return in_line(wrong.data["line"], part, reason) if part else reason


def _reason(wrong: Unreadable) -> Message:
    if wrong.code == "bad_key":
        return key_words(wrong.data["bad"])
    if wrong.code == "not_an_amount":
        return NotAnAmount(wrong.data["value"]).doc()
    data = {name: _short(value) for name, value in wrong.data.items()}
    return Message(CELLS[wrong.code], mapping=data)


def _short(value: object) -> str:
    text = str(value)
    return f"{text[:80]}…" if len(text) > 80 else text
