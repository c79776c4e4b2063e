"""What a table would change in the site, worked out without changing anything."""

from .fields import cells_of
from .fields import columns
from .fields import values_of
from .identity import from_source
from .identity import holders
from .identity import Identity
from .identity import identity_of
from .record import written
from .report import digest
from .report import Report
from .report import RowReport
from .report import Vanished
from .report import Verdict
from .rowreading import check_together
from .rowreading import Reading
from .rowreading import RowReader
from .rowreading import title_missing
from .standing import bars_to_adding
from .standing import bars_to_editing
from .standing import hurdles
from collections import defaultdict
from collections.abc import Callable
from collective.virtualoffice import _
from collective.virtualoffice.domain.services.columns import EXTERNAL_ID
from collective.virtualoffice.domain.services.columns import IDENTITY
from collective.virtualoffice.domain.services.columns import SOURCE
from collective.virtualoffice.domain.services.comparison import Change
from collective.virtualoffice.domain.services.comparison import compare
from collective.virtualoffice.domain.services.comparison import excerpt
from collective.virtualoffice.domain.services.comparison import mark
from collective.virtualoffice.domain.services.plain import one_line
from collective.virtualoffice.domain.services.table import Row
from collective.virtualoffice.domain.services.table import Table
from dataclasses import dataclass
from Products.CMFCore.interfaces import IFolderish
from typing import Any


NEW_TYPE = "Service"
BREATH = 50

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Wishes:
    """Where new services go, and the source of rows that name none."""

    folder: str = ""
    source: str = ""


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
class Plan:
    steps: list[Step]
    report: Report


def make_plan(
    site: Any, table: Table, wishes: Wishes, progress: Progress = lambda *_: None
) -> Plan:
    """What would be done; ``progress`` hears how many of how many rows are read."""
    planner = Planner(site, table, wishes)
    for number, row in enumerate(table.rows):
        planner.look_at(row)
        if number % BREATH == 0:
            progress(number, len(table.rows))
            site._p_jar.cacheGC()
    return planner.plan()


