"""Application forms that a service holds: with one it can be applied for online."""

from AccessControl.PermissionRole import rolesForPermissionOn
from AccessControl.Permissions import view as View
from collective.virtualoffice.content.service import IService
from plone.dexterity.interfaces import IDexterityContent
from Products.CMFCore.interfaces import IActionSucceededEvent
from zope.component import adapter
from zope.lifecycleevent.interfaces import IObjectMovedEvent


FORM = "EasyForm"


def has_public_form(service: IService) -> bool:
    """Whether it holds a form that everybody may fill in."""
    return any(
        "Anonymous" in rolesForPermissionOn(View, form)
        for form in _held(service)
        if form.portal_type == FORM
    )


def _held(service: IService) -> list[IDexterityContent]:
    """What is in it; a service of another type may be no container."""
    values = getattr(service, "objectValues", None)
    return list(values()) if values else []


@adapter(IDexterityContent, IObjectMovedEvent)
def form_moved(form: IDexterityContent, event: IObjectMovedEvent) -> None:
    """Added, removed, or moved from one service into another one."""
    if form is event.object and form.portal_type == FORM:
        _index_ways(event.oldParent)
        _index_ways(event.newParent)


@adapter(IDexterityContent, IActionSucceededEvent)
def form_released(form: IDexterityContent, event: IActionSucceededEvent) -> None:
    """Or hidden from the public."""
    if form.portal_type == FORM:
        _index_ways(form.aq_parent)


def _index_ways(place: object) -> None:
    if IService.providedBy(place):
        place.reindexObject(idxs=["virtualoffice_ways"])
