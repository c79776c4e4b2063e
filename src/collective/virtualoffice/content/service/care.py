"""What keeps a catalogue of services in order: keys, origin, and who looked when."""

from collective.virtualoffice import _
from collective.virtualoffice.content.service.fields import Lines
from collective.virtualoffice.content.service.fields import LinesFieldWidget
from collective.virtualoffice.content.service.fields import ServiceKey
from plone.autoform import directives
from plone.supermodel import model
from z3c.form.interfaces import IAddForm
from zope import schema


class IServiceCare(model.Schema):
    """Keys, review and origin."""

    model.fieldset(
        "care",
        label=_("service_fieldset_care", default="Care"),
        fields=[
            "service_keys",
            "author",
            "released_by",
            "released_on",
            "reviewed_on",
            "source",
            "external_id",
        ],
    )
    directives.widget("service_keys", LinesFieldWidget)
    service_keys = Lines(
        title=_("service_keys", default="Service keys"),
        description=_(
            "service_keys_help",
            default="One key per line (in German: Leistungsschlüssel), by which other "
            "catalogues know this service: 14 digits, for example 99 050 012 104 000. "
            "In order: the kind of catalogue (2), the group (3), the service (3), "
            "what is done (3) and for which case (3). Spaces, dots and dashes do not "
            "matter.",
        ),
        value_type=ServiceKey(),
    )
    author = schema.TextLine(
        title=_("service_author", default="Author"),
        description=_(
            "service_author_help", default="Who wrote the texts, for example a team."
        ),
        required=False,
        max_length=500,
    )
    released_by = schema.TextLine(
        title=_("service_released_by", default="Professionally released by"),
        description=_(
            "service_released_by_help",
            default="Which department stands for what is said here.",
        ),
        required=False,
        max_length=500,
    )
    released_on = schema.Date(
        title=_("service_released_on", default="Professionally released on"),
        description=_(
            "service_released_on_help",
            default="The day of that release. It does not publish the page.",
        ),
        required=False,
    )
    reviewed_on = schema.Date(
        title=_("service_reviewed_on", default="Last reviewed on"),
        description=_(
            "service_reviewed_on_help",
            default="When somebody last checked that all of it is still right. After "
            "a year the inventory asks for it again.",
        ),
        required=False,
    )
    directives.mode(source="display", external_id="display")
    directives.omitted(IAddForm, "source")
    directives.omitted(IAddForm, "external_id")
    directives.write_permission(
        source="collective.virtualoffice.ImportServices",
        external_id="collective.virtualoffice.ImportServices",
    )
    source = schema.TextLine(
        title=_("service_source", default="Imported from"),
        description=_(
            "service_source_help",
            default="Where an import took this service from. Only an import sets it.",
        ),
        required=False,
        max_length=200,
    )
    external_id = schema.TextLine(
        title=_("service_external_id", default="Identifier there"),
        description=_(
            "service_external_id_help",
            default="By it the next import finds this service again.",
        ),
        required=False,
        max_length=200,
    )
