"""The control panel of the virtual citizens' office, in the browser and over REST."""

from collective.virtualoffice import _
from collective.virtualoffice.controlpanel.schema import IVirtualOfficeSettings
from collective.virtualoffice.controlpanel.serverwidget import ServerMissing
from collective.virtualoffice.interfaces import IVirtualOfficeLayer
from collective.virtualoffice.settings import PREFIX
from collective.virtualoffice.video import require_video
from collective.virtualoffice.video import VideoUnavailable
from plone.app.registry.browser.controlpanel import ControlPanelFormWrapper
from plone.app.registry.browser.controlpanel import RegistryEditForm
from plone.restapi.controlpanels import RegistryConfigletPanel
from plone.restapi.deserializer import json_body
from plone.restapi.deserializer.controlpanels import ControlpanelDeserializeFromJson
from plone.restapi.interfaces import IDeserializeFromJson
from plone.z3cform import layout
from zExceptions import BadRequest
from zope.component import adapter
from zope.i18n import translate
from zope.interface import implementer
from zope.interface import Interface


VIDEO = {"video_system", "jitsi_server"}


class SettingsForm(RegistryEditForm):
    """The settings in the browser."""

    schema = IVirtualOfficeSettings
    schema_prefix = PREFIX
    label = _("settings_title", default="Virtual citizens' office")
    description = _(
        "settings_description",
        default="Settings for all offices of this site. "
        "Keys and passwords are not kept here: they come from the environment.",
    )


SettingsView = layout.wrap_form(SettingsForm, ControlPanelFormWrapper)


@adapter(Interface, IVirtualOfficeLayer)
class SettingsPanel(RegistryConfigletPanel):
    """The same settings over the REST API."""

    schema = IVirtualOfficeSettings
    schema_prefix = PREFIX
    configlet_id = "virtualoffice"
    configlet_category_id = "Products"


@implementer(IDeserializeFromJson)
@adapter(SettingsPanel)
class SettingsFromJson(ControlpanelDeserializeFromJson):
    """Whoever changes where people meet has to name a place that exists."""

    def __call__(self, mask_validation_errors: bool = True) -> None:
        super().__call__(mask_validation_errors)
        if VIDEO.isdisjoint(json_body(self.request)):
            return
        try:
            require_video()
        except VideoUnavailable as trouble:
            message = translate(ServerMissing.__doc__, context=self.request)
            error = {"field": "jitsi_server", "message": message}
            raise BadRequest([error]) from trouble
