"""Who may do what in which office."""

from AccessControl import getSecurityManager
from collective.virtualoffice.catalogue.offices import OFFICE_TYPE
from collective.virtualoffice.content.office import IVirtualOffice
from plone import api


SERVE = "collective.virtualoffice: Serve visitors"
MANAGE = "collective.virtualoffice: Manage office"


def may(permission: str, office: IVirtualOffice) -> bool:
    """Whether the reader has a permission in an office."""
    return bool(getSecurityManager().checkPermission(permission, office))


def served_offices() -> list[IVirtualOffice]:
    """The offices in which the reader may serve visitors, by title."""
    catalog = api.portal.get_tool("portal_catalog")
    brains = catalog(portal_type=OFFICE_TYPE, sort_on="sortable_title")
    offices = (brain.getObject() for brain in brains)
    return [office for office in offices if may(SERVE, office)]
