"""What the finder asks the catalogue: offices once, services once.

Both answers are records of the catalogue; nothing of them wakes a service.
"""

from collections.abc import Sequence
from collective.virtualoffice.content.office import IVirtualOffice
from collective.virtualoffice.content.service import IService
from plone import api
from Products.ZCatalog.CatalogBrains import AbstractCatalogBrain
from typing import Any


LANGUAGE = "Language"


def viewable_offices() -> Sequence[AbstractCatalogBrain]:
    """The offices that the reader may view, by title."""
    return api.portal.get_tool("portal_catalog")(
        object_provides=IVirtualOffice.__identifier__, sort_on="sortable_title"
    )


def viewable_services(
    container: Any, words: Sequence[str]
) -> Sequence[AbstractCatalogBrain]:
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
    return catalog(**query)


def text_query(words: Sequence[str]) -> str:
    """All words, as beginnings of words.

    A single character would begin a good part of all words: it has to stand alone.
    """
    return " AND ".join(word if len(word) < 2 else f"{word}*" for word in words)
