"""The waiting room of one office."""

from .states import State
from .visit import Message
from .visit import Visit
from collections.abc import Iterator
from collective.virtualoffice.domain.errors import UnknownMessage
from collective.virtualoffice.domain.errors import UnknownVisit
from collective.virtualoffice.domain.figures.journal import Journal
from collective.virtualoffice.domain.spread import Spread
from datetime import datetime
from persistent import Persistent


KEPT_ANNOUNCEMENTS = 20


class WaitingRoom(Persistent):
    """Everybody who came to one office, and what staff said at its door.

    ``inside`` holds visits that are not over, ``past`` those that are, until
    they are erased. Of the object itself only admission is written, which is
    rare: a knock reads it and conflicts with nobody.
    """

    suspended = False
    notice = ""
    day_ended_at: datetime | None = None
    last_served_at: datetime | None = None
    appointments_in_a_row = 0
    announcements: tuple[Message, ...] = ()

    def __init__(self) -> None:
        self.inside = Spread()
        self.past = Spread()
        self.journal = Journal()

    def visit(self, id: str) -> Visit:
        """Raises UnknownVisit."""
        visit = self.inside.get(id) or self.past.get(id)
        if visit is None:
            raise UnknownVisit(id)
        return visit

    def visits(self) -> Iterator[Visit]:
        yield from self.inside.values()
        yield from self.past.values()

    def file_away(self, visit: Visit) -> None:
        """The visit is over."""
        if visit.id in self.inside:
            del self.inside[visit.id]
            self.past[visit.id] = visit

    def take_in(self, visit: Visit) -> None:
        """The visit is inside, again or for the first time."""
        if visit.id in self.past:
            del self.past[visit.id]
        self.inside[visit.id] = visit

    def erase(self, visit: Visit) -> None:
        for visits in (self.inside, self.past):
            if visit.id in visits:
                del visits[visit.id]

    def note_served(self, at: datetime) -> None:
        """A desk served the office until then."""
        if self.last_served_at is None or self.last_served_at < at:
            self.last_served_at = at

    def announce(self, message: Message) -> None:
        """Say something to all who wait now."""
        self.announcements = (*self.announcements, message)[-KEPT_ANNOUNCEMENTS:]

    def withdraw(self, id: str) -> None:
        """Say it no more. Raises UnknownMessage."""
        kept = tuple(message for message in self.announcements if message.id != id)
        if kept == self.announcements:
            raise UnknownMessage(id)
        self.announcements = kept

    def forget_announcements(self, before: datetime) -> None:
        kept = tuple(m for m in self.announcements if m.at > before)
        if kept != self.announcements:
            self.announcements = kept

    def messages_for(self, visit: Visit, state: State) -> list[Message]:
        """What a visit that stands at ``state`` hears, oldest first.

        What was said to all is for those who wait or are called.
        """
        listens = state in {State.WAITING, State.CALLED}
        said = self.announcements if listens else ()
        heard = [m for m in said if m.at >= visit.arrived_at]
        return sorted([*heard, *visit.messages], key=lambda message: message.at)
