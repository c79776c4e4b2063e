"""What to say when the office does not do something."""

from collective.virtualoffice import _
from collective.virtualoffice.domain import errors
from collective.virtualoffice.domain.waiting.guests import MOST_GUESTS
from collective.virtualoffice.domain.waiting.states import Status
from collective.virtualoffice.keys import KeyUnavailable
from collective.virtualoffice.storage import Busy
from collective.virtualoffice.video import VideoUnavailable
from collective.virtualoffice.video.reasons import outage_words
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from functools import singledispatch
from math import ceil
from typing import Any
from zope.i18nmessageid import Message


BREATHER = 2
OUT_OF_ORDER = 60


@dataclass(frozen=True)
class Explanation:
    """An error in words.

    ``status`` is the one of HTTP, ``type`` the name that programs know it by,
    ``retry_after`` seconds, ``fields`` what is wrong by field, ``more`` what
    else programs may want to know.
    """

    status: int
    type: str
    message: Message
    retry_after: int | None = None
    fields: dict[str, Message] = field(default_factory=dict)
    more: dict[str, str] = field(default_factory=dict)

    def mark(self, response: Any) -> None:
        """Give an answer the status, and say when to try again."""
        response.setStatus(self.status)
        if self.retry_after is not None:
            response.setHeader("Retry-After", str(self.retry_after))


DOOR = {
    Status.CLOSED: _("error_door_closed", default="The office is closed now."),
    Status.SUSPENDED: _(
        "error_door_suspended",
        default="Nobody else is let in now. Whoever waits already has a turn.",
    ),
    Status.UNSTAFFED: _("error_door_unstaffed", default="Nobody is there just now."),
    Status.FULL: _(
        "error_door_full",
        default="The waiting room is full. Please try again a little later.",
    ),
}

FIELDS = {
    "required": _("error_field_required", default="This is missing."),
    "too_long": _("error_field_too_long", default="This is too long."),
    "not_text": _("error_field_not_text", default="This must be text."),
    "not_a_list": _("error_field_not_a_list", default="This must be a short list."),
    "not_a_boolean": _(
        "error_field_not_a_boolean", default="This must be true or false."
    ),
    "unknown": _("error_field_unknown", default="There is no such choice here."),
    "malformed": _(
        "error_field_malformed",
        default="This does not look as it should.",
    ),
}

CONFLICTS = {
    errors.NotPossible: _(
        "error_not_possible", default="This is not possible with the visit now."
    ),
    errors.NotCalled: _(
        "error_not_called", default="You have not been called. Please wait."
    ),
    errors.AlreadyCalled: _(
        "error_already_called",
        default="This visit was called already, or it no longer waits.",
    ),
    errors.NobodyWaits: _(
        "error_nobody_waits", default="Nobody waits whom you could call now."
    ),
    errors.NoDesk: _("error_no_desk", default="Please open your desk first."),
    errors.DeskBusy: _(
        "error_desk_busy", default="There is still a visit at your desk."
    ),
    errors.TooManyGuests: _(
        "error_too_many_guests",
        default="At most ${most} persons can come along. Take one link back first.",
        mapping={"most": MOST_GUESTS},
    ),
}


@singledispatch
def explain(error: Exception) -> Explanation:
    """The words for an error; raises the error where there are none."""
    raise error


def explain_to_staff(error: Exception) -> Explanation:
    """The same with what only staff are told: why nobody can enter a room."""
    words = explain(error)
    if isinstance(error, VideoUnavailable):
        return replace(words, message=outage_words(error.reason))
    return words


@explain.register
def _conflict(error: errors.Refusal) -> Explanation:
    return Explanation(409, type(error).__name__, CONFLICTS[type(error)])


@explain.register
def _desk_busy(error: errors.DeskBusy) -> Explanation:
    message = CONFLICTS[errors.DeskBusy]
    return Explanation(409, "DeskBusy", message, more={"visit": error.visit})


@explain.register
def _not_possible(error: errors.NotPossible) -> Explanation:
    kind, state = type(error), str(error.state)
    if error.desk is None:
        return Explanation(409, kind.__name__, CONFLICTS[kind], more={"state": state})
    message = _(
        "error_elsewhere",
        default="This visit is with ${desk} now.",
        mapping={"desk": error.desk},
    )
    more = {"state": state, "desk": error.desk}
    return Explanation(409, kind.__name__, message, more=more)


@explain.register
def _desk_attended(error: errors.DeskAttended) -> Explanation:
    message = _(
        "error_desk_attended",
        default="Somebody is at ${desk} just now.",
        mapping={"desk": error.desk},
    )
    return Explanation(409, "DeskAttended", message, more={"desk": error.desk})


@explain.register
def _door_closed(error: errors.DoorClosed) -> Explanation:
    status = Status(error.status)
    return Explanation(409, "DoorClosed", DOOR[status], more={"status": str(status)})


@explain.register
def _too_many_knocks(error: errors.TooManyKnocks) -> Explanation:
    message = _(
        "error_too_many_knocks",
        default="There were very many knocks from your network address. "
        "Please try again in ${minutes} min.",
        mapping={"minutes": max(1, ceil(error.wait.total_seconds() / 60))},
    )
    patience = max(1, ceil(error.wait.total_seconds()))
    return Explanation(429, "TooManyKnocks", message, retry_after=patience)


@explain.register
def _invalid(error: errors.Invalid) -> Explanation:
    message = _("error_invalid", default="Please check what you entered.")
    fields = {name: FIELDS[code] for name, code in error.fields.items()}
    return Explanation(400, "Invalid", message, fields=fields)


@explain.register
def _unknown_visit(error: errors.UnknownVisit) -> Explanation:
    message = _(
        "error_unknown_visit",
        default="There is no such visit. Perhaps it has been erased.",
    )
    return Explanation(404, "UnknownVisit", message)


@explain.register
def _unknown_guest(error: errors.UnknownGuest) -> Explanation:
    message = _(
        "error_unknown_guest",
        default="This invitation is not valid, was taken back, or has been erased.",
    )
    return Explanation(404, "UnknownGuest", message)


@explain.register
def _unknown_desk(error: errors.UnknownDesk) -> Explanation:
    message = _("error_unknown_desk", default="There is no such desk.")
    return Explanation(404, "UnknownDesk", message)


@explain.register
def _unknown_message(error: errors.UnknownMessage) -> Explanation:
    message = _("error_unknown_message", default="This message is not shown any more.")
    return Explanation(404, "UnknownMessage", message)


@explain.register
def _busy(error: Busy) -> Explanation:
    message = _(
        "error_busy",
        default="Very many people are here right now. Nothing was changed. "
        "Please try again.",
    )
    return Explanation(503, "Busy", message, retry_after=BREATHER)


@explain.register
def _video_unavailable(error: VideoUnavailable) -> Explanation:
    message = _(
        "error_video_unavailable",
        default="The video is out of order at the moment, so nobody can enter a room.",
    )
    return Explanation(
        503,
        "VideoUnavailable",
        message,
        retry_after=OUT_OF_ORDER,
        more={"reason": error.reason},
    )


@explain.register
def _key_unavailable(error: KeyUnavailable) -> Explanation:
    message = _(
        "error_key_unavailable",
        default="This site cannot make private links now. "
        "Please try another way to reach us.",
    )
    return Explanation(503, "KeyUnavailable", message)
