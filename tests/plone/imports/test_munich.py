"""All services of a real city, there and back again."""

from collections import Counter
from collective.virtualoffice.catalogue.imports.export import as_csv
from collective.virtualoffice.catalogue.imports.export import as_xlsx
from collective.virtualoffice.catalogue.imports.export import chosen
from collective.virtualoffice.catalogue.imports.fields import columns
from collective.virtualoffice.catalogue.imports.files import read_file
from collective.virtualoffice.catalogue.imports.html import clean
from collective.virtualoffice.domain.services.plain import plain
from munich import munich
from munich import munich_file
from munich import PATH
import pytest


pytestmark = pytest.mark.skipif(not PATH.is_file(), reason=f"{PATH} is not there")


def test_all_of_it_is_imported_exported_and_imported_again_unchanged(bring, dry_run):
    rows, data = munich(), munich_file()
    first = bring(data)
    assert first.counts == {"new": len(rows)} == {"new": 287}
    assert dry_run(data).counts == {"unchanged": 287}
    csv, xlsx = as_csv(chosen({})), as_xlsx(chosen({}))
    for each in (csv, xlsx):
        found = read_file(each, columns())
        assert [row.cells for row in found.rows] == [
            row.cells for row in read_file(csv, columns()).rows
        ]
        assert dry_run(each).counts == {"unchanged": 287}
    exported = {r.cells["external_id"]: r.cells for r in read_file(csv, columns()).rows}
    for row in rows:
        for name, cell in row.items():
            wanted = clean(plain(cell)) if name == "text" else plain(cell)
            assert compact(exported[row["external_id"]][name]) == compact(wanted)


def test_what_is_taken_out_of_its_html_is_said(dry_run):
    report = dry_run(munich_file())
    gone = Counter(loss.column for row in report.rows for loss in row.losses)
    assert gone["text"] > 0


def compact(cell: str) -> str:
    """Keys are grouped when they are written."""
    return cell.replace(" ", "")
