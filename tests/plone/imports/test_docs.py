"""docs/import.rst names every column as the import knows it."""

from collective.virtualoffice.browser.imports.choices import columns_shown
from pathlib import Path
from zope.i18n import translate


TABLE = Path(__file__).resolve().parents[3] / "docs" / "importcolumns.inc"


def written() -> str:
    lines = [".. list-table::", "   :header-rows: 1", "   :widths: 25 30 45", ""]
    lines += ["   * - Column", "     - Field", "     - Cells"]
    for column in columns_shown():
        title, cells = (translate(each) for each in (column.title, column.cells))
        lines += [f"   * - ``{column.name}``", f"     - {title}", f"     - {cells}"]
    return "\n".join(lines).replace(" | ", " ``|`` ") + "\n"


def test_the_documented_columns_are_those_of_the_schema(portal):
    assert TABLE.read_text("utf-8") == written(), f"Write anew: {TABLE.name}"
