"""The add-on stays installed while people are inside of an office."""

from collective.virtualoffice import _
from collective.virtualoffice.content.leaving import occupied_offices
from collective.virtualoffice.content.leaving import PeopleInside
from plone import api
from plone.rest.interfaces import IAPIRequest
from Products.CMFPlone.controlpanel.browser.quickinstaller import UninstallProductsView
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from Products.GenericSetup.tool import SetupTool
from zExceptions import HTTPConflict
from zope.i18n import translate
from zope.i18nmessageid import Message
import json


CONFLICT = 409


class OfficesOccupied(HTTPConflict):
    """The add-on cannot go: people wait in these offices or speak with a clerk.

    As text it is the English sentence, for logs and scripts.
    """

    def __init__(self, refusals: list[PeopleInside]) -> None:
        self.refusals = refusals
        super().__init__(translate(self.message))

    @property
    def message(self) -> Message:
        """What the reader is told, to be translated."""
        return _(
            "uninstall_people_inside",
            default="The add-on cannot be uninstalled: people are inside. First end "
            "the day of these offices (people inside, staff view): ${offices}",
            mapping={"offices": "; ".join(map(self._line, self.refusals))},
        )

    def _line(self, refusal: PeopleInside) -> str:
        return f"{refusal.office.title} ({refusal.count}): {refusal.url}"


def refuse_while_occupied(tool: SetupTool) -> None:
    """Before anything is changed. Raises OfficesOccupied."""
    refusals = list(occupied_offices(api.portal.get()))
    if refusals:
        raise OfficesOccupied(refusals)


class Refusal(BrowserView):
    """The refusal with the ways on: a page, or JSON for programs."""

    page = ViewPageTemplateFile("uninstalling.pt")

    def __call__(self) -> str:
        self.refusal = self.context
        self.context = api.portal.get()
        self.request.response.setStatus(CONFLICT, lock=1)
        return self.json() if IAPIRequest.providedBy(self.request) else self.page()

    def json(self) -> str:
        self.request.response.setHeader("Content-Type", "application/json")
        answer = {
            "type": "OfficesOccupied",
            "message": translate(self.refusal.message, context=self.request),
            "urls": [each.url for each in self.refusal.refusals],
        }
        return json.dumps(answer)


class UninstallFromPanel(UninstallProductsView):
    """Plone's button; Plone itself says of any failure only that there was one."""

    def uninstall_product(self, product_id: str) -> bool:
        try:
            return super().uninstall_product(product_id)
        except OfficesOccupied as refusal:
            api.portal.show_message(refusal.message, self.request, type="warning")
            return False
