"""Which service of the site a row means: by source and external id, or by UID."""

from collective.virtualoffice.content.service import IService
from collective.virtualoffice.domain.services.columns import EXTERNAL_ID
from collective.virtualoffice.domain.services.columns import SOURCE
from collective.virtualoffice.domain.services.plain import one_line
from plone import api
from plone.app.iterate.interfaces import IWorkingCopy
from plone.indexer import indexer
from plone.uuid.interfaces import IUUID
from typing import Any
from typing import NamedTuple


INDEX = "virtualoffice_source"
BETWEEN = "\x1f"


class Identity(NamedTuple):
    """Who a service is outside; without a source it is known here by its UID."""

    source: str
    external_id: str

    @property
    def key(self) -> str:
        return f"{self.source}{BETWEEN}{self.external_id}"


def identity_of(service: Any) -> Identity:
    """As an export writes it."""
    source, external_id = (
        one_line(getattr(service, name, None) or "") for name in (SOURCE, EXTERNAL_ID)
    )
    return (
        Identity(source, external_id) if external_id else Identity("", IUUID(service))
    )


@indexer(IService)
def source_of_service(service: Any) -> list[str]:
    """Its source, and its source with its external id."""
    identity = identity_of(service)
    return [identity.source, identity.key] if identity.source else [identity.key]


def holders(identity: Identity) -> list[Any]:
    """The services that are this one; working copies stand for no service."""
    found = _services({INDEX: identity.key})
    if found or identity.source:
        return found
    return [each for each in _services({"UID": identity.external_id}) if _is(each)]


def from_source(source: str) -> list[Any]:
    """Every service that came from a source."""
    return _services({INDEX: source}) if source else []


def _is(found: Any) -> bool:
    return IService(found, None) is not None


def _services(query: dict[str, str]) -> list[Any]:
    catalog = api.portal.get_tool("portal_catalog")
    brains = catalog.unrestrictedSearchResults(query)
    found = (brain._unrestrictedGetObject() for brain in brains)
    return [each for each in found if not IWorkingCopy.providedBy(each)]
