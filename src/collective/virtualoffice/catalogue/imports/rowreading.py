"""One row of a file as values of fields, or the reasons why not."""

from .checking import faults_of_field
from .checking import faults_together
from .fields import fields
from .fields import supported
from .fields import typed
from .html import clean
from .html import removed
from .report import Loss
from .report import Refusal
from .words import cell_words
from .words import FIELD_MISSING
from collections.abc import Mapping
from collective.virtualoffice import _
from collective.virtualoffice.domain.services import cells
from collective.virtualoffice.domain.services.columns import Column
from collective.virtualoffice.domain.services.columns import IDENTITY
from collective.virtualoffice.domain.services.columns import Kind
from collective.virtualoffice.domain.services.reading import Unreadable
from collective.virtualoffice.domain.services.table import Row
from dataclasses import dataclass
from dataclasses import field
from functools import cached_property
from plone import api
from plone.uuid.interfaces import IUUID
from typing import Any


OFFICE = "VirtualOffice"


@dataclass
class Reading:
    """What was read of a row: values by name, their cells, losses and refusals."""

    values: dict[str, Any] = field(default_factory=dict)
    cells: dict[str, str] = field(default_factory=dict)
    losses: list[Loss] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)

    def refuse(self, column: str, reason: Any) -> None:
        self.refusals.append(Refusal(column, reason))


class RowReader:
    """Reads rows against the fields of this site; made once for a file."""

    def __init__(self, site: Any, columns: list[Column]) -> None:
        self.site = site
        self.columns = {column.name: column for column in columns}
        self.fields = fields()
        self._supported: dict[str, frozenset[str]] = {}

    @cached_property
    def offices(self) -> dict[str, Any]:
        """All offices by UID and by path from the root of the site."""
        found: dict[str, Any] = {}
        catalog = api.portal.get_tool("portal_catalog")
        root = len("/".join(self.site.getPhysicalPath()))
        for brain in catalog.unrestrictedSearchResults(portal_type=OFFICE):
            office = brain._unrestrictedGetObject()
            found[IUUID(office)] = found[brain.getPath()[root:]] = office
        return found

    def read(
        self, row: Row, here: Mapping[str, str], portal_type: str, place: Any
    ) -> Reading:
        """The cells that say something else than the page has.

        ``here`` are the page's own cells; a cell that is the same is not looked at,
        so that whatever the site holds survives its own export.
        """
        reading = Reading()
        if row.wrong:
            reading.refuse("", cell_words(row.wrong))
        for name, cell in row.cells.items():
            if name in IDENTITY:
                self._check_identity(name, cell, reading)
            elif cell != here.get(name, ""):
                self._read_cell(name, cell, here.get(name, ""), reading, portal_type)
        self._check(reading, place)
        return reading

    def _check_identity(self, name: str, cell: Any, reading: Reading) -> None:
        try:
            cells.read(self.columns[name], _text(cell))
        except Unreadable as wrong:
            reading.refuse(name, cell_words(wrong))

    def _read_cell(
        self, name: str, cell: Any, here: str, reading: Reading, portal_type: str
    ) -> None:
        column = self.columns[name]
        try:
            value = cells.read(column, _text(cell))
            if column.kind is Kind.OFFICES:
                value, said = self._named_offices(value)
            elif column.kind is Kind.HTML and value:
                value, said = self._cleaned(name, value, here, reading)
            else:
                said = cells.write(column, value)
        except Unreadable as wrong:
            return reading.refuse(name, cell_words(wrong))
        if name not in self._fields_of(portal_type):
            return reading.refuse(name, FIELD_MISSING) if said else None
        if said != here:
            reading.values[name] = typed(self.fields[name], value)
            reading.cells[name] = said
        return None

    def _cleaned(
        self, name: str, html: str, here: str, reading: Reading
    ) -> tuple[str, str]:
        if html == here:
            return html, here
        cleaned = clean(html)
        gone = removed(html, cleaned)
        if gone and cleaned != here:
            reading.losses.append(Loss(name, gone))
        return cleaned, cells.write(self.columns[name], cleaned)

    def _named_offices(self, names: list[str]) -> tuple[list[Any], str]:
        unknown = [name for name in names if name not in self.offices]
        if unknown:
            raise Unreadable("unknown_office", value=", ".join(unknown))
        found = [self.offices[name] for name in names]
        root = len("/".join(self.site.getPhysicalPath()))
        paths = ["/".join(office.getPhysicalPath())[root:] for office in found]
        return found, "\n".join(paths)

    def _fields_of(self, portal_type: str) -> frozenset[str]:
        if portal_type not in self._supported:
            self._supported[portal_type] = supported(portal_type)
        return self._supported[portal_type]

    def _check(self, reading: Reading, place: Any) -> None:
        for name, value in reading.values.items():
            for fault in faults_of_field(self.fields[name], value, place):
                reading.refuse(*fault)


def check_together(reading: Reading, values: Mapping[str, Any]) -> None:
    """Refuse what does not fit together with the rest of the page."""
    for fault in faults_together(values):
        refusal = Refusal(*fault)
        if refusal not in reading.refusals:
            reading.refusals.append(refusal)


def title_missing(reading: Reading) -> None:
    reading.refuse(
        "title", _("import_title_missing", default="A new service needs a title.")
    )


def _text(cell: Any) -> str:
    if isinstance(cell, Unreadable):
        raise cell
    return cell
