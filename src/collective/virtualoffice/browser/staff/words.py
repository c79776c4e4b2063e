"""Words of the staff view for codes of the domain."""

from .alertwords import LINE
from collective.virtualoffice import _
from collective.virtualoffice.browser.privatelink import COPIED
from collective.virtualoffice.domain.waiting.guests import GuestState
from collective.virtualoffice.domain.waiting.states import Outcome
from collective.virtualoffice.domain.waiting.states import State
from collective.virtualoffice.domain.waiting.states import Status
from collective.virtualoffice.domain.waiting.trouble import Trouble


STATES = {
    State.WAITING: _("staff_state_waiting", default="Waiting"),
    State.CALLED: _("staff_state_called", default="Called"),
    State.IN_CALL: _("staff_state_in_call", default="In conversation"),
    State.ON_HOLD: _("staff_state_on_hold", default="On hold"),
    State.MISSED: _("staff_state_missed", default="Not reached"),
    State.FINISHED: _("staff_state_finished", default="Finished"),
}

OUTCOMES = {
    Outcome.SOLVED: _("staff_outcome_solved", default="Solved"),
    Outcome.FOLLOW_UP: _("staff_outcome_follow_up", default="We follow up"),
    Outcome.IN_PERSON: _("staff_outcome_in_person", default="Has to come in person"),
    Outcome.TECHNICAL_FAILURE: _(
        "staff_outcome_technical_failure", default="Technical failure"
    ),
    Outcome.ENDED_BY_OFFICE: _(
        "staff_outcome_ended_by_office", default="Ended by the office"
    ),
}

TROUBLES = {
    Trouble.SCRIPT: _(
        "staff_trouble_script", default="The video does not load in the browser."
    ),
    Trouble.CAMERA: _("staff_trouble_camera", default="There is no camera picture."),
    Trouble.MICROPHONE: _(
        "staff_trouble_microphone", default="The microphone does not work."
    ),
    Trouble.CONNECTION: _(
        "staff_trouble_connection", default="The visitor does not get into the room."
    ),
}

GUESTS = {
    GuestState.INVITED: _("staff_guest_invited", default="invited, not here yet"),
    GuestState.ASKING: _("staff_guest_asking", default="wants to come in"),
    GuestState.ADMITTED: _("staff_guest_admitted", default="let in"),
    GuestState.REFUSED: _("staff_guest_refused", default="not let in"),
}

DOOR_COLOURS = {
    Status.FREE: "success",
    Status.OCCUPIED: "success",
    Status.FULL: "warning",
    Status.SUSPENDED: "warning",
    Status.UNSTAFFED: "danger",
}

SAID_BY_SCRIPT = {
    "copied": COPIED,
    "arrived": _("staff_script_arrived", default="Somebody has come. Waiting: {count}"),
    **LINE,
}
