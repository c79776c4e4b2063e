"""What the finder filters and shows by, remembered in the catalogue."""

from .heldforms import has_public_form
from collective.virtualoffice.content.office import IVirtualOffice
from collective.virtualoffice.content.service import IService
from collective.virtualoffice.content.service.video import BY_VIDEO
from collective.virtualoffice.domain.services.letters import letter_of
from collective.virtualoffice.domain.services.ways import Way
from plone.indexer import indexer


@indexer(IService)
def letter_of_service(service: IService) -> str:
    """Under which letter its title stands."""
    return letter_of(service.Title())


@indexer(IService)
def ways_of_service(service: IService) -> list[str]:
    """The ways of the service itself: fit for video, online."""
    ways = {
        Way.VIDEO: service.video in BY_VIDEO,
        Way.ONLINE: bool(service.online_url) or has_public_form(service),
    }
    return [str(way) for way, is_there in ways.items() if is_there]


@indexer(IVirtualOffice)
def ways_of_office(office: IVirtualOffice) -> list[str]:
    """The way that an office adds to all of its services: appointments.

    It is asked for with the office, so that services need no new index when it changes.
    """
    return [str(Way.APPOINTMENT)] if office.appointment_url else []


@indexer(IService)
def language_of_service(service: IService) -> str:
    """The language of its words; without plone.app.multilingual no index knows it."""
    return service.Language()
