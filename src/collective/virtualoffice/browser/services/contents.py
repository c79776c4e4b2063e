"""A button of Plone's folder contents that makes services of the chosen pages."""

from .convert import ConvertContent
from collective.virtualoffice import _
from collective.virtualoffice.content.service.converting import convert
from collective.virtualoffice.content.service.converting import SERVICE
from collective.virtualoffice.content.service.obstacles import obstacle
from plone import api
from plone.app.content.browser.contents import ContentsBaseAction
from plone.app.content.browser.contents import FolderContentsView
from plone.dexterity.content import DexterityContent
from typing import Any
from zope.i18n import translate


ADD_SERVICE = "collective.virtualoffice: Add Service"

# The script of the folder contents puts the list of what was chosen in here.
TEMPLATE = "<div><% try { %><%= data.html || '' %><% } catch (e) {} %></div>"


class FolderContents(FolderContentsView):
    """Plone's folder contents, with one more button for those who may use it."""

    def get_actions(self) -> list[dict[str, Any]]:
        actions = super().get_actions()
        if api.user.has_permission(ADD_SERVICE, obj=self.context):
            actions.append(self.conversion())
        return actions

    def conversion(self) -> dict[str, Any]:
        url = f"{self.context.absolute_url()}/@@fc-make-services"
        heading = _("convert_services_heading", default="Make services of pages")
        title = translate(heading, context=self.request)
        yes = translate(_("convert_yes", default="Convert"), context=self.request)
        no = translate(_("convert_cancel", default="Cancel"), context=self.request)
        return {
            "tooltip": title,
            "id": "make-services",
            "icon": "card-checklist",
            "url": url,
            "form": {
                "title": title,
                "submitText": yes,
                "template": TEMPLATE,
                "closeText": no,
                "dataUrl": url,
            },
        }


class MakeServicesOfSelected(ContentsBaseAction):
    """Lists what was chosen, then converts it."""

    success_msg = _("convert_success", default="The pages are services now")
    failure_msg = _("convert_failure", default="Not everything was converted")

    def __call__(self) -> str:
        if self.request.form.get("render") == "yes":
            return self.json({"html": self.preview()})
        return super().__call__()

    def preview(self) -> str:
        page = ConvertContent(self.context, self.request)
        page.wanted = self.get_selection()
        return page.listing()

    def action(self, item: DexterityContent) -> None:
        why = obstacle(item, SERVICE)
        if why is None:
            convert(item, SERVICE)
            return
        words = {"title": item.Title(), "why": why}
        self.errors.append(
            _("convert_refused", default="“${title}”: ${why}", mapping=words)
        )
