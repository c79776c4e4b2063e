"""One office at one moment: everything that a deed or a reader asks about it."""

from .attendance import Attendance
from .desk import Desk
from .lapse import Circumstances
from .lapse import lapse
from .lapse import lapses
from .order import in_order
from .plan import Plan
from .progress import Progress
from .room import WaitingRoom
from .rules import Rules
from .states import OVER
from .states import State
from .visit import Snapshot
from .visit import Visit
from collections.abc import Callable
from collections.abc import Iterator
from collective.virtualoffice.domain.errors import NoDesk
from collective.virtualoffice.domain.house import House
from dataclasses import dataclass
from dataclasses import replace
from datetime import datetime
from datetime import timedelta
from functools import cached_property


@dataclass(frozen=True)
class Floor:
    """Answers are remembered: after a deed, ask a new one.

    ``key`` names the office in the house, ``chance`` gives a random text of at
    least 128 bits at every call. Upkeep asks nothing of the ``plan`` and has none.
    """

    house: House
    key: str
    plan: Plan | None
    rules: Rules
    now: datetime
    chance: Callable[[], str]

    @cached_property
    def room(self) -> WaitingRoom:
        return self.house.room(self.key)

    def see(self, visit: Visit) -> Snapshot:
        """The visit as it stands now."""
        return self._look(
            visit,
            Circumstances(
                seen_at=visit.signs.seen_at,
                desk_seen_at=self._desk_seen_at(visit.progress),
                deserted_since=self.deserted_since,
                day_ended_at=self._day_end_for(visit),
            ),
        )

    @cached_property
    def inside(self) -> list[Snapshot]:
        """Every visit that was not filed away yet."""
        return [self._look_once(visit) for visit in self.room.inside.values()]

    @cached_property
    def queue(self) -> list[Snapshot]:
        """All who wait, first first."""
        return list(self._line())

    @cached_property
    def places(self) -> dict[str, int]:
        """The place (0 first) of everybody who waits, by the id of the visit."""
        return {seen.id: place for place, seen in enumerate(self.queue)}

    @cached_property
    def desks(self) -> list[Attendance]:
        """The open desks that serve this office."""
        return list(self._open_desks())

    @cached_property
    def deserted_since(self) -> datetime | None:
        """When the last desk closed; None while one is open."""
        if next(self._open_desks(), None) is not None:
            return None
        closed = [attended.closes_at for attended in self._attended()]
        noted = self.room.last_served_at
        return max([*closed, noted] if noted else closed, default=self.now)

    def desk_of(self, clerk: str) -> Attendance:
        """The clerk's open desk for this office. Raises NoDesk."""
        desk = self.house.desks.get(clerk)
        attended = self.attendance(desk) if desk is not None else None
        if attended is None or not attended.is_open or not self._serves(desk):
            raise NoDesk
        return attended

    def attendance(self, desk: Desk) -> Attendance:
        """The desk as it stands now, whatever office its visit is in."""
        visit = self._last_visit(desk)
        if visit is None or visit.progress.desk != desk.id:
            return Attendance(desk, None, self.now, self.rules, end_at(desk, visit))
        around = Circumstances(visit.signs.seen_at, desk.signs.seen_at)
        lost = next(lapses(visit.progress, around, self.now, self.rules), None)
        if lost is not None:
            return Attendance(desk, None, self.now, self.rules, lost.since)
        return Attendance(desk, self._look(visit, around), self.now, self.rules)

    def next_for(self, desk: Desk) -> Snapshot | None:
        """The first in order that may be called and that the desk serves."""
        return next(self._callable(desk), None)

    def is_asked(self, attended: Attendance) -> bool:
        """Whether a free desk is asked if somebody is still there."""
        paused = attended.desk.paused
        return not paused and self._idles(attended, self.rules.idle_asked)

    def is_paused(self, attended: Attendance) -> bool:
        """Paused by its clerk, or for letting a visit wait for too long."""
        return attended.desk.paused or self._idles(attended, self.rules.idle_paused)

    @cached_property
    def serving(self) -> list[Attendance]:
        """Open desks that are not paused; none while nobody could enter a room."""
        if not self.plan.has_room():
            return []
        return [attended for attended in self.desks if not self.is_paused(attended)]

    def is_served(self, seen: Snapshot) -> bool:
        """Whether some open desk takes such a visit."""
        open_desks = (each.desk for each in self._open_desks())
        return any(desk.duty.serves(seen.visit.knock) for desk in open_desks)

    def _idles(self, attended: Attendance, patience: timedelta) -> bool:
        """Whether it has been free for so long and somebody waited all the while.

        In any office that it serves: a desk is there for all of them or for none.
        """
        start, desk = self.now - patience, attended.desk
        return (
            attended.is_free
            and attended.idle_since <= start
            and any(
                seen.progress.since <= start
                for key in desk.duty.offices
                for seen in self._at(key)._callable(desk)
            )
        )

    def _at(self, key: str) -> "Floor":
        """Another office of the house, or this one."""
        if key == self.key:
            return self
        if key not in self._others:
            self._others[key] = replace(self, key=key)
        return self._others[key]

    @cached_property
    def _others(self) -> "dict[str, Floor]":
        return {}

    def _callable(self, desk: Desk) -> Iterator[Snapshot]:
        serves = desk.duty.serves
        return (s for s in self._line() if s.may_be_called and serves(s.visit.knock))

    def _line(self) -> Iterator[Snapshot]:
        """All who wait, first first; nobody is looked at before the turn comes."""
        visits, in_a_row = self.room.inside.values(), self.room.appointments_in_a_row
        return in_order(visits, self._look_once, self.now, in_a_row, self.rules)

    def _look_once(self, visit: Visit) -> Snapshot:
        if visit.id not in self._looked_at:
            self._looked_at[visit.id] = self.see(visit)
        return self._looked_at[visit.id]

    @cached_property
    def _looked_at(self) -> dict[str, Snapshot]:
        return {}

    def _last_visit(self, desk: Desk) -> Visit | None:
        """The visit attached last to the desk, unless it was erased."""
        if desk.office is None or desk.visit is None:
            return None
        room = self.house.room(desk.office)
        return room.inside.get(desk.visit) or room.past.get(desk.visit)

    def _day_end_for(self, visit: Visit) -> datetime | None:
        """When the day ended on which the visit arrived.

        A knock and the end that are decided at the same moment know nothing of each
        other: so who came a moment after the end was let in before it.
        """
        ended = self.room.day_ended_at
        if ended is None or visit.arrived_at > ended + self.rules.same_moment:
            return None
        return ended

    def _look(self, visit: Visit, around: Circumstances) -> Snapshot:
        progress = lapse(visit.progress, around, self.now, self.rules)
        return Snapshot(visit, progress, around, self.now, self.rules)

    def _serves(self, desk: Desk) -> bool:
        return self.key in desk.duty.offices

    def _desk_seen_at(self, progress: Progress) -> datetime | None:
        """Asked of conversations only: the others do not depend on it."""
        if progress.state is not State.IN_CALL:
            return None
        desk = self.house.desk(progress.desk)
        return desk.signs.seen_at if desk else progress.since

    def _open_desks(self) -> Iterator[Attendance]:
        return (attended for attended in self._attended() if attended.is_open)

    def _attended(self) -> Iterator[Attendance]:
        """The desks that serve this office, none looked at before it is asked for.

        Every clerk's deeds change the own desk: who looks at all of them reads all
        that others have just written, and often one open desk is enough to know.
        """
        for desk in self.house.desks.values():
            if desk.id not in self._attendances and self._serves(desk):
                self._attendances[desk.id] = self.attendance(desk)
            if desk.id in self._attendances:
                yield self._attendances[desk.id]

    @cached_property
    def _attendances(self) -> dict[str, Attendance]:
        return {}


def end_at(desk: Desk, visit: Visit | None) -> datetime | None:
    """When the visit ended that the desk did nothing but call."""
    if visit is None or visit.progress.state not in OVER:
        return None
    progress = visit.progress
    only_called = desk.has_only_called(visit.id, progress.called_at)
    return progress.since if only_called else None
