"""A town to try the rules in: its house, its clock, its chance."""

from collections.abc import Callable
from collections.abc import Iterator
from collective.virtualoffice.domain.hours import Hours
from collective.virtualoffice.domain.hours import Range
from collective.virtualoffice.domain.house import House
from collective.virtualoffice.domain.waiting import calling
from collective.virtualoffice.domain.waiting import duty
from collective.virtualoffice.domain.waiting import knocking
from collective.virtualoffice.domain.waiting import staying
from collective.virtualoffice.domain.waiting.desk import Duty
from collective.virtualoffice.domain.waiting.floor import Floor
from collective.virtualoffice.domain.waiting.knock import Knock
from collective.virtualoffice.domain.waiting.plan import Plan
from collective.virtualoffice.domain.waiting.rules import Rules
from collective.virtualoffice.domain.waiting.states import Outcome
from collective.virtualoffice.domain.waiting.visit import Snapshot
from collective.virtualoffice.domain.waiting.visit import Visit
from dataclasses import dataclass
from dataclasses import field
from datetime import datetime
from datetime import time
from datetime import timedelta
from datetime import UTC
from itertools import count
from typing import Any
from zoneinfo import ZoneInfo
import pytest


ALWAYS = {day: (Range(time(0), time(0)),) for day in range(7)}
BERLIN = ZoneInfo("Europe/Berlin")
MONDAY = datetime(2026, 11, 23, 9, tzinfo=UTC)


def numbers() -> Iterator[str]:
    return (f"{number:012x}{'0' * 20}" for number in count(1))


@dataclass
class Town:
    """One house, and a clock that goes on only when told so."""

    now: datetime = MONDAY
    rules: Rules = Rules()
    house: House = field(default_factory=House)
    hours: Hours = Hours(ALWAYS, {}, lambda day: None, BERLIN)
    most_waiting: int = 50
    has_room: bool = True
    chances: Iterator[str] = field(default_factory=numbers)

    def floor(self, key: str = "office") -> Floor:
        """An office as it stands now."""
        hours, has_room = lambda: self.hours, lambda: self.has_room
        plan = Plan(hours, self.most_waiting, 10, has_room)
        return Floor(
            self.house, key, plan, self.rules, self.now, lambda: next(self.chances)
        )

    def later(self, **time: float) -> None:
        self.now += timedelta(**time)

    def open(self, clerk: str = "clerk", *offices: str, **filters: Any) -> Any:
        offices = offices or ("office",)
        wish = Duty(f"Platz {clerk}", offices, **filters)
        return duty.open_desk(self.floor(offices[0]), clerk, wish)

    def knock(self, key: str = "Erika", office: str = "office", **said: Any) -> Visit:
        due_at = said.pop("due_at", None)
        knock = Knock(name=f"{key} Mustermann", **said)
        floor = self.floor(office)
        answer = knocking.knock(floor, knock, key, None, None, len(floor.queue))
        if isinstance(answer, Exception):
            raise answer
        answer.visit.due_at = due_at
        return answer.visit

    def see(self, visit: Visit, office: str = "office") -> Snapshot:
        return self.floor(office).see(visit)

    def clerk(self, deed: Callable, visit: Visit | None, *more: Any) -> Snapshot:
        return self.clerk_named("clerk", deed, visit, *more)

    def clerk_named(
        self, name: str, deed: Callable, visit: Visit | None, *more: Any
    ) -> Snapshot:
        return deed(self.floor(), name, visit.id if visit else None, *more)

    def citizen(self, deed: Callable, visit: Visit, *more: Any) -> Any:
        return deed(self.floor(), visit, *more)

    def here(self, *visits: Visit) -> None:
        """Signs of life."""
        for visit in visits:
            staying.be_present(self.floor(), visit, 0)

    def keep_alive(
        self, *visits: Visit, desk: str | None = None, **time: float
    ) -> None:
        """Let time pass; every minute the visits and the clerk do something."""
        end = self.now + timedelta(**time)
        while self.now < end:
            self.now = min(end, self.now + timedelta(minutes=1))
            self.here(*visits)
            if desk is not None:
                duty.resume(self.floor(), desk)

    def speak(self, key: str = "Erika") -> Visit:
        """A visit in a call with the clerk."""
        visit = self.knock(key)
        self.clerk(calling.call, visit)
        self.citizen(staying.answer, visit)
        return visit

    def serve(self, key: str, minutes: float = 10) -> Visit:
        """A visit from the knock to its end."""
        visit = self.speak(key)
        self.later(minutes=minutes)
        self.clerk(calling.finish, visit, Outcome.SOLVED)
        return visit

    def queue(self, office: str = "office") -> list[str]:
        return [seen.visit.knock.name.split()[0] for seen in self.floor(office).queue]


@pytest.fixture
def make_town() -> type[Town]:
    return Town


@pytest.fixture
def town() -> Town:
    """A town whose office has a desk."""
    town = Town()
    town.open()
    return town
