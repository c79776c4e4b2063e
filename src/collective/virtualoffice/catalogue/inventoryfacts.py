"""What the inventory wants to know of a service, remembered in the catalogue."""

from Acquisition import aq_base
from collective.virtualoffice.catalogue.indexers import offices_of_service
from collective.virtualoffice.content.service import IService
from collective.virtualoffice.domain.services.facts import Facts
from collective.virtualoffice.domain.services.facts import facts_of
from plone.app.textfield.interfaces import IRichTextValue
from plone.dexterity.utils import iterSchemata
from plone.indexer import indexer
from typing import Any


@indexer(IService)
def care_of_service(service: IService) -> Facts:
    """All but what depends on the day and on other pages."""
    return remembered(service)


def remembered(service: IService) -> Facts:
    fields = {name for schema in iterSchemata(service) for name in schema}
    values = {name: _plain(getattr(aq_base(service), name, None)) for name in fields}
    return facts_of(values, offices_of_service(service)(), service.Language())


def _plain(value: Any) -> Any:
    """Rich text as its HTML, as it is stored."""
    return value.raw if IRichTextValue.providedBy(value) else value
