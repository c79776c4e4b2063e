"""How far a visit has come: a value, and the deeds that lead from one to the next.

The table of states is in docs/design.rst. Every deed is a pure function that
answers the new progress, or raises NotPossible and changes nothing.
"""

from .rules import Rules
from .states import INSIDE
from .states import Outcome
from .states import Reason
from .states import State
from collective.virtualoffice.domain.errors import AlreadyCalled
from collective.virtualoffice.domain.errors import NotCalled
from collective.virtualoffice.domain.errors import NotPossible
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from datetime import datetime
from typing import Any


@dataclass(frozen=True)
class Progress:
    """Where a visit stands, since when, and with whom; all times aware, in UTC.

    ``desk`` is the desk that holds it, ``room`` its video room. ``respond_by``
    runs only once the page has shown the call. ``stays_next`` keeps the first
    place for somebody who asked for more time. ``undone`` is the outcome that was
    taken back, to be offered when the visit is finished again.
    """

    state: State
    since: datetime
    desk: str | None = None
    room: str | None = field(default=None, repr=False)
    called_at: datetime | None = None
    respond_by: datetime | None = None
    answered_at: datetime | None = None
    extensions: int = 0
    attempts: int = 0
    passed_over_until: datetime | None = None
    stays_next: bool = False
    came_back: bool = False
    outcome: Outcome | None = None
    undone: Outcome | None = None
    reason: Reason | None = None


def call(progress: Progress, desk: str, room: str, now: datetime) -> Progress:
    """A desk asks the visit in. Raises AlreadyCalled."""
    if progress.state is not State.WAITING:
        raise AlreadyCalled("call", progress.state)
    return replace(
        progress,
        state=State.CALLED,
        since=now,
        desk=desk,
        room=room,
        called_at=now,
        respond_by=None,
        extensions=0,
        passed_over_until=None,
        stays_next=False,
    )


def show(progress: Progress, now: datetime, rules: Rules) -> Progress:
    """The page has shown the call: the answer time runs; again changes nothing."""
    _require("show", progress, State.CALLED)
    if progress.respond_by is not None:
        return progress
    return replace(progress, respond_by=now + rules.answer)


def extend(progress: Progress, now: datetime, rules: Rules) -> Progress:
    """The citizen asks for more time to answer."""
    _require("extend", progress, State.CALLED)
    if progress.extensions >= rules.extensions:
        raise NotPossible("extend", progress.state)
    return replace(
        progress,
        respond_by=(progress.respond_by or now) + rules.answer,
        extensions=progress.extensions + 1,
    )


def answer(progress: Progress, now: datetime) -> Progress:
    """The citizen goes in, or returns into the running call. Raises NotCalled."""
    if progress.state is State.IN_CALL:
        return progress
    if progress.state is not State.CALLED:
        raise NotCalled("answer", progress.state)
    return replace(
        progress, state=State.IN_CALL, since=now, answered_at=now, respond_by=None
    )


def take_back(progress: Progress, now: datetime) -> Progress:
    """Staff take a call back, or send the visit back to its arrival place."""
    _require("requeue", progress, State.CALLED, State.IN_CALL, State.ON_HOLD)
    return _wait(progress, now)


def set_aside(progress: Progress, now: datetime) -> Progress:
    """The desk calls somebody else while this visit has asked for more time.

    It stays next, and is passed over until the time it was given.
    """
    _require("set_aside", progress, State.CALLED)
    return replace(
        _wait(progress, now), stays_next=True, passed_over_until=progress.respond_by
    )


def not_shown(progress: Progress, at: datetime, rules: Rules) -> Progress:
    """No page showed the call in time: no attempt is counted."""
    _require("not_shown", progress, State.CALLED)
    return replace(_wait(progress, at), passed_over_until=at + rules.passed_over)


def not_answered(progress: Progress, at: datetime, rules: Rules) -> Progress:
    """The call was shown and not answered; the last attempt makes it missed."""
    _require("not_answered", progress, State.CALLED)
    attempts = progress.attempts + 1
    if attempts >= rules.attempts:
        return replace(miss(progress, at), attempts=attempts)
    return replace(
        _wait(progress, at), attempts=attempts, passed_over_until=at + rules.passed_over
    )


