"""What the inventory says of services."""

from collective.virtualoffice import _
from collective.virtualoffice.domain.services.bulk import Obstacle
from collective.virtualoffice.domain.services.care import Finding
from collective.virtualoffice.domain.services.sieve import UNSET
from plone import api
from plone.base import PloneMessageFactory as _plone
from zope.component import getUtility
from zope.i18nmessageid import Message
from zope.schema.interfaces import IVocabularyFactory


FINDINGS = {
    Finding.MISSING_TEXT: _("inventory_missing_text", default="Texts are missing"),
    Finding.MISSING_KEY: _("inventory_missing_key", default="No service key"),
    Finding.DOUBLED_KEY: _(
        "inventory_doubled_key", default="Another service has the same key"
    ),
    Finding.FORM_WITHOUT_LINK: _(
        "inventory_form_without_link", default="A form has no link"
    ),
    Finding.FORM_NOT_ACCESSIBLE: _(
        "inventory_form_not_accessible", default="A form is not accessible"
    ),
    Finding.DEAD_LINK: _(
        "inventory_dead_link", default="A link inside the site leads nowhere"
    ),
    Finding.NEVER_REVIEWED: _("inventory_never_reviewed", default="Never reviewed"),
    Finding.REVIEW_OLD: _(
        "inventory_review_old", default="Last review more than a year ago"
    ),
    Finding.VIDEO_UNSET: _(
        "inventory_video_unset", default="Fit for video? Not decided yet"
    ),
    Finding.MATURITY_UNSET: _(
        "inventory_maturity_unset", default="Online maturity is not stated"
    ),
}
NOTHING_FOUND = _("inventory_nothing_to_do", default="Nothing to do")
NOT_STATED = _("inventory_not_stated", default="Not stated")
NO_OFFICE = _("inventory_no_office", default="No office")
NO_SITUATION = _("inventory_no_situation", default="No life situation")

FITNESS = {
    "complete": _("inventory_video_complete", default="All of it by video"),
    "advice": _("inventory_video_advice", default="Advice only by video"),
    "none": _("inventory_video_none", default="Not fit for video"),
    UNSET: _("service_video_undecided", default="Not decided yet"),
}

TEXTS = {
    "description": _("inventory_text_description", default="Short text"),
    "text": _("inventory_text_text", default="Full text"),
    "documents": _("service_documents", default="Required documents"),
    "procedure": _("service_procedure", default="Procedure"),
    "fees": _("service_fees", default="Fees"),
    "processing_time": _("service_processing_time", default="Processing time"),
    "competent_body": _("service_competent_body", default="Competent body"),
}

OBSTACLES = {
    Obstacle.GONE: _(
        "inventory_left_gone",
        default="It is no longer there, or you may not view it.",
    ),
    Obstacle.FORBIDDEN: _("inventory_left_forbidden", default="You may not edit it."),
    Obstacle.LOCKED: _(
        "inventory_left_locked",
        default="Somebody is working on it, or on a working copy of it.",
    ),
    Obstacle.CHANGED: _(
        "inventory_left_changed",
        default="Somebody has changed it since you saw what would change.",
    ),
    Obstacle.NO_REASON: _(
        "inventory_left_no_reason",
        default="It does not say what does not work by video. Write it there, or in "
        "the field of this change.",
    ),
    Obstacle.NO_RELEASE: _(
        "inventory_left_no_release", default="You may not release it."
    ),
}

FIELDS = {
    "offices": _("service_offices", default="Offices"),
    "fitness": _("service_video", default="Fit for a video conversation?"),
    "note": _("service_video_note", default="What does not work by video?"),
    "reviewed": _("service_reviewed_on", default="Last reviewed on"),
    "situations": _("inventory_situations", default="Life situations"),
    "released": _("inventory_release", default="Release"),
}
RELEASED = _("inventory_released", default="visible to everybody")
NOT_RELEASED = _("inventory_not_released", default="not visible to everybody yet")
EMPTY = _("inventory_empty", default="empty")
HIDDEN_OFFICE = _("inventory_hidden_office", default="an office that you may not view")

OFFICE_FIELDS = (
    ("add_offices", _("inventory_add_offices", default="Add these offices")),
    ("remove_offices", _("inventory_remove_offices", default="Remove these offices")),
)
SITUATION_FIELDS = (
    (
        "add_situations",
        _("inventory_add_situations", default="Add these life situations"),
    ),
    (
        "remove_situations",
        _("inventory_remove_situations", default="Remove these life situations"),
    ),
)
WISH_FIELDS = {
    **dict(OFFICE_FIELDS),
    **dict(SITUATION_FIELDS),
    **{name: FIELDS[name] for name in ("fitness", "note", "reviewed")},
    "release": FIELDS["released"],
    "wish": _("inventory_change", default="Change many services at once"),
}

FILTERS = (
    ("finding", _("inventory_finding", default="Finding")),
    ("office", _("inventory_office", default="Office")),
    ("maturity", _("service_maturity", default="Online maturity")),
    ("fitness", _("inventory_fitness", default="Fitness for video")),
    ("situation", _("inventory_situation", default="Life situation")),
    ("state", _("inventory_state", default="State")),
)
COLUMNS = (
    ("title", _("inventory_service", default="Service")),
    ("findings", _("inventory_findings", default="Findings")),
    ("state", _("inventory_state", default="State")),
    ("fitness", _("inventory_fitness", default="Fitness for video")),
    ("maturity", _("service_maturity", default="Online maturity")),
    ("reviewed", _("service_reviewed_on", default="Last reviewed on")),
)

WRONG = {
    "required": _(
        "inventory_wrong_wish", default="Please choose what you want to change."
    ),
    "both": _(
        "inventory_wrong_both",
        default="The same cannot be added and removed at once.",
    ),
    "future": _("inventory_wrong_future", default="A review cannot be in the future."),
    "malformed": _("inventory_wrong_date", default="This is no date."),
    "unknown": _("error_field_unknown", default="There is no such choice here."),
    "too_long": _("error_field_too_long", default="This is too long."),
}


def maturity_names() -> dict[str, Message]:
    """By code, as the form of a service says them."""
    name = "collective.virtualoffice.maturity"
    terms = getUtility(IVocabularyFactory, name)(api.portal.get())
    return {**{term.value: term.title for term in terms}, UNSET: NOT_STATED}


def finding_names() -> dict[str, Message]:
    return {
        **{str(code): name for code, name in FINDINGS.items()},
        UNSET: NOTHING_FOUND,
    }


def state_name(code: str) -> Message:
    """The name of a state of the workflow, which Plone translates."""
    workflows = api.portal.get_tool("portal_workflow")
    return _plone(workflows.getTitleForStateOnType(code, "Service") or code)


def found(total: int) -> Message:
    """How many services are shown."""
    if total == 1:
        return _("inventory_found_one", default="1 service")
    return _("inventory_found", default="${total} services", mapping={"total": total})


def confirm(number: int) -> Message:
    """The button that does it."""
    if number == 1:
        return _("inventory_confirm_one", default="Change this service now")
    return _(
        "inventory_confirm",
        default="Change these ${number} services now",
        mapping={"number": number},
    )
