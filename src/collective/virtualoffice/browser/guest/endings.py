"""What a guest reads when the visit is over, by how far the guest had come."""

from collective.virtualoffice import _
from collective.virtualoffice.domain.waiting.guests import Guest
from collective.virtualoffice.domain.waiting.guests import GuestState
from collective.virtualoffice.domain.waiting.progress import Progress
from dataclasses import dataclass
from zope.i18nmessageid import Message


@dataclass(frozen=True)
class Ending:
    heading: Message
    text: Message


# Whoever was not let in learns nothing of the conversation, nor if there was one.
VISIT_OVER = _("guest_visit_over", default="The visit is over")

TALKED = Ending(
    _("guest_over", default="The conversation is over"),
    _(
        "guest_over_text",
        default="Thank you for your time. You can close this page.",
    ),
)
NOT_TALKED = Ending(
    VISIT_OVER,
    _(
        "guest_over_silent",
        default="There is no conversation any more. You can close this page.",
    ),
)
OUTSIDE = {
    GuestState.INVITED: Ending(
        VISIT_OVER,
        _(
            "guest_over_invited",
            default="You do not have to come along any more. You can close this page.",
        ),
    ),
    GuestState.ASKING: Ending(
        VISIT_OVER,
        _(
            "guest_over_asking",
            default="The office did not decide in time whether you may come along. "
            "We are sorry. You can close this page.",
        ),
    ),
    GuestState.REFUSED: Ending(
        VISIT_OVER,
        _(
            "guest_over_refused",
            default="The office did not let you in. You can close this page.",
        ),
    ),
}


def ending(guest: Guest, progress: Progress) -> Ending:
    """The words for a guest of a visit that is over."""
    if guest.state is not GuestState.ADMITTED:
        return OUTSIDE[guest.state]
    return TALKED if progress.answered_at else NOT_TALKED
