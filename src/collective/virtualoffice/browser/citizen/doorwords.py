"""What the door says, in words: by the page, and by the script that keeps it fresh."""

from collective.virtualoffice import _
from collective.virtualoffice.domain.waiting.door import Door
from collective.virtualoffice.domain.waiting.states import Status
from collective.virtualoffice.wording import at_time
from collective.virtualoffice.wording import for_script
from collective.virtualoffice.wording import wait_in_words
from collective.virtualoffice.wording import wait_texts
from datetime import datetime
from typing import Any
from zope.i18nmessageid import Message


ICONS = {
    Status.FREE: "door-open",
    Status.OCCUPIED: "people",
    Status.FULL: "hourglass-split",
    Status.UNSTAFFED: "person-x",
    Status.SUSPENDED: "pause-circle",
    Status.CLOSED: "door-closed",
}

FREE = _("door_free", default="Open – free right now")
NEXT = _("door_next", default="Open – still in conversation, nobody waits")
ONE = _("door_one", default="Open – 1 person is waiting")
FULL = _("door_full", default="The waiting room is full")
UNSTAFFED = _("door_unstaffed", default="Nobody is there just now")
SUSPENDED = _("door_suspended", default="Nobody else is let in at the moment.")
CLOSED = _("door_closed", default="Closed")

ADVICE = {
    Status.FULL: _(
        "door_full_advice",
        default="Please try again in a few minutes, or choose another way.",
    ),
    Status.UNSTAFFED: _(
        "door_unstaffed_advice",
        default="Please try again a little later, or choose another way.",
    ),
    Status.SUSPENDED: _(
        "door_suspended_advice",
        default="Whoever waits already has a turn.",
    ),
}


def headline(door: Door) -> Message:
    """The state of the door in one line."""
    match door.status:
        case Status.FREE:
            return FREE
        case Status.OCCUPIED:
            return waiting(door.waiting)
        case Status.FULL:
            return FULL
        case Status.UNSTAFFED:
            return UNSTAFFED
        case Status.SUSPENDED:
            return SUSPENDED
    return CLOSED


def waiting(count: int | str) -> Message:
    """How full an open office is."""
    if count == 0:
        return NEXT
    if count == 1:
        return ONE
    return _(
        "door_many",
        default="Open – ${count} people are waiting",
        mapping={"count": count},
    )


def details(request: Any, door: Door, now: datetime) -> list[Message]:
    """What else there is to know, one line each."""
    lines = [ADVICE.get(door.status)]
    if door.can_knock and door.wait is not None:
        lines.append(_expected(wait_in_words(door.wait)))
    if door.opens_at is not None:
        lines.append(opens(at_time(request, door.opens_at, now)))
    if door.closes_at is not None:
        lines.append(closes(at_time(request, door.closes_at, now)))
    return [line for line in lines if line is not None]


def opens(time: Message | str) -> Message:
    return _("door_opens", default="We open again ${time}.", mapping={"time": time})


def closes(time: Message | str) -> Message:
    return _("door_closes", default="We close ${time}.", mapping={"time": time})


def _expected(wait: Message | str | None) -> Message:
    return _("door_expected", default="Expected wait: ${wait}", mapping={"wait": wait})


def script_texts(request: Any) -> dict[str, str]:
    """The same words for the script, which fills in {count}, {wait} and {time}."""
    texts = {
        "free": FREE,
        "next": NEXT,
        "one": ONE,
        "many": waiting("{count}"),
        "full": FULL,
        "unstaffed": UNSTAFFED,
        "suspended": SUSPENDED,
        "closed": CLOSED,
        "opens": opens("{time}"),
        "closes": closes("{time}"),
        "expected": _expected("{wait}"),
        "down": _(
            "door_down",
            default="No connection. We will go on trying to see whether it is open.",
        ),
        **{f"{status}_advice": text for status, text in ADVICE.items()},
        **TIMES,
        **wait_texts(),
    }
    return for_script(request, texts)


TIMES = {
    "at_time": _("door_at_time", default="at ${time}", mapping={"time": "{time}"}),
    "at_day": _(
        "door_at_day",
        default="${day} at ${time}",
        mapping={"day": "{day}", "time": "{time}"},
    ),
}