class Planner:
    """Looks at the rows of one table one after the other."""

    def __init__(self, site: Any, table: Table, wishes: Wishes) -> None:
        self.site, self.table, self.wishes = site, table, wishes
        named = [column for column in columns() if column.name not in IDENTITY]
        self.columns = [each for each in named if each.name in table.columns]
        self.all_columns = named
        self.reader = RowReader(site, columns())
        self.folder = folder_of(site, wishes)
        self.identities = {row.number: self._identity(row) for row in table.rows}
        self.places = self._places()
        self.steps: list[Step] = []
        self.rows: list[RowReport] = []
        self.traces: list[str] = []

    def look_at(self, row: Row) -> None:
        identity = self.identities[row.number]
        found = holders(identity) if identity.external_id else []
        service = found[0] if found else None
        here = cells_of(service, self.all_columns) if service is not None else {}
        place = self.folder if service is None else service
        portal_type = NEW_TYPE if service is None else service.portal_type
        reading = self.reader.read(row, here, portal_type, place)
        self._judge(row, identity, found, reading)
        changes = [] if reading.refusals else self._changes(reading, service, here)
        if changes or service is None:
            self._check(reading, service, changes)
        self._note(row, identity, service, here, reading, changes)

    def plan(self) -> Plan:
        read_as = tuple(sorted(self.table.read_as.items()))
        report = Report(
            tuple(self.rows), self._vanished(), read_as, digest(self.traces)
        )
        return Plan(self.steps, report)

    def _identity(self, row: Row) -> Identity:
        source, external_id = (_said(row, name) for name in (SOURCE, EXTERNAL_ID))
        identity = Identity(source, external_id)
        if source or not self.wishes.source or (external_id and holders(identity)):
            return identity
        return Identity(self.wishes.source, external_id)

    def _places(self) -> dict[Identity, list[int]]:
        """The numbers of the rows that mean the same service."""
        found = defaultdict(list)
        for number, identity in self.identities.items():
            found[identity].append(number)
        return found

    def _judge(
        self, row: Row, identity: Identity, found: list[Any], reading: Reading
    ) -> None:
        """Refuse a row that means no service, or more than one."""
        if not identity.external_id:
            reading.refuse(EXTERNAL_ID, NO_ID)
            return
        others = [each for each in self.places[identity] if each != row.number]
        if others:
            reading.refuse(EXTERNAL_ID, doubled_in_file(others))
        if len(found) > 1:
            reading.refuse(EXTERNAL_ID, doubled_in_site(found))
        for reason in hurdles(identity, found):
            reading.refuse("", reason)

    def _changes(
        self, reading: Reading, service: Any, here: dict[str, str]
    ) -> list[Change]:
        marks = {} if service is None else written(service)
        before = {name: here.get(name, "") for name in reading.cells}
        return compare(before, reading.cells, marks)

    def _check(self, reading: Reading, service: Any, changes: list[Change]) -> None:
        """The rules across fields, also where fields edited here stay as they are."""
        if reading.refusals:
            return
        if service is None and not reading.values.get("title"):
            title_missing(reading)
        base = {} if service is None else values_of(service)
        blank = {column.name: None for column in self.all_columns}
        edited = {change.column for change in changes if change.edited_here}
        check_together(reading, {**blank, **base, **reading.values})
        if edited:
            rest = {n: v for n, v in reading.values.items() if n not in edited}
            check_together(reading, {**blank, **base, **rest})
        for reason in _bars(service, self.folder):
            reading.refuse("", reason)

    def _note(
        self,
        row: Row,
        identity: Identity,
        service: Any,
        here: dict[str, str],
        reading: Reading,
        changes: list[Change],
    ) -> None:
        verdict = _verdict(service, reading, changes)
        title = here.get("title") or _said(row, "title") or identity.external_id
        url = service.absolute_url() if service is not None else ""
        shown = () if reading.refusals else tuple(map(excerpt, changes))
        losses, refusals = tuple(reading.losses), tuple(reading.refusals)
        self.rows.append(
            RowReport(row.number, title, verdict, url, shown, losses, refusals)
        )
        reasons = [(each.column, str(each.reason)) for each in refusals]
        self.traces.append(digest((row.number, identity, verdict, changes, reasons)))
        if verdict is not Verdict.REFUSED:
            self.steps.append(
                self._step(row, identity, service, here, reading, changes)
            )

    def _step(
        self,
        row: Row,
        identity: Identity,
        service: Any,
        here: dict[str, str],
        reading: Reading,
        changes: list[Change],
    ) -> Step:
        said = {column.name: here.get(column.name, "") for column in self.columns}
        said = {name: cell for name, cell in said.items() if name in row.cells}
        marks = {name: mark(cell) for name, cell in {**said, **reading.cells}.items()}
        kept = frozenset(change.column for change in changes if change.edited_here)
        return Step(service, identity, reading.values, marks, kept)

    def _vanished(self) -> tuple[Vanished, ...]:
        """Services of the file's sources that it does not name."""
        sources = sorted({identity.source for identity in self.places})
        return tuple(
            Vanished(each.Title(), each.absolute_url(), identity_of(each).external_id)
            for source in sources
            for each in from_source(source)
            if identity_of(each) not in self.places
        )


def _bars(service: Any, folder: Any) -> list[Any]:
    return bars_to_adding(folder) if service is None else bars_to_editing(service)


def folder_of(site: Any, wishes: Wishes) -> Any:
    """Where new services go; None where there is no such folder."""
    path = wishes.folder.strip("/")
    found = site.unrestrictedTraverse(path, None) if path else site
    return found if IFolderish.providedBy(found) else None


def _verdict(service: Any, reading: Reading, changes: list[Change]) -> Verdict:
    if reading.refusals:
        return Verdict.REFUSED
    if service is None:
        return Verdict.NEW
    return Verdict.CHANGED if changes else Verdict.UNCHANGED


def _said(row: Row, name: str) -> str:
    cell = row.cells.get(name, "")
    return one_line(cell) if isinstance(cell, str) else ""


NO_ID = _(
    "import_no_id",
    default="The external id is missing: by it the next import finds the service "
    "again.",
)


def doubled_in_file(others: list[int]) -> Any:
    return _(
        "import_doubled_in_file",
        default="The same service stands in row ${rows} too.",
        mapping={"rows": ", ".join(map(str, others))},
    )


def doubled_in_site(found: list[Any]) -> Any:
    return _(
        "import_doubled_in_site",
        default="Several pages have this source and external id: ${pages}.",
        mapping={"pages": ", ".join(each.absolute_url() for each in found)},
    )
