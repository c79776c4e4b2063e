"""One row of a file beside the page that it means: what becomes of it."""

from .identity import Identity
from .report import digest
from .report import RowReport
from .report import Verdict
from .rowreading import Reading
from collections.abc import Sequence
from collective.virtualoffice.domain.services.columns import IDENTITY
from collective.virtualoffice.domain.services.comparison import Change
from collective.virtualoffice.domain.services.comparison import excerpt
from collective.virtualoffice.domain.services.comparison import mark
from collective.virtualoffice.domain.services.plain import one_line
from collective.virtualoffice.domain.services.table import Row
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Step:
    """One row that is taken: the page (None: a new one) and what to write.

    ``marks`` are those of all cells of the row, as the file says them; ``kept`` the
    fields that were edited here.
    """

    service: Any
    identity: Identity
    values: dict[str, Any]
    marks: dict[str, str]
    kept: frozenset[str]


@dataclass(frozen=True)
class Seen:
    """``here`` are the page's own cells; ``service`` is None where there is no page."""

    row: Row
    identity: Identity
    service: Any
    here: dict[str, str]
    reading: Reading
    changes: Sequence[Change]

    @property
    def verdict(self) -> Verdict:
        if self.reading.refusals:
            return Verdict.REFUSED
        if self.service is None:
            return Verdict.NEW
        return Verdict.CHANGED if self.changes else Verdict.UNCHANGED

    @property
    def report(self) -> RowReport:
        """For whoever decides about the import."""
        reading, service = self.reading, self.service
        title = self.here.get("title") or said(self.row, "title")
        return RowReport(
            self.row.number,
            title or self.identity.external_id,
            self.verdict,
            service.absolute_url() if service is not None else "",
            () if reading.refusals else tuple(map(excerpt, self.changes)),
            tuple(reading.losses),
            tuple(reading.refusals),
        )

    @property
    def trace(self) -> str:
        """The same where the same would be done, for the same reasons."""
        reasons = [(each.column, str(each.reason)) for each in self.reading.refusals]
        return digest(
            (self.row.number, self.identity, self.verdict, self.changes, reasons)
        )

    @property
    def step(self) -> Step:
        row, reading = self.row, self.reading
        named = row.cells.keys() - set(IDENTITY)
        cells = {**{name: self.here.get(name, "") for name in named}, **reading.cells}
        return Step(
            self.service,
            self.identity,
            reading.values,
            {name: mark(cell) for name, cell in cells.items()},
            frozenset(each.column for each in self.changes if each.edited_here),
        )


def said(row: Row, name: str) -> str:
    """What a cell says, in one line; nothing where it cannot be read."""
    cell = row.cells.get(name, "")
    return one_line(cell) if isinstance(cell, str) else ""
