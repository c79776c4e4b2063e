"""Whether links inside the site lead anywhere, asked of the catalogue."""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Set
from plone import api
from plone.app.redirector.interfaces import IRedirectionStorage
from zope.component import queryMultiAdapter
from zope.component import queryUtility


def dead_among(targets: Set[str]) -> frozenset[str]:
    """Those of these UIDs and paths behind which there is nothing.

    One question to the catalogue for all UIDs; a path is looked up. What is there but
    may not be seen by everybody is not dead.
    """
    paths = {target for target in targets if target.startswith("/")}
    return frozenset((*_unknown(targets - paths), *filter(_is_nowhere, paths)))


def _unknown(uids: Iterable[str]) -> Iterator[str]:
    wanted = list(uids)
    if not wanted:
        return iter(())
    catalog = api.portal.get_tool("portal_catalog")
    known = {brain.UID for brain in catalog.unrestrictedSearchResults(UID=wanted)}
    return (uid for uid in wanted if uid not in known)


def _is_nowhere(path: str) -> bool:
    """Neither content nor a place from which content moved, nor a page of the site."""
    whole = f"{'/'.join(api.portal.get().getPhysicalPath())}{path}"
    if api.portal.get_tool("portal_catalog").getrid(whole) is not None:
        return False
    moved = queryUtility(IRedirectionStorage)
    if moved is not None and moved.get(whole) is not None:
        return False
    return not _is_page(path.rpartition("/")[2])


def _is_page(name: str) -> bool:
    site = api.portal.get()
    return queryMultiAdapter((site, site.REQUEST), name=name) is not None
