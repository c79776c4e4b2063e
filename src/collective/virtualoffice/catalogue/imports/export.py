"""Services as files that the import takes back, field by field the same."""

from .fields import cells_of
from .fields import columns
from .identity import identity_of
from .workbook import write_xlsx
from collections.abc import Iterable
from collections.abc import Iterator
from collective.virtualoffice.content.service import IService
from collective.virtualoffice.domain.services.columns import IDENTITY
from collective.virtualoffice.domain.services.csvfile import write_csv
from plone import api
from plone.app.iterate.interfaces import IWorkingCopy
from typing import Any


SERVICES = {"object_provides": IService.__identifier__, "sort_on": "path"}
BREATH = 100


def chosen(query: dict[str, Any]) -> list[Any]:
    """The catalogue's entries of the services that the user may see, by path."""
    catalog = api.portal.get_tool("portal_catalog")
    return list(catalog(**query, **SERVICES, show_inactive=True))


def all_services() -> list[Any]:
    """The catalogue's entries of every service, by path."""
    catalog = api.portal.get_tool("portal_catalog")
    return list(catalog.unrestrictedSearchResults(**SERVICES))


def rows(brains: Iterable[Any]) -> Iterator[list[str]]:
    """The cells of every service, in the order of the columns."""
    named = [column for column in columns() if column.name not in IDENTITY]
    connection = api.portal.get()._p_jar
    for number, brain in enumerate(brains):
        service = brain._unrestrictedGetObject()
        if not IWorkingCopy.providedBy(service):
            yield [*identity_of(service), *cells_of(service, named).values()]
        if number % BREATH == 0:
            connection.cacheGC()


def head() -> list[str]:
    return [column.name for column in columns()]


def as_csv(brains: Iterable[Any]) -> bytes:
    return "".join(write_csv(head(), rows(brains))).encode()


def as_xlsx(brains: Iterable[Any]) -> bytes:
    """Raises TooLong for a text that no cell of a workbook can hold."""
    return write_xlsx(head(), rows(brains))
