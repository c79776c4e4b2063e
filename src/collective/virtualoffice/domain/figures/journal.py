"""Anonymous facts, kept for the estimate and the council's figures."""

from BTrees.OOBTree import OOBTree
from collections.abc import Iterator
from collections.abc import Sequence
from collective.virtualoffice.domain.spread import NumberedSpread
from collective.virtualoffice.domain.stamps import microseconds
from collective.virtualoffice.domain.stamps import moment
from dataclasses import dataclass
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from enum import StrEnum
from persistent import Persistent
from secrets import randbelow


Rest = tuple[str | int | None, ...]


class Kind(StrEnum):
    """What a fact tells of; stored as its number, so kinds may only be appended."""

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
    ``waited`` and ``lasted`` are minutes, kept to the tenth.
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
    the key, a number, says what and when: only the rest of a fact is its value, as a
    plain tuple. Of facts of one kind and moment all but one stand a little later.
    """

    def __init__(self) -> None:
        self.days = OOBTree()

    def note(self, fact: Fact) -> None:
        """Keep a fact.

        Of two that take the same key at the same time one conflicts, is decided
        again and finds the next.
        """
        day = self._furnish(fact.at)
        day[_free(day, _key(fact.kind, fact.at))] = _rest(fact)

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
        day, key = self._furnish(at), _key(kind, at)
        near = [found for found, _ in day.between(key, key + NEAR)]
        if near:
            del day[min(near)]

    def forget(self, before: datetime) -> int:
        """Drop the days that ended before; answers how many facts they had."""
        old = list(self.days.items(max=_day(before), excludemax=True))
        for day, _ in old:
            del self.days[day]
        return sum(len(facts) for _, facts in old)

    def _furnish(self, at: datetime) -> NumberedSpread:
        """The facts of a day, made when its first happens."""
        if _day(at) not in self.days:
            self.days[_day(at)] = NumberedSpread()
        return self.days[_day(at)]


def _day(at: datetime) -> str:
    return at.astimezone(UTC).date().isoformat()


def _key(kind: Kind, at: datetime) -> int:
    return KINDS.index(kind) << TIME_BITS | microseconds(at)


def _free(day: NumberedSpread, key: int) -> int:
    """This key, or one soon after it that no fact has.

    By steps met by chance: a thousand visits may end in the same moment.
    """
    while key in day:
        key += 1 + randbelow(STEP)
    return key


def _rest(fact: Fact) -> Rest:
    """What the key does not say, up to the last that is known."""
    how = None if fact.how is None else str(fact.how)
    rest = [fact.service, how, _tenths(fact.waited), _tenths(fact.lasted)]
    while rest and rest[-1] is None:
        rest.pop()
    return tuple(rest)


def _fact(key: int, rest: Rest) -> Fact:
    kind, at = KINDS[key >> TIME_BITS], moment(key & ALL_TIMES)
    said, times = rest[:2], rest[2:]
    missing = (None,) * (2 - len(said))
    return Fact(kind, at, *said, *missing, *map(_minutes, times))


def _tenths(minutes: float | None) -> int | None:
    return None if minutes is None else round(10 * minutes)


def _minutes(tenths: int | None) -> float | None:
    return None if tenths is None else tenths / 10


KINDS = tuple(Kind)
STEP, NEAR = 1000, 10_000
TIME_BITS = 56
ALL_TIMES = (1 << TIME_BITS) - 1
