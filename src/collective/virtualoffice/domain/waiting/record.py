"""Writing down how far a visit has come, and the fact that follows from it."""

from .desk import Desk
from .floor import end_at
from .floor import Floor
from .lapse import lapses
from .progress import may_come_back
from .progress import Progress
from .states import OVER
from .states import State
from .visit import Snapshot
from .visit import Visit
from collective.virtualoffice.domain.figures.journal import Fact
from collective.virtualoffice.domain.figures.journal import Kind
from collective.virtualoffice.domain.signs import QUICKEST
from dataclasses import replace
from datetime import datetime


KINDS = {
    State.CALLED: Kind.CALLED,
    State.FINISHED: Kind.FINISHED,
    State.LEFT: Kind.LEFT,
    State.MISSED: Kind.MISSED,
    State.EXPIRED: Kind.EXPIRED,
    State.DISMISSED: Kind.DISMISSED,
}


def record(floor: Floor, visit: Visit, progress: Progress) -> Snapshot:
    """Make ``progress`` the visit's, file it where it belongs, note the fact."""
    _write(floor, visit, progress)
    return floor.see(visit)


def settle(floor: Floor, visit: Visit) -> Snapshot:
    """Record what time has brought, so that a deed builds on what is written."""
    seen = floor.see(visit)
    for step in lapses(visit.progress, seen.around, floor.now, floor.rules):
        _write(floor, visit, step)
    gone_for_good = not may_come_back(seen.progress, floor.now, floor.rules)
    if seen.state is State.MISSED and gone_for_good:
        floor.room.file_away(visit)
    return seen


def settle_all(floor: Floor) -> None:
    """Record everything that time has brought, before what it rests on changes."""
    for visit in list(floor.room.inside.values()):
        settle(floor, visit)


def settle_desk(floor: Floor, desk: Desk) -> Snapshot | None:
    """The visit that the desk has, if any.

    What time alone took from the desk is written down, so that a citizen who
    answers at this very moment conflicts.
    """
    if desk.office is None or desk.visit is None:
        return None
    there = replace(floor, key=desk.office)
    visit = there.room.inside.get(desk.visit)
    if visit is None or visit.progress.desk != desk.id:
        return None
    seen = settle(there, visit)
    return seen if seen.progress.desk == desk.id else None


def _write(floor: Floor, visit: Visit, progress: Progress) -> None:
    before, visit.progress = visit.progress, progress
    if visit.troubles and progress.state is not State.IN_CALL:
        visit.troubles = ()
    if before.state is State.IN_CALL and progress.state is State.WAITING:
        visit.signs.note(progress.since, QUICKEST)
    if progress.room != before.room:
        visit.signs.leave_all()
    kind = KINDS.get(progress.state)
    if kind is not None and before.state is not progress.state:
        floor.room.journal.note(_fact(kind, visit, before))
    if progress.state in OVER:
        floor.room.file_away(visit)
    elif visit.id not in floor.room.inside:
        floor.room.take_in(visit)
    desk = before.desk and floor.house.desk(before.desk)
    if desk and progress.desk != desk.id and end_at(desk, visit) is None:
        desk.let_go(progress.since)


def keep_end(floor: Floor, visit: Visit) -> None:
    """What only the visit says of a desk is written there, before that is gone."""
    for desk in floor.house.desks.values():
        ended_at = end_at(desk, visit)
        if ended_at is not None:
            desk.let_go(ended_at)


def _fact(kind: Kind, visit: Visit, before: Progress) -> Fact:
    progress = visit.progress
    spoke = before.state in {State.IN_CALL, State.ON_HOLD}
    served = before.called_at if spoke else None
    waited_until = served or progress.since
    return Fact(
        kind=kind,
        at=progress.since,
        service=visit.knock.service,
        how=progress.outcome or progress.reason or _from(kind, before),
        waited=_minutes(visit.arrived_at, waited_until),
        lasted=_minutes(served, progress.since) if served else None,
    )


def _from(kind: Kind, before: Progress) -> State | None:
    """What the visit was before; called is only who waited."""
    return None if kind is Kind.CALLED else before.state


def _minutes(start: datetime, end: datetime) -> float:
    return max(0.0, round((end - start).total_seconds() / 60, 1))
