"""The choice of offices in a service's form."""

from plone import api
from plone.app.vocabularies.catalog import StaticCatalogVocabulary
from zope.interface import Interface
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory


OFFICE_TYPE = "VirtualOffice"


class OfficeVocabulary(StaticCatalogVocabulary):
    """Every office by its title, also those that the editor may not see.

    Otherwise saving a service would silently drop such an office from it.
    """

    @property
    def brains(self) -> list:
        catalog = api.portal.get_tool("portal_catalog")
        return catalog.unrestrictedSearchResults(**self.query)


@provider(IVocabularyFactory)
def offices(context: Interface) -> OfficeVocabulary:
    """The offices of the site, by title."""
    return OfficeVocabulary(
        {"portal_type": OFFICE_TYPE, "sort_on": "sortable_title"},
        title_template="{brain.Title}",
    )
