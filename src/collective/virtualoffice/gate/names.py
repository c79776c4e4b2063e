"""Which names in a path are ours, and what may be asked of them."""

from collections.abc import Iterator
from collections.abc import Mapping
from collective.virtualoffice.interfaces import IVirtualOfficeLayer
from typing import Any
from zope.component import getGlobalSiteManager
from zope.interface import Interface
import re


# Pages that take files; how big those may be they say themselves.
UPLOADS = frozenset({"@@service-import"})
PAGE_METHODS = frozenset({"GET", "HEAD", "POST"})
SERVICE = re.compile(r"([A-Z]+)_[a-z]+_[a-z]+_(@.+)")
VIEW_NAMESPACE = "++view++"

Names = Mapping[str, frozenset[str]]


def own_name(path: str, names: Names) -> str | None:
    """The first of our names in the path.

    A view is ours only when it is asked for as a view: content may have its name.
    """
    for step in path.split("/"):
        name = step.replace(VIEW_NAMESPACE, "@@", 1)
        if name in names:
            return name
    return None


def is_service(name: str) -> bool:
    return not name.startswith("@@")


def registered_names() -> Names:
    """Our pages as ``@@name`` and services as ``@name``, with their methods."""
    found: dict[str, frozenset[str]] = {}
    for name, methods in _registrations():
        found[name] = found.get(name, frozenset()) | methods
    return found


def _registrations() -> Iterator[tuple[str, frozenset[str]]]:
    for each in getGlobalSiteManager().registeredAdapters():
        if not _is_view(each):
            continue
        service = SERVICE.fullmatch(each.name)
        if service is None:
            yield f"@@{each.name}", PAGE_METHODS
        elif service[1] == "GET":
            yield service[2], frozenset({"GET", "HEAD"})
        else:
            yield service[2], frozenset({service[1]})


def _is_view(registration: Any) -> bool:
    """Whether it is for content and a request to a site with the add-on."""
    layer = registration.required[1:]
    return layer == (IVirtualOfficeLayer,) and registration.provided is Interface
