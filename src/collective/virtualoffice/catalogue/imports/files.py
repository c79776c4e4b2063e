"""A file that somebody brings, whatever it is."""

from .package import is_workbook
from .workbook import read_xlsx
from collections.abc import Iterable
from collective.virtualoffice.domain.services.columns import Column
from collective.virtualoffice.domain.services.columns import Kind
from collective.virtualoffice.domain.services.csvfile import read_csv
from collective.virtualoffice.domain.services.reading import BadFile
from collective.virtualoffice.domain.services.table import MOST_BYTES
from collective.virtualoffice.domain.services.table import Table


def read_file(data: bytes, columns: Iterable[Column]) -> Table:
    """The table in a CSV or XLSX file; raises BadFile."""
    if not data.strip():
        raise BadFile("empty")
    if len(data) > MOST_BYTES:
        raise BadFile("too_big", most=MOST_BYTES // 1_000_000)
    columns = list(columns)
    known = [column.name for column in columns]
    if is_workbook(data):
        days = [column.name for column in columns if column.kind is Kind.DATE]
        return read_xlsx(data, known, days)
    return read_csv(data, known)
