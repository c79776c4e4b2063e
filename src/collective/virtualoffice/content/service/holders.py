"""Other services of the site under the same service key.

Real catalogues have them, so they are no error: the editor is told, and led there.
"""

from collective.virtualoffice.catalogue.services import services_with_keys
from collective.virtualoffice.content.service import IService
from collective.virtualoffice.domain.services.keys import format_key
from dataclasses import dataclass
from plone.uuid.interfaces import IUUID


@dataclass(frozen=True)
class Holder:
    """Another page with some of the keys, which are formatted."""

    title: str
    url: str
    keys: tuple[str, ...]


def other_holders(service: IService) -> list[Holder]:
    """Pages that share a key, as far as the reader sees them.

    A page in another language is the same service and shares its keys rightly.
    """
    own = service.service_keys or ()
    found = (brain.getObject() for brain in services_with_keys(own))
    return [
        Holder(each.Title(), each.absolute_url(), _shared(own, each))
        for each in found
        if IUUID(each) != IUUID(service) and not _is_translated(service, each)
    ]


def _is_translated(service: IService, other: IService) -> bool:
    languages = {service.Language(), other.Language()}
    return len(languages - {""}) > 1


def _shared(own: list[str], other: IService) -> tuple[str, ...]:
    theirs = other.service_keys or ()
    return tuple(format_key(key) for key in own if key in theirs)
