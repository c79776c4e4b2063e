"""Anonymous facts, kept for the estimate and the council's figures."""

from BTrees.OOBTree import OOBTree
from collections.abc import Iterator
from collections.abc import Sequence
from collective.virtualoffice.domain.spread import Spread
from collective.virtualoffice.domain.stamps import moment
from collective.virtualoffice.domain.stamps import stamp
from dataclasses import dataclass
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from enum import StrEnum
from persistent import Persistent


Rest = tuple[str | None, str | None, float | None, float | None]


class Kind(StrEnum):
    """What a fact tells of."""

    KNOCKED = "knocked"
    REFUSED = "refused"
    DEMAND = "demand"
    CALLED = "called"
    FINISHED = "finished"
    LEFT = "left"
    MISSED = "missed"
    EXPIRED = "expired"
    DISMISSED = "dismissed"


@dataclass(frozen=True)
class Fact:
    """One thing that happened in an office.

    Holds no name, note, token, address or clerk. ``service`` is a UID, ``how``
    the code of the kind (a door's status, a way in, an outcome, a reason);
    ``waited`` and ``lasted`` are minutes.
    """

    kind: Kind
    at: datetime
    service: str | None = None
    how: str | None = None
    waited: float | None = None
    lasted: float | None = None


class Journal(Persistent):
    """The facts of one office by day (of UTC), then by kind and time.

    With every fact its neighbours in the tree are written again. So each day has
    trees of its own, which stay small however long the office has been open, and
    the key says when and what: only the rest of a fact is its value, as a plain
    tuple.
    """

    def __init__(self) -> None:
        self.days = OOBTree()

    def note(self, fact: Fact, chance: str) -> None:
        """Keep a fact; ``chance`` is a random text that keeps keys apart."""
        how = None if fact.how is None else str(fact.how)
        rest = (fact.service, how, fact.waited, fact.lasted)
        self._furnish(fact.at)[f"{_key(fact.kind, fact.at)}|{chance}"] = rest

    def __iter__(self) -> Iterator[Fact]:
        """Every fact, in the order of days."""
        for day in self.days.values():
            yield from (_fact(key, rest) for key, rest in day.items())

    def between(self, kind: Kind, start: datetime, end: datetime) -> list[Fact]:
        """The facts of one kind in a half-open span of time, oldest first."""
        low, high = _key(kind, start), _key(kind, end)
        days = self.days.values(_day(start), _day(end))
        found = sorted(item for day in days for item in day.between(low, high))
        return [_fact(key, rest) for key, rest in found]

    def latest(
        self, kind: Kind, end: datetime, count: int, spans: Sequence[timedelta]
    ) -> list[Fact]:
        """The last facts of one kind before ``end``, oldest first.

        ``spans``, shortest first, say how far to look back: no further than
        ``count`` facts need, for a busy office has thousands in the longest.
        """
        found: list[Fact] = []
        for span in spans:
            found = self.between(kind, end - span, end)
            if len(found) >= count:
                break
        return found[-count:]

    def retract(self, kind: Kind, at: datetime) -> None:
        """Drop a fact that was noted for that very moment: it was undone."""
        low, high = _key(kind, at), _key(kind, at + timedelta(microseconds=1))
        day = self._furnish(at)
        for key, _ in list(day.between(low, high))[:1]:
            del day[key]

    def forget(self, before: datetime) -> int:
        """Drop the days that ended before; answers how many facts they had."""
        old = list(self.days.items(max=_day(before), excludemax=True))
        for day, _ in old:
            del self.days[day]
        return sum(len(facts) for _, facts in old)

    def _furnish(self, at: datetime) -> Spread:
        """The facts of a day, made when its first happens."""
        if _day(at) not in self.days:
            self.days[_day(at)] = Spread()
        return self.days[_day(at)]


def _day(at: datetime) -> str:
    return at.astimezone(UTC).date().isoformat()


def _key(kind: Kind, at: datetime) -> str:
    return f"{kind}|{stamp(at)}"


def _fact(key: str, rest: Rest) -> Fact:
    kind, at, _chance = key.split("|")
    return Fact(Kind(kind), moment(at), *rest)
