"""What to say when a visit is over: what happened and what comes next."""

from collective.virtualoffice import _
from collective.virtualoffice.domain.waiting.progress import Progress
from collective.virtualoffice.domain.waiting.states import Outcome
from collective.virtualoffice.domain.waiting.states import Reason
from collective.virtualoffice.domain.waiting.states import State
from dataclasses import dataclass
from zope.i18nmessageid import Message


@dataclass(frozen=True)
class Ending:
    """What happened; ``may_knock`` where knocking again helps.

    Whether one can knock is not said here but by the door.
    """

    heading: Message
    text: Message
    may_knock: bool = True


FINISHED = {
    Outcome.SOLVED: Ending(
        _("visit_solved", default="Your matter is settled"),
        _(
            "visit_solved_text",
            default="Thank you for your visit. You do not have to do anything else.",
        ),
        may_knock=False,
    ),
    Outcome.FOLLOW_UP: Ending(
        _("visit_follow_up", default="Your matter goes on"),
        _(
            "visit_follow_up_text",
            default="The conversation is over. Next comes what you agreed on in it. "
            "If you have questions, please contact us.",
        ),
        may_knock=False,
    ),
    Outcome.IN_PERSON: Ending(
        _("visit_in_person", default="Please come to us in person"),
        _(
            "visit_in_person_text",
            default="The conversation is over. Your matter needs a visit on site. "
            "Please bring the papers that we talked about.",
        ),
        may_knock=False,
    ),
    Outcome.TECHNICAL_FAILURE: Ending(
        _("visit_technical_failure", default="The technology did not work"),
        _(
            "visit_technical_failure_text",
            default="We are sorry. Your matter is still open.",
        ),
    ),
    Outcome.ENDED_BY_OFFICE: Ending(
        _("visit_ended_by_office", default="The office ended the conversation"),
        _(
            "visit_ended_by_office_text",
            default="If something is still open, please come to us again.",
        ),
    ),
}

DISMISSED = {
    Reason.DAY_ENDED: Ending(
        _("visit_day_ended", default="The office closed before your turn"),
        _(
            "visit_day_ended_text",
            default="We are sorry: the day was ended, and we could not call you any "
            "more.",
        ),
    ),
    Reason.NOBODY_THERE: Ending(
        _("visit_nobody_there", default="Nobody is there any more"),
        _(
            "visit_nobody_there_text",
            default="We are sorry: for half an hour nobody could take your visit.",
        ),
    ),
}

ENDINGS = {
    State.LEFT: Ending(
        _("visit_left", default="You have left"),
        _(
            "visit_left_text",
            default="Your place in the queue is free again.",
        ),
    ),
    State.EXPIRED: Ending(
        _("visit_expired", default="Your visit has expired"),
        _(
            "visit_expired_text",
            default="For 30 minutes we heard nothing of you. So we gave up your place.",
        ),
    ),
    State.MISSED: Ending(
        _("visit_missed_over", default="We did not reach you"),
        _(
            "visit_missed_over_text",
            default="We called you, and the time to come back is over.",
        ),
    ),
    State.TRANSFERRED: Ending(
        _("visit_transferred", default="Your visit goes on in another office"),
        _(
            "visit_transferred_text",
            default="If you cannot find your way, please call us.",
        ),
        may_knock=False,
    ),
}


def ending(progress: Progress) -> Ending:
    """The words for a visit that is over."""
    if progress.state is State.FINISHED:
        return FINISHED[progress.outcome or Outcome.ENDED_BY_OFFICE]
    if progress.state is State.DISMISSED:
        return DISMISSED[progress.reason or Reason.NOBODY_THERE]
    return ENDINGS[progress.state]
