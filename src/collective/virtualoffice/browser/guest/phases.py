"""What a guest's page is about, by where the guest and the visit stand."""

from collective.virtualoffice import _
from collective.virtualoffice.domain.waiting.company import Stage
from collective.virtualoffice.domain.waiting.guests import GuestState
from enum import StrEnum


class Phase(StrEnum):
    """The parts of the page, of which one is shown."""

    INVITED = "invited"
    ASKING = "asking"
    REFUSED = "refused"
    SOON = "soon"
    ENTER = "enter"
    BREAK = "break"
    OVER = "over"


ADMITTED = {
    Stage.WAITING: Phase.SOON,
    Stage.IN_CALL: Phase.ENTER,
    Stage.ON_HOLD: Phase.BREAK,
}

HEADINGS = {
    Phase.INVITED: _(
        "guest_invited", default="You are invited to a video conversation"
    ),
    Phase.ASKING: _("guest_asking", default="The office decides"),
    Phase.REFUSED: _("guest_refused", default="The office did not let you in"),
    Phase.SOON: _("guest_soon", default="You may come along"),
    Phase.ENTER: _("guest_enter", default="You can enter now!"),
    Phase.BREAK: _("guest_break", default="Short break"),
}


AWAKE = _(
    "guest_awake",
    default="Your screen stays on, so that you see how it goes on.",
)


def phase(state: GuestState, stage: Stage) -> Phase:
    if stage is Stage.OVER:
        return Phase.OVER
    if state is GuestState.ADMITTED:
        return ADMITTED[stage]
    return Phase(state)
