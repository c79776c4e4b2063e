"""What is remembered of a service in the catalogue."""

from collective.virtualoffice.content.service import IService
from plone.indexer import indexer
from plone.uuid.interfaces import IUUID


@indexer(IService)
def offices_of_service(service: IService) -> list[str]:
    """UIDs of the offices that offer it."""
    found = (relation.to_object for relation in service.offices or ())
    return [IUUID(office) for office in found if office is not None]


@indexer(IService)
def minutes_of_service(service: IService) -> int | None:
    """Planned minutes, if the service says so."""
    return service.planned_minutes


@indexer(IService)
def video_of_service(service: IService) -> str | None:
    """Fit for video: none, advice or complete; None while it is not decided."""
    return service.video


@indexer(IService)
def keys_of_service(service: IService) -> list[str]:
    """Its service keys as plain digits."""
    return list(service.service_keys or ())
