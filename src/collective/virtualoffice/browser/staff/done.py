"""What the clerk did last, said for as long as it is so.

A page that keeps itself up to date must not go on saying what is over. So what
was done stands in the address of the page that follows, and every look decides
anew whether there is still something to say.
"""

from .deeds import DEEDS
from .room import Room
from collections.abc import Callable
from collective.virtualoffice import _
from collective.virtualoffice.domain.waiting.guests import GuestState
from collective.virtualoffice.domain.waiting.live import day_ended
from collective.virtualoffice.domain.waiting.states import INSIDE
from collective.virtualoffice.domain.waiting.states import State
from zope.i18nmessageid import Message


Holds = Callable[[Room, str], bool]

# What has become of a call that nobody answered.
BECAME = {
    State.WAITING: _(
        "staff_call_over",
        default="The call is over. The visit waits again at its place.",
    ),
    State.MISSED: DEEDS["missed"].done,
    State.LEFT: _("staff_call_left", default="The visitor has left."),
}
CALLS = {"next", "call"}


def said(room: Room, deed: str, visit: str) -> Message | None:
    """The words for what was done, or for what became of it."""
    if deed in CALLS:
        return _call(room, deed, visit)
    holds = HOLDS.get(deed)
    return DEEDS[deed].done if holds is not None and holds(room, visit) else None


def _call(room: Room, deed: str, visit: str) -> Message | None:
    """A call is news until it is answered or has failed."""
    state = _state(room, visit)
    if state is State.CALLED:
        return DEEDS[deed].done if _is_mine(room, visit) else None
    return BECAME.get(state) if room.current is None else None


def _state(room: Room, visit: str) -> State | None:
    waiting_room = room.floor.room
    found = waiting_room.inside.get(visit) or waiting_room.past.get(visit)
    return room.floor.see(found).state if found is not None else None


def _is_mine(room: Room, visit: str) -> bool:
    return room.current is not None and room.current.id == visit


def _stands(*states: State) -> Holds:
    return lambda room, visit: _state(room, visit) in states


def _has_guest(state: GuestState) -> Holds:
    """Whether the visit still has a guest who stands there."""

    def holds(room: Room, visit: str) -> bool:
        found = room.floor.room.inside.get(visit)
        return any(guest.state is state for guest in found.guests) if found else False

    return holds


HOLDS: dict[str, Holds] = {
    "open": lambda room, visit: room.desk is not None,
    "close": lambda room, visit: room.desk is None,
    "pause": lambda room, visit: room.is_paused,
    "back": lambda room, visit: room.desk is not None and not room.is_paused,
    "present": lambda room, visit: True,
    "requeue": _stands(State.WAITING),
    "recall": _stands(State.WAITING),
    "missed": _stands(State.MISSED),
    "hold": _stands(State.ON_HOLD),
    "resume": _is_mine,
    "take-over": _is_mine,
    "undo": _is_mine,
    "finish": lambda room, visit: any(each.id == visit for each in room.finished),
    "invite": _has_guest(GuestState.INVITED),
    "let-in": _has_guest(GuestState.ADMITTED),
    "turn-away": _has_guest(GuestState.REFUSED),
    "uninvite": _stands(*INSIDE),
    "tell": lambda room, visit: (
        _state(room, visit) in INSIDE if visit else bool(room.floor.room.announcements)
    ),
    "withdraw": lambda room, visit: True,
    "suspend": lambda room, visit: room.floor.room.suspended,
    "admit": lambda room, visit: (
        not (room.floor.room.suspended or day_ended(room.floor))
    ),
    "end-day": lambda room, visit: day_ended(room.floor),
    "release": lambda room, visit: True,
}
