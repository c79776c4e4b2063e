"""What the finder asks the catalogue: offices once, services once.

Of a thousand services only those on the page are shown. So the answer is their numbers
in the catalogue; what they are filtered by stands in its indexes, and the record of
a service is read when it is asked for. Nothing of this wakes a service.
"""

from collections.abc import Callable
from collections.abc import Iterator
from collections.abc import Sequence
from collective.virtualoffice.content.office import IVirtualOffice
from collective.virtualoffice.content.service import IService
from dataclasses import dataclass
from plone import api
from Products.ZCatalog.CatalogBrains import AbstractCatalogBrain
from typing import Any


LANGUAGE = "Language"
FILTERS = (
    "virtualoffice_letter",
    "Subject",
    "virtualoffice_ways",
    "virtualoffice_offices",
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A service in the catalogue."""

    number: int
    read: Callable[[int], AbstractCatalogBrain]

    @property
    def brain(self) -> AbstractCatalogBrain:
        return self.read(self.number)


def viewable_offices() -> Sequence[AbstractCatalogBrain]:
    """The offices that the reader may view, by title."""
    return api.portal.get_tool("portal_catalog")(
        object_provides=IVirtualOffice.__identifier__, sort_on="sortable_title"
    )


def viewable_services(container: Any, words: Sequence[str]) -> list[Entry]:
    """The services below a container that the reader may view, by title.

    With plone.app.multilingual, which brings the index, only those in the language
    of the page.
    """
    catalog = api.portal.get_tool("portal_catalog")
    query: dict[str, Any] = {
        "object_provides": IService.__identifier__,
        "path": "/".join(container.getPhysicalPath()),
        "sort_on": "sortable_title",
    }
    if words:
        query["SearchableText"] = text_query(words)
    if LANGUAGE in catalog.indexes():
        query[LANGUAGE] = [api.portal.get_current_language(), ""]
    return list(_entries(catalog.searchResults(_merge=False, **query)))


def _entries(rows: Sequence[tuple[str, Any, Callable]]) -> Iterator[Entry]:
    """Rows as ZCatalog hands them out for merging: sort key, number or numbers, reader.

    Those of one key come together where there are few different keys.
    """
    for _, numbers, read in sorted(rows, key=lambda row: row[0]):
        if isinstance(numbers, int):
            yield Entry(numbers, read)
        else:
            yield from (Entry(number, read) for number in numbers)


def facts_of(entries: Sequence[Entry]) -> Iterator[tuple[Any, ...]]:
    """Letter, situations, ways and UIDs of offices of each service."""
    indexes = {
        index.getId(): index
        for index in api.portal.get_tool("portal_catalog").getIndexObjects()
    }
    letter, *lists = [indexes[name].getEntryForObject for name in FILTERS]
    for entry in entries:
        number = entry.number
        yield letter(number, ""), *(tuple(each(number, ())) for each in lists)


def text_query(words: Sequence[str]) -> str:
    """All words, as beginnings of words.

    A single character would begin a good part of all words: it has to stand alone.
    """
    return " AND ".join(word if len(word) < 2 else f"{word}*" for word in words)
