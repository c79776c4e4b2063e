"""What a clerk does with a visit."""

from . import progress as deeds
from .attendance import Attendance
from .desk import Desk
from .floor import Floor
from .guests import invited_by_desk
from .order import is_due
from .record import keep_end
from .record import record
from .record import settle
from .record import settle_desk
from .states import Outcome
from .states import State
from .visit import Message
from .visit import Snapshot
from collective.virtualoffice.domain.errors import AlreadyCalled
from collective.virtualoffice.domain.errors import DeskAttended
from collective.virtualoffice.domain.errors import DeskBusy
from collective.virtualoffice.domain.errors import NobodyWaits
from collective.virtualoffice.domain.errors import NotPossible
from collective.virtualoffice.domain.figures.journal import Kind
from collective.virtualoffice.domain.signs import QUICKEST
from dataclasses import replace


def call(floor: Floor, clerk: str, id: str | None) -> Snapshot:
    """Ask the next in order in, or the visit with this id.

    Raises NoDesk, DeskBusy, NobodyWaits, AlreadyCalled, UnknownVisit.
    """
    attended = floor.desk_of(clerk)
    desk = attended.desk
    seen = _wanted(floor, desk, id)
    if seen is not None:
        _require_not_elsewhere(floor, desk, seen, "call", AlreadyCalled)
    progress = seen and deeds.call(seen.progress, desk.id, floor.chance(), floor.now)
    _free(floor, attended)
    if seen is None or progress is None:
        raise NobodyWaits
    desk.attach(floor.key, seen.id, floor.now)
    _count_in_a_row(floor, seen)
    return record(floor, seen.visit, progress)


def requeue(floor: Floor, clerk: str, id: str) -> Snapshot:
    """Take a call back, or send a visit back to its arrival place."""
    seen = serve(floor, clerk, id)
    return record(floor, seen.visit, deeds.take_back(seen.progress, floor.now))


def miss(floor: Floor, clerk: str, id: str) -> Snapshot:
    """The called citizen is not there."""
    seen = serve(floor, clerk, id)
    return record(floor, seen.visit, deeds.miss(seen.progress, floor.now))


def recall(floor: Floor, clerk: str, id: str) -> Snapshot:
    """A missed visit takes its place again."""
    seen = serve(floor, clerk, id)
    progress = deeds.recall(seen.progress, floor.now, floor.rules)
    return record(floor, seen.visit, progress)


def hold(floor: Floor, clerk: str, id: str) -> Snapshot:
    """The citizen fetches something; the desk is free."""
    seen = serve(floor, clerk, id)
    return record(floor, seen.visit, deeds.hold(seen.progress, floor.now))


def finish(floor: Floor, clerk: str, id: str, outcome: Outcome) -> Snapshot:
    """End the visit. The same outcome again changes nothing."""
    desk, seen = _serving(floor, clerk, id)
    if seen.state is State.FINISHED and seen.progress.outcome is outcome:
        return seen
    progress = deeds.finish(seen.progress, outcome, floor.now)
    if desk.has_only_called(id, progress.called_at):
        desk.signs.note(floor.now, QUICKEST)
    else:
        desk.wake(floor.now)
    return record(floor, seen.visit, progress)


def resume(floor: Floor, clerk: str, id: str) -> Snapshot:
    """Go on with a visit on hold. Raises DeskBusy."""
    attended, seen = floor.desk_of(clerk), settle(floor, floor.room.visit(id))
    _require_not_elsewhere(floor, attended.desk, seen, "resume")
    progress = deeds.resume(seen.progress, attended.desk.id, floor.now)
    return _attach(floor, attended, seen, progress)


def undo(floor: Floor, clerk: str, id: str) -> Snapshot:
    """Go on with a visit finished by mistake. Raises DeskBusy."""
    attended, seen = floor.desk_of(clerk), settle(floor, floor.room.visit(id))
    _require_not_elsewhere(floor, attended.desk, seen, "undo")
    desk = attended.desk.id
    progress = deeds.undo(seen.progress, desk, floor.now, floor.rules)
    if attended.desk.visit != seen.id:
        keep_end(floor, seen.visit)
    floor.room.journal.retract(Kind.FINISHED, seen.progress.since)
    return _attach(floor, attended, seen, progress)


