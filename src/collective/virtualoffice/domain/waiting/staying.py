"""What a citizen does from the knock to the end."""

from . import progress as deeds
from .floor import Floor
from .record import keep_end
from .record import record
from .record import settle
from .states import INSIDE
from .states import State
from .visit import Snapshot
from .visit import Visit
from collective.virtualoffice.domain.errors import NotPossible
from collective.virtualoffice.domain.signs import rhythm


def be_present(floor: Floor, visit: Visit, place: int | None) -> Snapshot:
    """A sign of life; ``place`` in the queue (0 first) says when the next is due.

    Of a visit in a call it is not written down: nothing depends on it there, and who
    is in the room is told apart.
    """
    seen = settle(floor, visit)
    if seen.state in LISTENED_FOR:
        visit.signs.note(floor.now, rhythm(place))
    return floor.see(visit)


def note_shown(floor: Floor, visit: Visit) -> Snapshot:
    """The page has shown the call."""
    seen = settle(floor, visit)
    if seen.state is State.IN_CALL:
        return seen
    progress = deeds.show(seen.progress, floor.now, floor.rules)
    return _go_on(floor, visit, seen, progress)


def ask_for_time(floor: Floor, visit: Visit) -> Snapshot:
    """More time to answer the call."""
    seen = settle(floor, visit)
    progress = deeds.extend(seen.progress, floor.now, floor.rules)
    return _go_on(floor, visit, seen, progress)


def come_back(floor: Floor, visit: Visit) -> Snapshot:
    """„Ich bin wieder da“."""
    seen = settle(floor, visit)
    progress = deeds.come_back(seen.progress, floor.now, floor.rules)
    return _go_on(floor, visit, seen, progress)


def ask_for_call_back(floor: Floor, visit: Visit, phone: str) -> Snapshot:
    """Where to call, because video does not work here; empty: do not call.

    Raises NotPossible once the visit is over.
    """
    seen = settle(floor, visit)
    if seen.state not in INSIDE and not seen.may_come_back:
        raise NotPossible("phone", seen.state)
    visit.call_back(phone)
    return _go_on(floor, visit, seen, seen.progress)


def answer(floor: Floor, visit: Visit) -> Snapshot:
    """Go into the room of the call, or back into it. Raises NotCalled."""
    seen = settle(floor, visit)
    return _go_on(floor, visit, seen, deeds.answer(seen.progress, floor.now))


def leave(floor: Floor, visit: Visit) -> Snapshot | None:
    """Go; from a visit that is over, be forgotten (None)."""
    seen = settle(floor, visit)
    if seen.state not in INSIDE:
        keep_end(floor, visit)
        floor.room.erase(visit)
        return None
    return record(floor, visit, deeds.leave(seen.progress, floor.now))


LISTENED_FOR = INSIDE - {State.IN_CALL} | {State.MISSED}


def _go_on(
    floor: Floor, visit: Visit, seen: Snapshot, progress: deeds.Progress
) -> Snapshot:
    """Whoever does something is there."""
    visit.signs.note(floor.now, rhythm(None))
    if progress is seen.progress:
        return floor.see(visit)
    return record(floor, visit, progress)
