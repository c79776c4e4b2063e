"""What only time brings, written down; what has had its time, erased."""

from . import duty
from . import record
from .attendance import Attendance
from .floor import Floor
from .progress import may_come_back
from .states import State
from .visit import Snapshot
from collections import Counter


def overdue(floor: Floor) -> list[str]:
    """The ids of visits inside of which something is to be written down."""
    return [seen.id for seen in floor.inside if _is_overdue(seen)]


def settle(floor: Floor, ids: list[str]) -> Counter[State]:
    """Write down what time brought to these visits; answers how many by state."""
    inside = floor.room.inside
    visits = [inside[id] for id in ids if id in inside]
    return Counter(record.settle(floor, visit).state for visit in visits)


def outlived(floor: Floor) -> list[str]:
    """The ids of ended visits that are kept no longer."""
    end = floor.now - floor.rules.keep
    return [v.id for v in floor.room.past.values() if v.progress.since <= end]


def erase(floor: Floor, ids: list[str]) -> int:
    """Erase these ended visits; answers how many there still were."""
    past = floor.room.past
    visits = [past[id] for id in ids if id in past]
    for visit in visits:
        floor.room.erase(visit)
    return len(visits)


def tidy_desks(floor: Floor) -> int:
    """Close desks that closed themselves, pause those that let somebody wait."""
    paused = [each for each in floor.desks if _is_idle(floor, each)]
    served = floor.house.desks.values()
    closed = [d for d in served if not floor.attendance(d).is_open]
    for attended in paused:
        attended.desk.paused = True
    for desk in closed:
        duty.remove(floor, desk)
    return len(paused) + len(closed)


def forget_facts(floor: Floor) -> int:
    """Drop facts that are older than figures need, and what was said to all."""
    floor.room.forget_announcements(floor.now - floor.rules.keep)
    return floor.room.journal.forget(floor.now - floor.rules.keep_facts)


def _is_idle(floor: Floor, attended: Attendance) -> bool:
    return floor.is_paused(attended) and not attended.desk.paused


def _is_overdue(seen: Snapshot) -> bool:
    if seen.state is State.MISSED:
        return not may_come_back(seen.progress, seen.now, seen.rules)
    return seen.progress is not seen.visit.progress
