"""An office with people inside stays, and stays public, until its day is ended."""

from AccessControl.PermissionRole import rolesForPermissionOn
from AccessControl.Permissions import view as View
from collections.abc import Iterator
from collective.virtualoffice import _
from collective.virtualoffice.content.office import IVirtualOffice
from collective.virtualoffice.usecases.closing import people_inside
from OFS.interfaces import IItem
from OFS.interfaces import IObjectWillBeRemovedEvent
from plone import api
from Products.CMFCore.interfaces import IActionWillBeInvokedEvent
from Products.DCWorkflow.DCWorkflow import DCWorkflowDefinition
from zExceptions import HTTPConflict


class PeopleInside(HTTPConflict):
    """The office cannot go: so many people wait in it or speak with a clerk."""

    def __init__(self, office: IVirtualOffice, count: int) -> None:
        super().__init__(f"{count} people inside")
        self.office = office
        self.count = count

    @property
    def url(self) -> str:
        """The page that ends the office's day."""
        return f"{self.office.absolute_url()}/@@staff"

    @property
    def message(self) -> str:
        """What the reader is told, to be translated."""
        return _(
            "office_people_inside",
            default="“${office}” cannot be deleted or made private: people are "
            "inside (${count}). First end the day of the office: ${url}",
            mapping={
                "office": self.office.title,
                "count": self.count,
                "url": self.url,
            },
        )


def refusal(office: IVirtualOffice) -> PeopleInside | None:
    """Why the office must not go now: somebody waits or is in a conversation."""
    count = people_inside(office)
    return PeopleInside(office, count) if count else None


def refuse_while_inside(office: IVirtualOffice) -> None:
    """Raise PeopleInside unless nobody waits and nobody is in a conversation."""
    refused = refusal(office)
    if refused:
        raise refused


def offices_below(item: IItem) -> Iterator[IVirtualOffice]:
    """The item itself, if it is an office, and every office anywhere in it."""
    path = "/".join(item.getPhysicalPath())
    catalog = api.portal.get_tool("portal_catalog")
    for brain in catalog.unrestrictedSearchResults(
        path=path, object_provides=IVirtualOffice.__identifier__
    ):
        yield brain._unrestrictedGetObject()


def occupied_offices(item: IItem) -> Iterator[PeopleInside]:
    """Of each office in the item that must not go now, why."""
    return filter(None, map(refusal, offices_below(item)))


def occupied_office(item: IItem) -> PeopleInside | None:
    """Why the item must not be deleted now, or None."""
    return next(occupied_offices(item), None)


def refuse_removal(office: IVirtualOffice, event: IObjectWillBeRemovedEvent) -> None:
    """However it is removed, alone or with its folder."""
    refuse_while_inside(office)


def hides(
    workflow: DCWorkflowDefinition, transition: str, office: IVirtualOffice
) -> bool:
    """Would this take the office from anonymous visitors, who may see it now?"""
    found = workflow.transitions.get(transition)
    state = found and workflow.states.get(found.new_state_id)
    if not state or "Anonymous" not in rolesForPermissionOn(View, office):
        return False
    roles = (state.permission_roles or {}).get(View)
    return isinstance(roles, tuple) and "Anonymous" not in roles


def refuse_hiding(office: IVirtualOffice, event: IActionWillBeInvokedEvent) -> None:
    """However the workflow is moved, if the next state is not public.

    The workflow tool cannot pass on the exception of a later event unharmed.
    """
    if hides(event.workflow, event.action, office):
        refuse_while_inside(office)
