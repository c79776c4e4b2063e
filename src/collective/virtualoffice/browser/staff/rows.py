"""A visit as staff see it."""

from .names import Names
from .words import STATES
from .words import TROUBLES
from collective.virtualoffice.domain.waiting.attendance import Attendance
from collective.virtualoffice.domain.waiting.floor import Floor
from collective.virtualoffice.domain.waiting.guests import Guests
from collective.virtualoffice.domain.waiting.guests import MOST_GUESTS
from collective.virtualoffice.domain.waiting.phone import phone_url
from collective.virtualoffice.domain.waiting.states import INSIDE
from collective.virtualoffice.domain.waiting.states import State
from collective.virtualoffice.domain.waiting.trouble import Trouble
from collective.virtualoffice.domain.waiting.visit import Snapshot
from dataclasses import dataclass
from datetime import datetime
from zope.i18nmessageid import Message


@dataclass(frozen=True)
class Row:
    """``place`` is 1 for who is next; ``holder`` is the desk that has the visit."""

    seen: Snapshot
    place: int | None
    holder: Attendance | None
    is_served: bool
    names: Names

    @property
    def id(self) -> str:
        return self.seen.id

    @property
    def name(self) -> str:
        return self.seen.visit.knock.name

    @property
    def note(self) -> str:
        return self.seen.visit.knock.note

    @property
    def phone(self) -> str:
        """Where the citizen asks to be called back."""
        return self.seen.visit.phone

    @property
    def phone_url(self) -> str:
        return phone_url(self.phone)

    @property
    def guests(self) -> Guests:
        """The third persons who were invited."""
        return self.seen.visit.guests

    @property
    def may_invite(self) -> bool:
        return self.state in INSIDE and len(self.guests) < MOST_GUESTS

    @property
    def next_guest(self) -> str:
        """The number of the next one: so a form that is sent twice invites once."""
        return str(self.seen.visit.guests_made + 1)

    @property
    def service(self) -> str | None:
        """The title of the service, if the visit is about one that still exists."""
        return self.names.service(self.seen.visit.knock.service)

    @property
    def languages(self) -> list[str | Message]:
        """The languages that the citizen asked to speak, in words."""
        spoken = self.seen.visit.knock.spoken_languages
        return [self.names.language(tag) for tag in spoken]

    @property
    def state(self) -> State:
        return self.seen.state

    @property
    def state_title(self) -> Message | str:
        return STATES.get(self.state, self.state)

    @property
    def desk(self) -> str | None:
        """The label of the desk that has the visit."""
        return self.holder.desk.duty.label if self.holder else None

    @property
    def left_alone(self) -> bool:
        """Whether a colleague may take the visit over."""
        return self.holder is None or self.holder.left_alone

    @property
    def arrived_at(self) -> datetime:
        return self.seen.visit.arrived_at

    @property
    def waited(self) -> int:
        """Whole minutes since the arrival."""
        return minutes(self.arrived_at, self.seen.now)

    @property
    def since(self) -> datetime:
        """When the visit came into its state."""
        return self.seen.progress.since

    @property
    def lasted(self) -> int:
        """Whole minutes in its state."""
        return minutes(self.since, self.seen.now)

    @property
    def respond_by(self) -> datetime | None:
        return self.seen.progress.respond_by

    @property
    def attempts(self) -> int:
        return self.seen.progress.attempts

    @property
    def troubles(self) -> list[Message]:
        """What the page of the room reported, in words."""
        return [TROUBLES[Trouble(each)] for each in self.seen.troubles]

    @property
    def passed_over_until(self) -> datetime | None:
        """Until when "call next" passes the visit over, if it does."""
        return self.seen.progress.passed_over_until if self.seen.passed_over else None


def row(floor: Floor, names: Names, seen: Snapshot, place: int | None = None) -> Row:
    """A visit with what staff need to know around it."""
    desk = seen.progress.desk and floor.house.desk(seen.progress.desk)
    holder = floor.attendance(desk) if desk else None
    return Row(seen, place, holder, floor.is_served(seen), names)


def minutes(start: datetime, end: datetime) -> int:
    """Whole minutes between two moments, never fewer than none."""
    return max(0, int((end - start).total_seconds() // 60))
