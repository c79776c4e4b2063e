"""How people learn that an office cannot go now."""

from collective.virtualoffice.content.leaving import hides
from collective.virtualoffice.content.leaving import IVirtualOffice
from collective.virtualoffice.content.leaving import occupied_office
from collective.virtualoffice.content.leaving import PeopleInside
from collective.virtualoffice.content.leaving import refuse_while_inside
from OFS.interfaces import IItem
from plone import api
from plone.app.content.browser.actions import DeleteConfirmationForm
from plone.app.content.browser.contents.delete import DeleteActionView
from plone.app.content.browser.contents.workflow import WorkflowActionView
from plone.rest.interfaces import IAPIRequest
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from zope.i18n import translate
import json


CONFLICT = 409


class Refusal(BrowserView):
    """The refusal with the way on: a page, or JSON for programs."""

    page = ViewPageTemplateFile("refusal.pt")

    def __call__(self) -> str:
        self.refusal = self.context
        self.context = self.refusal.office
        self.request.response.setStatus(CONFLICT, lock=1)
        return self.json() if IAPIRequest.providedBy(self.request) else self.page()

    def json(self) -> str:
        self.request.response.setHeader("Content-Type", "application/json")
        answer = {
            "type": "PeopleInside",
            "message": translate(self.refusal.message, context=self.request),
            "url": self.refusal.url,
        }
        return json.dumps(answer)


class ConfirmDelete(DeleteConfirmationForm):
    """Plone's question before it deletes, or why it cannot be asked now.

    The question opens in a dialog, which cannot show an error page.
    """

    refused = ViewPageTemplateFile("refusal.pt")

    def __call__(self) -> str:
        self.refusal = occupied_office(self.context)
        return self.refused() if self.refusal else super().__call__()


class DeleteSelected(DeleteActionView):
    """Deletes what was chosen in the folder contents, but no occupied office."""

    def action(self, obj: IItem) -> None:
        refusal = occupied_office(obj)
        if refusal:
            self.errors.append(refusal.message)
        else:
            super().action(obj)


class ChangeSelected(WorkflowActionView):
    """Moves the workflow of what was chosen, but hides no occupied office.

    Plone's own action says of any failure only that there was one.
    """

    def action(self, obj: IItem, bypass_recurse: bool = False) -> Any:
        refusal = self.refusal(obj)
        if refusal:
            self.errors.append(refusal.message)
            return None
        return super().action(obj, bypass_recurse)

    def refusal(self, obj: IItem) -> PeopleInside | None:
        if not IVirtualOffice.providedBy(obj) or not self.would_hide(obj):
            return None
        try:
            refuse_while_inside(obj)
        except PeopleInside as refusal:
            return refusal
        return None

    def would_hide(self, office: IVirtualOffice) -> bool:
        workflows = api.portal.get_tool("portal_workflow").getWorkflowsFor(office)
        return any(hides(each, self.transition_id, office) for each in workflows)
