"""A service page: what a citizen has to know, bring and pay, and where to go."""

from collective.virtualoffice import _
from collective.virtualoffice.content.fielderror import FieldInvalid
from collective.virtualoffice.content.grid import Grid
from collective.virtualoffice.content.gridwidget import GridFieldWidget
from collective.virtualoffice.content.rows import IDocumentRow
from collective.virtualoffice.content.rows import IFeeRow
from collective.virtualoffice.links import is_web_address
from collective.virtualoffice.numbers import whole_number
from plone.autoform import directives
from plone.autoform.interfaces import IFormFieldProvider
from plone.dexterity.content import Item
from plone.supermodel import model
from z3c.form.browser.checkbox import CheckBoxFieldWidget
from z3c.form.browser.radio import RadioFieldWidget
from z3c.relationfield.schema import RelationChoice
from z3c.relationfield.schema import RelationList
from zope import schema
from zope.interface import invariant
from zope.interface import provider


@provider(IFormFieldProvider)
class IService(model.Schema):
    """Whatever has this behaviour is an administrative service."""

    model.fieldset(
        "preparation",
        label=_("service_fieldset_preparation", default="Documents and fees"),
        fields=["documents", "fees", "online_url"],
    )
    directives.widget("documents", GridFieldWidget)
    documents = Grid(
        IDocumentRow,
        title=_("service_documents", default="Required documents"),
        description=_(
            "service_documents_help",
            default="Visitors see this list again while they wait.",
        ),
    )
    directives.widget("fees", GridFieldWidget)
    fees = Grid(
        IFeeRow,
        title=_("service_fees", default="Fees"),
        description=_(
            "service_fees_help",
            default="For example: identity card, 37.00 €. Without rows the page says "
            "nothing about fees.",
        ),
    )
    online_url = schema.URI(
        title=_("service_online_url", default="Online application"),
        description=_(
            "service_online_url_help",
            default="The address of the form, if people can apply online.",
        ),
        constraint=is_web_address,
        required=False,
    )

    model.fieldset(
        "visit",
        label=_("service_fieldset_visit", default="Video and offices"),
        fields=["video", "video_note", "planned_minutes", "offices"],
    )
    directives.widget("video", RadioFieldWidget)
    video = schema.Choice(
        title=_("service_video", default="Fit for a video conversation?"),
        vocabulary="collective.virtualoffice.video_fitness",
        default="complete",
    )
    video_note = schema.Text(
        title=_("service_video_note", default="What does not work by video?"),
        description=_(
            "service_video_note_help",
            default="Not fit for video: say why. Advice only: say what cannot be done. "
            "Visitors read this before they knock.",
        ),
        required=False,
    )
    planned_minutes = whole_number(
        1,
        480,
        title=_("service_planned_minutes", default="Planned minutes"),
        description=_(
            "service_planned_minutes_help",
            default="How long one conversation takes. Empty: as the office says.",
        ),
        required=False,
    )
    directives.widget("offices", CheckBoxFieldWidget)
    offices = RelationList(
        title=_("service_offices", default="Offices"),
        description=_(
            "service_offices_help",
            default="The offices that offer this service. Each office lists it.",
        ),
        value_type=RelationChoice(vocabulary="collective.virtualoffice.offices"),
        default=[],
        required=False,
    )

    @invariant
    def limits_are_explained(data: "IService") -> None:
        """Whoever cannot do everything by video is told why, in words."""
        if getattr(data, "video", "complete") == "complete":
            return
        if not (getattr(data, "video_note", None) or "").strip():
            raise FieldInvalid(
                "video_note",
                _(
                    "error_service_video_note",
                    default="Please explain what does not work by video.",
                ),
            )


class Service(Item):
    """A page with the service behaviour."""
