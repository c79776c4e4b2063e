"""What the clients were told, kept outside the server."""

from collections import Counter
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from dataclasses import field
from threading import Lock
from typing import Any


OVER = ("finished", "left", "erased", "expired", "dismissed")
SHOW = 70  # seconds; from here on a call may end by time alone


@dataclass(frozen=True)
class Deed:
    """Something that leads a visit to a state, between two moments.

    Not ``acknowledged``: it was cut off and may have been done or not. What a client
    was told of a state counts as a deed, too.
    """

    name: str
    state: str
    sent: float
    ended: float
    acknowledged: bool


@dataclass(frozen=True)
class Known:
    """A visit whose knock was acknowledged; ``page`` is the path of its link."""

    id: str
    token: str
    key: str
    name: str
    page: str
    at: float


@dataclass
class Ledger:
    """All that was acknowledged, and what was cut off.

    ``pending`` are names at the door whose knock has no answer yet, ``open_calls``
    desks whose "call next" was cut off. ``heard`` is the last acknowledged sign of
    life by visit, ``counts`` requests by deed and how they ended.
    """

    visits: dict[str, Known] = field(default_factory=dict)
    deeds: dict[str, list[Deed]] = field(default_factory=lambda: defaultdict(list))
    pending: dict[str, str] = field(default_factory=dict)
    open_calls: list[tuple[str, Deed]] = field(default_factory=list)
    heard: dict[str, str] = field(default_factory=dict)
    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    findings: list[str] = field(default_factory=list)
    lock: Lock = field(default_factory=Lock)

    def count(self, deed: str, how: str) -> None:
        with self.lock:
            self.counts[deed, how] += 1

    def total(self, how: str, *names: str) -> int:
        """How many requests ended so; of these deeds, or of all."""
        with self.lock:
            return sum(
                count
                for (name, ended), count in self.counts.items()
                if ended == how and (not names or name in names)
            )


def is_over(state: str) -> bool:
    return state.startswith(OVER)


def standing(shape: dict[str, Any]) -> str:
    """The state of a visit, with the outcome of a finished one."""
    outcome = shape.get("outcome")
    return f"{shape['state']}: {outcome}" if outcome else shape["state"]


def possible(deeds: Iterable[Deed], now: float) -> set[str]:
    """Where a visit can stand when nothing acknowledged was lost.

    It is where one of the last deeds led: one after which no other was begun and
    acknowledged. Only undoing leads on from an end that was acknowledged.
    """
    deeds = list(deeds)
    last = [deed for deed in deeds if not any(_follows(each, deed) for each in deeds)]
    if any(deed.acknowledged and is_over(deed.state) for deed in last):
        last = [deed for deed in last if is_over(deed.state) or deed.name == "undo"]
    states = {deed.state for deed in last}
    return states | _by_crossing(deeds, last) | _by_time(deeds, states, now)


def _follows(later: Deed, deed: Deed) -> bool:
    return later.acknowledged and later.sent > deed.ended


def _by_crossing(deeds: list[Deed], last: list[Deed]) -> set[str]:
    """Leaving a visit that was finished meanwhile erases it, and the reverse."""
    done, final = {deed.name for deed in deeds}, {deed.name for deed in last}
    erased = {"erased"} if "leave" in final and "finish" in done else set()
    left = {"left"} if "erase" in final and "undo" in done else set()
    return erased | left


def _by_time(deeds: list[Deed], states: set[str], now: float) -> set[str]:
    """A call that was not answered for long may have ended by itself."""
    calls = [deed.sent for deed in deeds if deed.state == "called"]
    if "called" in states and now - min(calls) > SHOW:
        return {"waiting", "missed"}
    return set()
