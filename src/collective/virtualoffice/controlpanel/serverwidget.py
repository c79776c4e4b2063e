"""The field for the server, which knows the video system beside it."""

from collective.virtualoffice import _
from plone.app.z3cform.widgets.text import TextWidget
from typing import Any
from z3c.form.interfaces import IFieldWidget
from z3c.form.interfaces import IFormLayer
from z3c.form.validator import SimpleFieldValidator
from z3c.form.widget import FieldWidget
from zope.component import adapter
from zope.interface import implementer
from zope.interface import Interface
from zope.schema import ValidationError
from zope.schema.interfaces import IField


JITSI = "jitsi"


class ServerMissing(ValidationError):
    __doc__ = _(
        "settings_server_missing",
        default="Jitsi Meet needs a server: without it nobody can enter a room. Enter "
        "one, or choose the demonstration room.",
    )


class ServerWidget(TextWidget):
    """A line of text with a validator of its own."""


@implementer(IFieldWidget)
@adapter(IField, IFormLayer)
def ServerFieldWidget(field: IField, request: IFormLayer) -> IFieldWidget:
    """What the schema names as the widget of the server."""
    return FieldWidget(field, ServerWidget(request))


@adapter(Interface, Interface, Interface, IField, ServerWidget)
class ServerValidator(SimpleFieldValidator):
    """Jitsi needs a server, the demonstration room does not."""

    def validate(self, value: Any, force: bool = False) -> None:
        super().validate(value, force)
        if not value and JITSI in self.view.widgets["video_system"].extract():
            raise ServerMissing(self.field.__name__)
