"""What the crowd notes: answers, how long they took, what went wrong, calls."""

from collections import Counter
from collections import defaultdict
from dataclasses import dataclass
from dataclasses import field
from time import monotonic


@dataclass(frozen=True)
class Reaction:
    """A call and the page that was called. All but ``place`` in seconds.

    ``interval`` is the rhythm in which that page asks at its place, ``known`` the time
    until it was told, ``shown`` until it had fetched what it shows then.
    """

    place: int
    interval: float
    known: float
    shown: float


@dataclass
class Tally:
    """Counted is while ``open``; what goes wrong counts always."""

    open: bool = False
    took: defaultdict[str, list[float]] = field(
        default_factory=lambda: defaultdict(list)
    )
    statuses: Counter[tuple[str, int]] = field(default_factory=Counter)
    failures: Counter[str] = field(default_factory=Counter)
    reactions: list[Reaction] = field(default_factory=list)
    calls: dict[str, float] = field(default_factory=dict)

    def answered(self, kind: str, status: int, seconds: float) -> None:
        if self.open:
            self.took[kind].append(seconds)
            self.statuses[kind, status] += 1

    def failed(self, kind: str, why: str) -> None:
        self.failures[f"{kind}: {why}"] += 1

    def called(self, visit: str, at: float) -> None:
        """A clerk pressed the button."""
        self.calls[visit] = at

    def since_call(self, visit: str) -> float:
        """A page may be quicker than the answer to the clerk."""
        now = monotonic()
        return now - self.calls.setdefault(visit, now)

    def reacted(self, visit: str, reaction: Reaction) -> None:
        self.calls.pop(visit)
        if self.open:
            self.reactions.append(reaction)

    def unnoticed(self, longest: float) -> int:
        """Calls older than that of which no page knows."""
        now = monotonic()
        return sum(now - at > longest for at in self.calls.values())

    @property
    def requests(self) -> int:
        return sum(map(len, self.took.values()))
