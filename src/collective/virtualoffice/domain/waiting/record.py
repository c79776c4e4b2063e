"""Writing down how far a visit has come, and the fact that follows from it."""

from .floor import Floor
from .progress import may_come_back
from .progress import Progress
from .states import OVER
from .states import State
from .visit import Snapshot
from .visit import Visit
from collective.virtualoffice.domain.figures.journal import Fact
from collective.virtualoffice.domain.figures.journal import Kind
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
    before, visit.progress = visit.progress, progress
    kind = KINDS.get(progress.state)
    if kind is not None and before.state is not progress.state:
        floor.room.journal.note(_fact(kind, visit, before), floor.chance()[:12])
    if progress.state in OVER:
        floor.room.file_away(visit)
    elif visit.id not in floor.room.inside:
        floor.room.take_in(visit)
    return floor.see(visit)


def settle(floor: Floor, visit: Visit) -> Snapshot:
    """Record what time has brought, so that a deed builds on what is written."""
    seen = floor.see(visit)
    if seen.progress is not visit.progress:
        seen = record(floor, visit, seen.progress)
    gone_for_good = not may_come_back(seen.progress, floor.now, floor.rules)
    if seen.state is State.MISSED and gone_for_good:
        floor.room.file_away(visit)
    return seen


def _fact(kind: Kind, visit: Visit, before: Progress) -> Fact:
    progress = visit.progress
    served = before.called_at if kind is Kind.FINISHED else None
    waited_until = served or progress.since
    return Fact(
        kind=kind,
        at=progress.since,
        service=visit.knock.service,
        how=progress.outcome or progress.reason or before.state,
        waited=_minutes(visit.arrived_at, waited_until),
        lasted=_minutes(served, progress.since) if served else None,
    )


def _minutes(start: datetime, end: datetime) -> float:
    return round((end - start).total_seconds() / 60, 1)
