"""Who offers what: from an office to its services and back."""

from AccessControl import getSecurityManager
from AccessControl.Permissions import view as View
from collections.abc import Iterable
from collective.virtualoffice.content.office import IVirtualOffice
from collective.virtualoffice.content.service import IService
from collective.virtualoffice.content.service.video import BY_VIDEO
from plone import api
from plone.uuid.interfaces import IUUID
from Products.ZCatalog.CatalogBrains import AbstractCatalogBrain


def services_of(office: IVirtualOffice) -> list[AbstractCatalogBrain]:
    """The services of an office that the reader may view, by title."""
    return list(
        api.portal.get_tool("portal_catalog")(
            virtualoffice_offices=IUUID(office), sort_on="sortable_title"
        )
    )


def services_by_video(office: IVirtualOffice) -> list[AbstractCatalogBrain]:
    """Those that somebody can knock for: where the fitness is undecided nobody can."""
    offered = services_of(office)
    return [brain for brain in offered if brain.virtualoffice_video in BY_VIDEO]


def offices_of(service: IService) -> list[IVirtualOffice]:
    """The offices of a service that the reader may view, in the editor's order."""
    may = getSecurityManager().checkPermission
    found = (relation.to_object for relation in service.offices or ())
    return [office for office in found if office is not None and may(View, office)]


def services_with_keys(keys: Iterable[str]) -> list[AbstractCatalogBrain]:
    """The services under any of these keys that the reader may view, by title."""
    wanted = list(keys)
    if not wanted:
        return []
    return list(
        api.portal.get_tool("portal_catalog")(
            virtualoffice_keys=wanted, sort_on="sortable_title"
        )
    )


def language_of(brain: AbstractCatalogBrain) -> str:
    """The language of a page; without plone.app.multilingual no index knows it."""
    return brain.getObject().Language()


def service_title(uid: str) -> str | None:
    """The title of a service by its UID; None when there is no such service."""
    brain = _service(uid)
    return brain.Title if brain else None


def service_url(uid: str) -> str | None:
    """The address of a service by its UID; None when there is no such service."""
    brain = _service(uid)
    return brain.getURL() if brain else None


def planned_minutes(uid: str) -> int | None:
    """How long a service takes; None when unknown or left to the office."""
    brain = _service(uid)
    return brain.virtualoffice_minutes or None if brain else None


def _service(uid: str) -> AbstractCatalogBrain | None:
    found = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(
        UID=uid, object_provides=IService.__identifier__
    )
    return found[0] if found else None
