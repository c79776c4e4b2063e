"""What a clerk asks a desk to be, read without trust."""

from collections.abc import Collection
from collections.abc import Mapping
from collective.virtualoffice.catalogue.services import services_of
from collective.virtualoffice.domain.errors import Invalid
from collective.virtualoffice.domain.waiting.knock import read_text
from collective.virtualoffice.usecases.desks import Wish
from collective.virtualoffice.usecases.serving import served_offices
from plone import api
from plone.uuid.interfaces import IUUID
from typing import Any
from zope.component import getUtility
from zope.schema.interfaces import IVocabularyFactory


LABEL_LENGTH = 60
MOST = 200


def read_wish(office: Any, data: Mapping[str, Any], usual_label: str) -> Wish:
    """Raises Invalid, also for an office that the clerk does not serve."""
    mine = {IUUID(each): each for each in served_offices()}
    others = [mine[uid] for uid in _choices(data, "offices", mine)]
    return Wish(
        label=_label(data, usual_label),
        offices=others,
        services=_choices(data, "services", _services([office, *others])),
        languages=_choices(data, "languages", _languages()),
    )


def _label(data: Mapping[str, Any], usual: str) -> str:
    if data.get("label") is None:
        return usual
    return read_text(data, "label", LABEL_LENGTH)


def _choices(
    data: Mapping[str, Any], field: str, known: Collection[str]
) -> tuple[str, ...]:
    values = data.get(field)
    if values is None:
        return ()
    if not isinstance(values, list) or len(values) > MOST:
        raise Invalid({field: "not_a_list"})
    if not all(isinstance(each, str) and each in known for each in values):
        raise Invalid({field: "unknown"})
    return tuple(dict.fromkeys(values))


def _services(offices: list[Any]) -> set[str]:
    return {brain.UID for office in offices for brain in services_of(office)}


def _languages() -> Collection[str]:
    name = "collective.virtualoffice.languages"
    terms = getUtility(IVocabularyFactory, name=name)(api.portal.get())
    return terms.by_value
