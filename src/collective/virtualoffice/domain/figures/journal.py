"""Anonymous facts, kept for the estimate and the council's figures."""

from collections.abc import Sequence
from collective.virtualoffice.domain.spread import Spread
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
    """The facts of one office by kind and time.

    The key says when and what, so only the rest of a fact is stored as its value,
    as a plain tuple: with every fact its neighbours in the tree are written again.
    """

    def __init__(self) -> None:
        self.facts = Spread()

    def note(self, fact: Fact, chance: str) -> None:
        """Keep a fact; ``chance`` is a random text that keeps keys apart."""
        how = None if fact.how is None else str(fact.how)
        rest = (fact.service, how, fact.waited, fact.lasted)
        self.facts[f"{_key(fact.kind, fact.at)}|{chance}"] = rest

    def between(self, kind: Kind, start: datetime, end: datetime) -> list[Fact]:
        """The facts of one kind in a half-open span of time, oldest first."""
        found = self.facts.between(_key(kind, start), _key(kind, end))
        return [_fact(key, rest) for key, rest in sorted(found)]

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
        end = at + timedelta(microseconds=1)
        for key, _ in list(self.facts.between(_key(kind, at), _key(kind, end)))[:1]:
            del self.facts[key]

    def forget(self, before: datetime) -> int:
        """Drop facts older than the time they are kept; answers how many."""
        old = [
            key
            for kind in Kind
            for key, _ in self.facts.between(f"{kind}|", _key(kind, before))
        ]
        for key in old:
            del self.facts[key]
        return len(old)


def _key(kind: Kind, at: datetime) -> str:
    return f"{kind}|{at.astimezone(UTC).isoformat(timespec='microseconds')}"


def _fact(key: str, rest: Rest) -> Fact:
    kind, at, _chance = key.split("|")
    return Fact(Kind(kind), datetime.fromisoformat(at), *rest)
