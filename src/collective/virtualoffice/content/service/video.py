"""What can be done by video, and in which offices."""

from collective.virtualoffice import _
from collective.virtualoffice.content.fielderror import FieldInvalid
from collective.virtualoffice.numbers import whole_number
from plone.app.z3cform.widgets.select import SelectFieldWidget
from plone.autoform import directives
from plone.supermodel import model
from z3c.form.browser.checkbox import CheckBoxFieldWidget
from z3c.relationfield.schema import RelationChoice
from z3c.relationfield.schema import RelationList
from zope import schema
from zope.interface import invariant


# Where the fitness is not decided yet nobody knocks: like a service not fit for video.
BY_VIDEO = ("complete", "advice")
NEEDS_REASON = ("advice", "none")


class IServiceVideo(model.Schema):
    """Fitness for video, and the offices that offer the service."""

    model.fieldset(
        "visit",
        label=_("service_fieldset_visit", default="Video and offices"),
        fields=[
            "video",
            "video_can",
            "video_note",
            "identity",
            "planned_minutes",
            "offices",
        ],
    )
    directives.widget(
        "video",
        SelectFieldWidget,
        noValueMessage=_("service_video_undecided", default="Not decided yet"),
    )
    video = schema.Choice(
        title=_("service_video", default="Fit for a video conversation?"),
        description=_(
            "service_video_help",
            default="As long as this is not decided nobody can knock for this service; "
            "the page tells people to ask you.",
        ),
        vocabulary="collective.virtualoffice.video_fitness",
        required=False,
    )
    video_can = schema.Text(
        title=_("service_video_can", default="What works by video?"),
        description=_(
            "service_video_can_help",
            default="For example: fill in the application together, show papers.",
        ),
        required=False,
        max_length=5000,
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
    identity = schema.Choice(
        title=_("service_identity", default="Proof of identity by video"),
        description=_(
            "service_identity_help",
            default="How somebody shows who they are. Nothing is checked or stored "
            "by this site.",
        ),
        vocabulary="collective.virtualoffice.identity",
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
    def limits_are_explained(data: "IServiceVideo") -> None:
        """Whoever cannot do everything by video is told why, in words."""
        if getattr(data, "video", None) not in NEEDS_REASON:
            return
        if not (getattr(data, "video_note", None) or "").strip():
            raise FieldInvalid(
                "video_note",
                _(
                    "error_service_video_note",
                    default="Please explain what does not work by video.",
                ),
            )
