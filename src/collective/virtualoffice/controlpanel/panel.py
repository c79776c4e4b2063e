"""The control panel of the virtual citizens' office, in the browser and over REST."""

from AccessControl import getSecurityManager
from AccessControl import Unauthorized
from collective.virtualoffice import _
from collective.virtualoffice.browser.assets import script_url
from collective.virtualoffice.controlpanel.schema import IVirtualOfficeSettings
from collective.virtualoffice.controlpanel.videofields import FIELDS
from collective.virtualoffice.controlpanel.videofields import mistakes
from collective.virtualoffice.interfaces import IVirtualOfficeLayer
from collective.virtualoffice.settings import PREFIX
from collective.virtualoffice.settings import read_settings
from collective.virtualoffice.video.status import Status
from collective.virtualoffice.video.status import video_status
from dataclasses import dataclass
from dataclasses import replace
from functools import cached_property
from plone.app.registry.browser.controlpanel import ControlPanelFormWrapper
from plone.app.registry.browser.controlpanel import RegistryEditForm
from plone.restapi.controlpanels import RegistryConfigletPanel
from plone.restapi.deserializer import json_body
from plone.restapi.deserializer.controlpanels import ControlpanelDeserializeFromJson
from plone.restapi.interfaces import IDeserializeFromJson
from plone.restapi.interfaces import ISerializeToJson
from plone.restapi.serializer.controlpanels import ControlpanelSerializeToJson
from plone.z3cform import layout
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from z3c.form.interfaces import IErrorViewSnippet
from zExceptions import BadRequest
from zope.component import adapter
from zope.component import getMultiAdapter
from zope.i18n import translate
from zope.i18nmessageid import Message
from zope.interface import implementer
from zope.interface import Interface
from zope.schema import ValidationError
from zope.schema.interfaces import IChoice
from zope.schema.interfaces import WrongType


PERMISSION = "collective.virtualoffice: Manage settings"


@dataclass(frozen=True)
class Mistake:
    """A field that has to change: its tab and name, and what is wrong in words.

    ``id`` is where it is on the page.
    """

    id: str
    tab: Message
    field: Message
    words: Message | str


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

    template = ViewPageTemplateFile("settings.pt")

    @cached_property
    def video(self) -> Status:
        return video_status()

    @property
    def check(self) -> str:
        """Where the video system is tried in the reader's own browser."""
        return f"{self.context.absolute_url()}/@@virtualoffice-check"

    @property
    def script(self) -> str:
        return script_url("settings.js")

    @property
    def mistakes(self) -> list[Mistake]:
        """What was not saved, in the order of the page."""
        return [
            Mistake(widget.id, group.label, widget.label, widget.error.message)
            for group in self.groups
            for widget in group.widgets.values()
            if widget.error
        ]

    @property
    def formErrorsMessage(self) -> str | None:
        """Mistakes stand above the form; this is for what belongs to no field."""
        return None if self.mistakes else RegistryEditForm.formErrorsMessage

    def extractData(self, setErrors: bool = True) -> tuple[dict[str, Any], Any]:
        """What was entered, with what does not fit together as errors of its fields."""
        data, errors = super().extractData(setErrors)
        entered = {name: data[name] for name in FIELDS if name in data}
        for name, error in mistakes(replace(read_settings(), **entered)).items():
            if name in entered:
                errors += (self._show(name, error),)
        return data, errors

    def _show(self, name: str, error: ValidationError) -> Any:
        """The error in words, at its field."""
        forms = (self, *self.groups)
        form = next(form for form in forms if name in form.widgets)
        widget = form.widgets[name]
        found = (error, self.request, widget, widget.field, form, self.context)
        widget.error = getMultiAdapter(found, IErrorViewSnippet)
        widget.error.update()
        return widget.error


SettingsView = layout.wrap_form(SettingsForm, ControlPanelFormWrapper)


@adapter(Interface, IVirtualOfficeLayer)
class SettingsPanel(RegistryConfigletPanel):
    """The same settings over the REST API."""

    schema = IVirtualOfficeSettings
    schema_prefix = PREFIX
    configlet_id = "virtualoffice"
    configlet_category_id = "Products"

    def require_permission(self) -> None:
        """As in the browser: @controlpanels asks for the overview of all panels only.

        Raises Unauthorized.
        """
        if not getSecurityManager().checkPermission(PERMISSION, self.context):
            raise Unauthorized(PERMISSION)


@implementer(ISerializeToJson)
@adapter(SettingsPanel)
class SettingsToJson(ControlpanelSerializeToJson):
    """The settings for whoever may change them."""

    def __call__(self) -> dict[str, Any]:
        self.controlpanel.require_permission()
        return super().__call__()


@implementer(IDeserializeFromJson)
@adapter(SettingsPanel)
class SettingsFromJson(ControlpanelDeserializeFromJson):
    """Whoever changes where people meet has to name a place that exists."""

    def __call__(self, mask_validation_errors: bool = True) -> None:
        self.controlpanel.require_permission()
        self._require_words()
        super().__call__(mask_validation_errors)
        if set(FIELDS).isdisjoint(json_body(self.request)):
            return
        found = mistakes(read_settings())
        if found:
            raise BadRequest([self._told(*each) for each in found.items()])

    def _require_words(self) -> None:
        """A choice is a word: of a list or a table its vocabulary cannot be asked."""
        data, schema = json_body(self.request), self.schema
        choices = [name for name in schema if IChoice.providedBy(schema[name])]
        wrong = [name for name in choices if not _is_word(data.get(name))]
        if wrong:
            raise BadRequest([self._told(name, WrongType()) for name in wrong])

    def _told(self, field: str, error: ValidationError) -> dict[str, str]:
        message = translate(type(error).__doc__, context=self.request)
        return {"field": field, "message": message}


def _is_word(value: Any) -> bool:
    """Also as plone.restapi itself writes it, with its title."""
    if isinstance(value, dict):
        value = value.get("token", value)
    return value is None or isinstance(value, str)
