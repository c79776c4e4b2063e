"""Roles of one office, given on its sharing tab by whoever manages the office."""

from collective.virtualoffice import _
from collective.virtualoffice.content.office import IVirtualOffice
from plone.app.workflow.interfaces import ISharingPageRole
from zope.interface import implementer


MANAGE_OFFICE = "collective.virtualoffice: Manage office"


@implementer(ISharingPageRole)
class OfficeClerk:
    """Serves visitors."""

    title = _("office_role_clerk", default="Can serve visitors")
    required_permission = MANAGE_OFFICE
    required_interface = IVirtualOffice


@implementer(ISharingPageRole)
class OfficeHead:
    """Serves visitors, manages the office and sees its figures."""

    title = _("office_role_head", default="Can head the office")
    required_permission = MANAGE_OFFICE
    required_interface = IVirtualOffice


@implementer(ISharingPageRole)
class OfficeReporter:
    """Sees the figures of the office."""

    title = _("office_role_reporter", default="Can see statistics")
    required_permission = MANAGE_OFFICE
    required_interface = IVirtualOffice
