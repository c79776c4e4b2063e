"""Which visits staff still have to do with."""

from .floor import Floor
from .progress import may_come_back
from .states import State
from .visit import Snapshot
from collections.abc import Iterator
from collective.virtualoffice.domain.figures.journal import Kind


def at_hand(floor: Floor) -> list[Snapshot]:
    """Who waits, in order; then by arrival who is with a desk, on hold, missed but
    may come back, or finished so lately that it may be undone.
    """
    rest = [seen for seen in floor.inside if _concerns(floor, seen)]
    rest.extend(_just_finished(floor))
    return [*floor.queue, *sorted(rest, key=_by_arrival)]


def _concerns(floor: Floor, seen: Snapshot) -> bool:
    if seen.state is State.MISSED:
        return may_come_back(seen.progress, floor.now, floor.rules)
    return seen.state in {State.CALLED, State.IN_CALL, State.ON_HOLD}


def _just_finished(floor: Floor) -> Iterator[Snapshot]:
    """The day's visits are looked through only if the journal knows of one."""
    undo = floor.rules.undo
    since = floor.now - undo
    if not floor.room.journal.between(Kind.FINISHED, since, floor.now + undo):
        return
    for visit in floor.room.past.values():
        progress = visit.progress
        if progress.state is State.FINISHED and progress.since > since:
            yield floor.see(visit)


def _by_arrival(seen: Snapshot) -> tuple:
    return seen.visit.arrived_at, seen.id