def take_over(floor: Floor, clerk: str, id: str) -> Snapshot:
    """Go on with the visit of a desk that was left alone, which is told so later.

    Raises DeskAttended.
    """
    attended, seen = floor.desk_of(clerk), settle(floor, floor.room.visit(id))
    holder = _holder(floor, seen)
    if holder is not None and not holder.left_alone:
        raise DeskAttended(holder.desk.duty.label)
    progress = deeds.take_over(seen.progress, attended.desk.id)
    if holder is not None:
        holder.desk.taken = seen.id
    return _attach(floor, attended, seen, progress)


def enter(floor: Floor, clerk: str, id: str) -> Snapshot:
    """The desk's way into the room of its visit, again. Raises NotPossible."""
    attended, seen = floor.desk_of(clerk), floor.see(floor.room.visit(id))
    _require_not_elsewhere(floor, attended.desk, seen, "room")
    if seen.progress.desk != attended.desk.id:
        raise NotPossible("room", seen.state)
    return seen


def renew_link(floor: Floor, clerk: str, id: str) -> Snapshot:
    """A new private link; the old one is dead, and so are the guests it invited."""
    seen = serve(floor, clerk, id)
    seen.visit.issue += 1
    seen.visit.guests = invited_by_desk(seen.visit.guests)
    return floor.see(seen.visit)


def tell(floor: Floor, text: str, id: str | None) -> None:
    """A one-way message to one visit, or to all who wait. Raises UnknownVisit."""
    message = Message(floor.now, text, floor.chance()[:12])
    if id is None:
        floor.room.announce(message)
    else:
        floor.room.visit(id).tell(message)


def withdraw(floor: Floor, id: str) -> None:
    """Say a message to all no more. Raises UnknownMessage."""
    floor.room.withdraw(id)


def serve(floor: Floor, clerk: str, id: str) -> Snapshot:
    """The visit, for a clerk with an open desk and none of a colleague's visits."""
    desk, seen = _serving(floor, clerk, id)
    desk.wake(floor.now)
    return seen


def _serving(floor: Floor, clerk: str, id: str) -> tuple[Desk, Snapshot]:
    """Desk and visit of a clerk, who is not written down as awake yet."""
    attended, seen = floor.desk_of(clerk), settle(floor, floor.room.visit(id))
    _require_not_elsewhere(floor, attended.desk, seen, "serve")
    return attended.desk, seen


def _require_not_elsewhere(
    floor: Floor,
    desk: Desk,
    seen: Snapshot,
    deed: str,
    refusal: type[NotPossible] = NotPossible,
) -> None:
    """Raise the refusal while another desk has the visit, and name that one."""
    if seen.progress.desk in (None, desk.id):
        return
    holder = _holder(floor, seen)
    raise refusal(deed, seen.state, holder.desk.duty.label if holder else None)


def _attach(
    floor: Floor, attended: Attendance, seen: Snapshot, progress: deeds.Progress
) -> Snapshot:
    held = settle_desk(floor, attended.desk)
    if held is not None and held.id != seen.id:
        raise DeskBusy(held.id)
    attended.desk.attach(floor.key, seen.id, floor.now)
    return record(floor, seen.visit, progress)


def _free(floor: Floor, attended: Attendance) -> None:
    """Make sure the desk holds nobody. Raises DeskBusy.

    Somebody who asked for more time again steps aside and stays next.
    """
    held = settle_desk(floor, attended.desk)
    if held is None:
        return
    if not may_be_set_aside(held):
        raise DeskBusy(held.id)
    there = replace(floor, key=attended.desk.office)
    record(there, held.visit, deeds.set_aside(held.progress, floor.now))


def may_be_set_aside(seen: Snapshot) -> bool:
    """Whether its desk may call somebody else while this visit takes its time."""
    asked = seen.progress.extensions > seen.rules.binding_extensions
    return asked and seen.state is State.CALLED


def _wanted(floor: Floor, desk: Desk, id: str | None) -> Snapshot | None:
    if id is not None:
        return settle(floor, floor.room.visit(id))
    first = floor.next_for(desk)
    return settle(floor, first.visit) if first else None


def _holder(floor: Floor, seen: Snapshot) -> Attendance | None:
    desk = seen.progress.desk and floor.house.desk(seen.progress.desk)
    return floor.attendance(desk) if desk else None


def _count_in_a_row(floor: Floor, seen: Snapshot) -> None:
    room, most = floor.room, floor.rules.appointments_in_a_row
    appointment = is_due(seen.visit, floor.now, floor.rules)
    count = min(room.appointments_in_a_row + 1, most) if appointment else 0
    if count != room.appointments_in_a_row:
        room.appointments_in_a_row = count
