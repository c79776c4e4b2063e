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
from .report import Vanished
from .report import Verdict
from .rowreading import check_together
from .rowreading import Reading
from .rowreading import RowReader
from .rowreading import title_missing
from .seen import said
from .seen import Seen
from .seen import Step
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
        self.columns = [each for each in columns() if each.name not in IDENTITY]
        self.reader = RowReader(site, columns())
        self.folder = folder_of(site, wishes)
        self.identities = {row.number: self._identity(row) for row in table.rows}
        self.places = self._places()
        self.seen: list[Seen] = []

    def look_at(self, row: Row) -> None:
        identity = self.identities[row.number]
        found = holders(identity) if identity.external_id else []
        service = found[0] if found else None
        here = cells_of(service, self.columns) if service is not None else {}
        reading = self._read(row, service, here)
        self._judge(row, identity, found, reading)
        changes = [] if reading.refusals else self._changes(reading, service, here)
        if changes or service is None:
            self._check(reading, service, changes)
        self.seen.append(Seen(row, identity, service, here, reading, changes))

    def plan(self) -> Plan:
        taken = [each for each in self.seen if each.verdict is not Verdict.REFUSED]
        report = Report(
            tuple(each.report for each in self.seen),
            self._vanished(),
            tuple(sorted(self.table.read_as.items())),
            digest([each.trace for each in self.seen]),
        )
        return Plan([each.step for each in taken], report)

    def _identity(self, row: Row) -> Identity:
        source, external_id = (said(row, name) for name in (SOURCE, EXTERNAL_ID))
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

    def _read(self, row: Row, service: Any, here: dict[str, str]) -> Reading:
        if service is None:
            return self.reader.read(row, here, NEW_TYPE, self.folder)
        return self.reader.read(row, here, service.portal_type, service)

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
        blank = {column.name: None for column in self.columns}
        edited = {change.column for change in changes if change.edited_here}
        check_together(reading, {**blank, **base, **reading.values})
        if edited:
            rest = {n: v for n, v in reading.values.items() if n not in edited}
            check_together(reading, {**blank, **base, **rest})
        for reason in _bars(service, self.folder):
            reading.refuse("", reason)

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
