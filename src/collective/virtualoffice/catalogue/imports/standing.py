"""Whether a page may be changed or made by whoever imports, and now."""

from .identity import Identity
from AccessControl import getSecurityManager
from collective.virtualoffice import _
from plone import api
from plone.locking.interfaces import ILockable
from Products.CMFCore.permissions import ModifyPortalContent
from Products.CMFCore.permissions import View
from typing import Any
from zope.i18nmessageid import Message


ADD_SERVICE = "collective.virtualoffice: Add Service"
NEW_TYPE = "Service"


def hurdles(identity: Identity, found: list[Any]) -> list[Message]:
    """Why a new page could not be made for this identity."""
    if found:
        return []
    if not identity.source:
        return [
            _(
                "import_no_source",
                default="There is no such page here, and a new one needs a source.",
            )
        ]
    return []


def bars_to_editing(service: Any) -> list[Message]:
    """Why the page is not changed now."""
    if not getSecurityManager().checkPermission(ModifyPortalContent, service):
        return [_("import_may_not", default="You may not edit this page.")]
    lockable = ILockable(service, None)
    if lockable is not None and lockable.locked():
        return [
            _(
                "import_locked",
                default="Somebody is editing this page right now.",
            )
        ]
    return []


def bars_to_adding(folder: Any) -> list[Message]:
    """Why no page can be added."""
    if folder is None:
        return [_("import_no_folder", default="The folder for new services is gone.")]
    if not getSecurityManager().checkPermission(ADD_SERVICE, folder):
        return [_("import_may_not_add", default="You may not add services there.")]
    if not arrives_private(folder):
        return [
            _(
                "import_not_private",
                default="New pages would be public at once in this site. Give services "
                "a workflow whose first state is private.",
            )
        ]
    return []


def arrives_private(folder: Any) -> bool:
    """Does the workflow of services hide them until somebody releases them?"""
    tool = api.portal.get_tool("portal_workflow")
    for name in tool.getChainForPortalType(NEW_TYPE):
        workflow = tool.getWorkflowById(name)
        state = workflow.states.get(workflow.initial_state)
        roles = (state.permission_roles or {}).get(View) if state else None
        # A tuple is not acquired; a list is.
        if isinstance(roles, tuple) and "Anonymous" not in roles:
            return True
    return False
