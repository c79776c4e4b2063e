"""What a form of the staff view can ask for."""

from .opening import offered_services
from .opening import spoken_languages
from collections.abc import Callable
from collections.abc import Collection
from collections.abc import Mapping
from collective.virtualoffice import _
from collective.virtualoffice.content.office import IVirtualOffice
from collective.virtualoffice.domain.errors import Invalid
from collective.virtualoffice.domain.errors import NotPossible
from collective.virtualoffice.domain.waiting import admission
from collective.virtualoffice.domain.waiting import calling
from collective.virtualoffice.domain.waiting import company
from collective.virtualoffice.domain.waiting import duty
from collective.virtualoffice.domain.waiting.floor import Floor
from collective.virtualoffice.domain.waiting.guests import read_number
from collective.virtualoffice.domain.waiting.knock import clean
from collective.virtualoffice.domain.waiting.knock import read_text
from collective.virtualoffice.domain.waiting.states import Outcome
from collective.virtualoffice.domain.waiting.visit import Snapshot
from collective.virtualoffice.usecases.desks import open_desk
from collective.virtualoffice.usecases.desks import Wish
from collective.virtualoffice.usecases.floor import act
from collective.virtualoffice.usecases.serving import MANAGE
from collective.virtualoffice.usecases.serving import may
from collective.virtualoffice.usecases.serving import SERVE
from collective.virtualoffice.usecases.serving import served_offices
from collective.virtualoffice.video import require_video
from dataclasses import dataclass
from dataclasses import field
from datetime import datetime
from plone.uuid.interfaces import IUUID
from typing import Any
from zope.i18nmessageid import Message


LABEL_LENGTH = 60
TEXT_LENGTH = 500


@dataclass(frozen=True)
class Task:
    """A form that a clerk sent; its content is not to be trusted."""

    office: IVirtualOffice
    clerk: str
    form: Mapping[str, Any] = field(repr=False)
    now: datetime

    @property
    def visit(self) -> str:
        return self.text("visit")

    def text(self, field: str) -> str:
        """A value that can be stored and looked for, empty where there is none."""
        value = self.form.get(field)
        return clean(value) if isinstance(value, str) else ""

    def choices(self, field: str) -> tuple[str, ...]:
        """What was ticked."""
        value = self.form.get(field) or []
        values = value if isinstance(value, list) else [value]
        return tuple(each for each in values if isinstance(each, str) and each)

    def act(self, deed: Callable[[Floor], Any], in_line: bool = False) -> Any:
        return act(self.office, self.now, deed, in_line=in_line)


class Unanswered(Exception):
    """Nobody said how the visit ended, which is asked beside its button."""

    def __init__(self, visit: str) -> None:
        super().__init__(visit)
        self.visit = visit


@dataclass(frozen=True)
class Deed:
    """What is done, what is said afterwards, and who may.

    Answers the visit where the form did not name it.
    """

    do: Callable[[Task], Any]
    done: Message
    permission: str = SERVE


def _as_clerk(deed: Callable[[Floor, str], Any]) -> Callable[[Task], None]:
    return lambda task: task.act(lambda floor: deed(floor, task.clerk))


def _with_visit(deed: Callable[[Floor, str, str], Any]) -> Callable[[Task], None]:
    return lambda task: task.act(lambda floor: deed(floor, task.clerk, task.visit))


def _open(task: Task) -> None:
    """What is not to be chosen, or no more, is left out."""
    offices = served_offices()
    wish = Wish(
        read_text(task.form, "label", LABEL_LENGTH),
        [each for each in offices if IUUID(each) in task.choices("offices")],
        _known(task.choices("services"), offered_services(offices)),
        _known(task.choices("languages"), spoken_languages(offices)),
    )
    open_desk(task.office, task.clerk, wish, task.now)


def _known(chosen: tuple[str, ...], known: Collection[str]) -> tuple[str, ...]:
    return tuple(each for each in chosen if each in known)


def _call_next(task: Task) -> Snapshot:
    return _call(task, None)


def _call_one(task: Task) -> Snapshot:
    return _call(task, task.visit)


def _call(task: Task, visit: str | None) -> Snapshot:
    """Nobody is called while nobody could enter. Raises VideoUnavailable."""
    require_video()
    return task.act(
        lambda floor: calling.call(floor, task.clerk, visit), in_line=visit is None
    )


def _requeue(task: Task) -> None:
    """Only from the state that the clerk saw: a call just answered is not cut off."""
    saw = task.text("state")

    def deed(floor: Floor) -> None:
        state = floor.see(floor.room.visit(task.visit)).state
        if state != saw:
            raise NotPossible("requeue", state)
        calling.requeue(floor, task.clerk, task.visit)

    task.act(deed)