def miss(progress: Progress, now: datetime) -> Progress:
    """The called citizen is not reached."""
    _require("missed", progress, State.CALLED)
    return replace(
        progress, state=State.MISSED, since=now, desk=None, room=None, respond_by=None
    )


def may_come_back(progress: Progress, now: datetime, rules: Rules) -> bool:
    """Whether a missed visit can still take its place again."""
    in_time = now < progress.since + rules.come_back
    return progress.state is State.MISSED and in_time and not progress.came_back


def come_back(progress: Progress, now: datetime, rules: Rules) -> Progress:
    """„Ich bin wieder da“: a missed visit waits again, a passed-over one is next."""
    if progress.state is State.WAITING and progress.passed_over_until is None:
        return progress
    if progress.state is State.WAITING:
        return replace(progress, passed_over_until=None)
    return recall(progress, now, rules)


def recall(progress: Progress, now: datetime, rules: Rules) -> Progress:
    """A missed visit takes its arrival place again, once; one attempt is left."""
    if not may_come_back(progress, now, rules):
        raise NotPossible("recall", progress.state)
    return replace(_wait(progress, now), attempts=rules.attempts - 1, came_back=True)


def hold(progress: Progress, now: datetime) -> Progress:
    """The citizen fetches a paper; the desk is free meanwhile."""
    _require("hold", progress, State.IN_CALL)
    return replace(progress, state=State.ON_HOLD, since=now, desk=None)


def resume(progress: Progress, desk: str, now: datetime) -> Progress:
    """A desk goes on with a visit on hold, in the same room."""
    _require("resume", progress, State.ON_HOLD)
    return replace(progress, state=State.IN_CALL, since=now, desk=desk)


def take_over(progress: Progress, desk: str) -> Progress:
    """Another desk goes on with a visit whose desk was left alone."""
    _require("take-over", progress, State.CALLED, State.IN_CALL)
    return replace(progress, desk=desk)


def finish(progress: Progress, outcome: Outcome, now: datetime) -> Progress:
    """Staff end the visit."""
    _require("finish", progress, State.IN_CALL, State.ON_HOLD)
    return _end(progress, State.FINISHED, now, outcome=outcome, undone=None)


def undo(progress: Progress, desk: str, now: datetime, rules: Rules) -> Progress:
    """A visit finished by mistake goes on, in the room it was in."""
    _require("undo", progress, State.FINISHED)
    if now >= progress.since + rules.undo:
        raise NotPossible("undo", progress.state)
    return replace(
        progress,
        state=State.IN_CALL,
        since=now,
        desk=desk,
        outcome=None,
        undone=progress.outcome,
        reason=None,
    )


def leave(progress: Progress, now: datetime) -> Progress:
    """The citizen goes."""
    _require("leave", progress, *INSIDE)
    return _end(progress, State.LEFT, now)


def expire(progress: Progress, at: datetime) -> Progress:
    """Nobody was heard of for too long."""
    _require("expire", progress, State.WAITING)
    return _end(progress, State.EXPIRED, at)


def dismiss(progress: Progress, reason: Reason, at: datetime) -> Progress:
    """The office can serve the visit no more, and says why."""
    _require("dismiss", progress, State.WAITING)
    return _end(progress, State.DISMISSED, at, reason=reason)


def _require(deed: str, progress: Progress, *states: State) -> None:
    if progress.state not in states:
        raise NotPossible(deed, progress.state)


def _wait(progress: Progress, now: datetime) -> Progress:
    return replace(
        progress,
        state=State.WAITING,
        since=now,
        desk=None,
        room=None,
        respond_by=None,
        answered_at=None,
        extensions=0,
        undone=None,
    )


def _end(progress: Progress, state: State, at: datetime, **how: Any) -> Progress:
    return replace(progress, state=state, since=at, desk=None, respond_by=None, **how)
