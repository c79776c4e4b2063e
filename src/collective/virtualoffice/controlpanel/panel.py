"""The control panel of the virtual citizens' office, in the browser and over REST."""

from collective.virtualoffice import _
from collective.virtualoffice.controlpanel.schema import IVirtualOfficeSettings
from collective.virtualoffice.interfaces import IVirtualOfficeLayer
from collective.virtualoffice.settings import PREFIX
from plone.app.registry.browser.controlpanel import ControlPanelFormWrapper
from plone.app.registry.browser.controlpanel import RegistryEditForm
from plone.restapi.controlpanels import RegistryConfigletPanel
from plone.z3cform import layout
from zope.component import adapter
from zope.interface import Interface


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