def _finish(task: Task) -> None:
    chosen = task.text("outcome")
    if not chosen:
        raise Unanswered(task.visit)
    try:
        outcome = Outcome(chosen)
    except ValueError:
        raise Invalid({"outcome": "unknown"}) from None
    task.act(lambda floor: calling.finish(floor, task.clerk, task.visit, outcome))


def _invite(task: Task) -> None:
    number = read_number(task.form)
    task.act(
        lambda floor: company.invite_as_clerk(floor, task.clerk, task.visit, number)
    )


def _about_guest(
    deed: Callable[[Floor, str, str, str], Any],
) -> Callable[[Task], None]:
    def do(task: Task) -> None:
        guest = task.text("guest")
        task.act(lambda floor: deed(floor, task.clerk, task.visit, guest))

    return do


def _tell(task: Task) -> None:
    text = read_text(task.form, "text", TEXT_LENGTH)
    task.act(lambda floor: calling.tell(floor, text, task.visit or None))


def _withdraw(task: Task) -> None:
    task.act(lambda floor: calling.withdraw(floor, task.text("message")))


def _suspend(task: Task) -> None:
    notice = task.text("notice")
    if len(notice) > TEXT_LENGTH:
        raise Invalid({"notice": "too_long"})
    task.act(lambda floor: admission.suspend(floor, notice))


def _admit(task: Task) -> None:
    """Only who ends a day takes it up again."""
    leads = may(MANAGE, task.office)
    task.act(lambda floor: admission.admit(floor, reopen=leads))


def _release(task: Task) -> None:
    task.act(lambda floor: duty.release(floor, task.text("desk")))


_CALLED = _("staff_done_called", default="Called. Enter the room now.")
_WAITS = _("staff_done_requeued", default="The visit waits again at its place.")
_GOES_ON = _("staff_done_resumed", default="The visit goes on at your desk.")

DEEDS = {
    "open": Deed(_open, _("staff_done_opened", default="Your desk is open.")),
    "close": Deed(
        _as_clerk(duty.close_desk),
        _("staff_done_closed", default="Your desk is closed."),
    ),
    "pause": Deed(
        _as_clerk(duty.pause), _("staff_done_paused", default="Your desk is paused.")
    ),
    "back": Deed(
        _as_clerk(duty.resume),
        _("staff_done_back", default="Your desk can call visitors."),
    ),
    "present": Deed(
        _as_clerk(duty.be_present),
        _("staff_done_present", default="This page is up to date."),
    ),
    "next": Deed(_call_next, _CALLED),
    "call": Deed(_call_one, _CALLED),
    "requeue": Deed(_requeue, _WAITS),
    "missed": Deed(
        _with_visit(calling.miss),
        _("staff_done_missed", default="Not reached. The visitor can come back once."),
    ),
    "recall": Deed(_with_visit(calling.recall), _WAITS),
    "hold": Deed(
        _with_visit(calling.hold),
        _("staff_done_held", default="On hold. Your desk is free for the next call."),
    ),
    "resume": Deed(_with_visit(calling.resume), _GOES_ON),
    "take-over": Deed(_with_visit(calling.take_over), _GOES_ON),
    "undo": Deed(_with_visit(calling.undo), _GOES_ON),
    "finish": Deed(
        _finish,
        _("staff_done_finished", default="Finished. You can undo this for 2 minutes."),
    ),
    "invite": Deed(
        _invite,
        _("staff_done_invited", default="The link for a third person is at the visit."),
    ),
    "let-in": Deed(
        _about_guest(company.admit),
        _("staff_done_let_in", default="The third person may enter the room."),
    ),
    "turn-away": Deed(
        _about_guest(company.refuse),
        _("staff_done_turned_away", default="The third person was not let in."),
    ),
    "uninvite": Deed(
        _about_guest(company.withdraw_as_clerk),
        _("staff_done_uninvited", default="The link is taken back."),
    ),
    "tell": Deed(_tell, _("staff_done_told", default="Your message is shown.")),
    "withdraw": Deed(
        _withdraw, _("staff_done_withdrawn", default="The message is withdrawn.")
    ),
    "suspend": Deed(
        _suspend, _("staff_done_suspended", default="Nobody else is let in now.")
    ),
    "admit": Deed(
        _admit,
        _("staff_done_admitted", default="Visitors can knock again."),
    ),
    "end-day": Deed(
        lambda task: task.act(admission.end_day),
        _("staff_done_ended", default="The day is over. Whoever waited is told so."),
        MANAGE,
    ),
    "release": Deed(
        _release, _("staff_done_released", default="The desk is closed."), MANAGE
    ),
}
