"""The waiting room of one office, as one of its clerks sees it."""

from .names import Names
from .rows import Row
from .rows import row
from collective.virtualoffice.domain.errors import NoDesk
from collective.virtualoffice.domain.waiting.attendance import Attendance
from collective.virtualoffice.domain.waiting.calling import may_be_set_aside
from collective.virtualoffice.domain.waiting.floor import Floor
from collective.virtualoffice.domain.waiting.overview import at_hand
from collective.virtualoffice.domain.waiting.states import State
from collective.virtualoffice.domain.waiting.visit import Snapshot
from collective.virtualoffice.domain.waiting.visit import Visit
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Room:
    """Readings only; every list is in the order in which it is shown."""

    floor: Floor
    clerk: str
    names: Names

    @cached_property
    def desk(self) -> Attendance | None:
        """The clerk's open desk for this office."""
        try:
            return self.floor.desk_of(self.clerk)
        except NoDesk:
            return None

    @property
    def is_asked(self) -> bool:
        """Whether the clerk is asked: are you still there?"""
        return self._has_desk and self.floor.is_asked(self.desk) and not self.is_paused

    @property
    def is_paused(self) -> bool:
        return self._has_desk and self.floor.is_paused(self.desk)

    @property
    def fell_asleep(self) -> bool:
        """Whether the desk is paused for letting somebody wait, by no clerk."""
        return self.is_paused and not self.desk.desk.paused

    @cached_property
    def current(self) -> Row | None:
        """The visit that the clerk's desk holds in this office."""
        held = self.desk and self.desk.held
        here = held and self.desk.desk.office == self.floor.key
        return self._row(held) if here else None

    @property
    def taken(self) -> Visit | None:
        """What a colleague took over from the clerk's desk meanwhile."""
        id = self.desk and self.desk.desk.taken
        inside, past = self.floor.room.inside, self.floor.room.past
        return inside.get(id) or past.get(id) if id else None

    @property
    def is_elsewhere(self) -> bool:
        """Whether the desk holds a visit of another office."""
        return self._has_desk and self.desk.held is not None and self.current is None

    @property
    def may_call(self) -> bool:
        """Whether the desk is free to call somebody."""
        if not self._has_desk:
            return False
        held = self.desk.held
        return held is None or may_be_set_aside(held)

    @property
    def somebody_is_next(self) -> bool:
        """Whether "call next" finds somebody for this desk."""
        return self._has_desk and self.floor.next_for(self.desk.desk) is not None

    @cached_property
    def queue(self) -> list[Row]:
        """Who waits, with the place that the citizen sees."""
        queue = enumerate(self.floor.queue, 1)
        return [row(self.floor, self.names, seen, place) for place, seen in queue]

    @cached_property
    def with_colleagues(self) -> list[Row]:
        """Who is called by or speaks with another desk."""
        mine = self.current and self.current.id
        found = self._in_state(State.CALLED, State.IN_CALL)
        return [each for each in found if each.id != mine]

    @cached_property
    def on_hold(self) -> list[Row]:
        return self._in_state(State.ON_HOLD)

    @cached_property
    def missed(self) -> list[Row]:
        """Who was not reached and can still be taken back."""
        return self._in_state(State.MISSED)

    @cached_property
    def finished(self) -> list[Row]:
        """Who was finished so lately that it may be undone."""
        return self._in_state(State.FINISHED)

    @property
    def desks(self) -> list[Attendance]:
        """The open desks of the office, by label."""
        return sorted(self.floor.desks, key=lambda each: each.desk.duty.label)

    @property
    def _has_desk(self) -> bool:
        return self.desk is not None

    def _in_state(self, *states: State) -> list[Row]:
        found = [seen for seen in self._at_hand if seen.state in states]
        found.sort(key=lambda seen: (seen.progress.since, seen.id))
        return [self._row(seen) for seen in found]

    @cached_property
    def _at_hand(self) -> list[Snapshot]:
        return at_hand(self.floor)

    def _row(self, seen: Snapshot) -> Row:
        return row(self.floor, self.names, seen)
