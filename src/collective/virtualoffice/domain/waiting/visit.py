"""One citizen's stay, as it is stored."""

from .guests import Guests
from .knock import Knock
from .lapse import Circumstances
from .progress import may_come_back
from .progress import Progress
from .rules import Rules
from .states import INSIDE
from .states import State
from .states import Trouble
from collective.virtualoffice.domain.compact import Compact
from collective.virtualoffice.domain.signs import Signs
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from datetime import datetime
from functools import cached_property
from hashlib import sha256


KEPT_MESSAGES = 20


@dataclass(frozen=True)
class Message:
    """Something staff said to one or all who wait; by its ``id`` it is withdrawn."""

    at: datetime
    text: str = field(repr=False)
    id: str = ""


class Visit(Compact):
    """A stay from the knock to its end.

    ``id`` is public and says nothing; ``issue`` numbers the private links made
    for it, of which only the last is good. ``planned_minutes`` are its service's,
    ``troubles`` what the page of the room reported (`trouble.py`).
    ``guests_made`` numbers its guests: whoever is gone is never another one later.
    """

    id: str
    knock: Knock
    arrived_at: datetime
    progress: Progress
    signs: Signs
    issue: int = 1
    planned_minutes: int | None = None
    due_at: datetime | None = None
    messages: tuple[Message, ...] = ()
    troubles: tuple[Trouble, ...] = ()
    guests: Guests = ()
    guests_made: int = 0

    def __init__(self, id: str, knock: Knock, now: datetime) -> None:
        self.id = id
        self.knock = knock
        self.arrived_at = now
        self.progress = Progress(State.WAITING, now)
        self.signs = Signs(now)

    @property
    def phone(self) -> str:
        """Where to call back, if the citizen asks for it."""
        return self.knock.phone

    def call_back(self, phone: str) -> None:
        """Be called back under this number, or not any more (empty)."""
        if phone != self.phone:
            self.knock = replace(self.knock, phone=phone)

    def tell(self, message: Message) -> None:
        self.messages = (*self.messages, message)[-KEPT_MESSAGES:]


def visit_id(office: str, key: str, attempt: int) -> str:
    """The public id of the visit that a knock under ``key`` makes.

    Found from the key alone, so that a repeated knock finds the same visit;
    ``attempt`` tells later visits under a key used again apart.
    """
    return sha256(f"visit\0{office}\0{key}\0{attempt}".encode()).hexdigest()[:24]


@dataclass(frozen=True)
class Snapshot:
    """A visit as it stands at one moment, with all that time has brought."""

    visit: Visit
    progress: Progress
    around: Circumstances
    now: datetime
    rules: Rules

    @property
    def id(self) -> str:
        return self.visit.id

    @property
    def state(self) -> State:
        return self.progress.state

    @cached_property
    def absent(self) -> bool:
        """Waiting, but not heard of for too long: passed over, never punished."""
        silent = self.visit.signs.is_silent(self.now, self.rules.absent)
        return silent and self.state is State.WAITING

    @property
    def presence_after(self) -> int | None:
        """Seconds until the next sign of life is asked for; None once it is over."""
        if self.state in INSIDE or self.may_come_back:
            return self.visit.signs.after
        return None

    @property
    def troubles(self) -> tuple[Trouble, ...]:
        """What keeps the citizen from the conversation that is on."""
        return self.visit.troubles if self.state is State.IN_CALL else ()

    @property
    def passed_over(self) -> bool:
        until = self.progress.passed_over_until
        return until is not None and self.now < until

    @property
    def may_come_back(self) -> bool:
        """Whether a missed visit can still take its place again: not after the day."""
        in_time = may_come_back(self.progress, self.now, self.rules)
        return in_time and self.around.day_ended_at is None

    @property
    def is_last_call(self) -> bool:
        """Whether the visit ends for good unless this call is answered."""
        return self.state is State.CALLED and self.progress.came_back

    @property
    def just_resumed(self) -> bool:
        """Whether the office went on after a break, a moment ago."""
        answered, since = self.progress.answered_at, self.progress.since
        after_break = answered is not None and since > answered
        is_news = self.now - since < self.rules.resumed
        return self.state is State.IN_CALL and after_break and is_news

    @property
    def may_be_called(self) -> bool:
        """Whether "call next" may choose it now."""
        return self.state is State.WAITING and not (self.absent or self.passed_over)
