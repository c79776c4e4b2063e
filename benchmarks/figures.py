"""What was measured, as values."""

from dataclasses import dataclass
from math import ceil
from statistics import fmean
from typing import Self


@dataclass(frozen=True)
class Figures:
    """How long answers took, in seconds, while so many ``clients`` asked."""

    durations: tuple[float, ...]
    clients: int

    @classmethod
    def joined(cls, rounds: list[Self]) -> Self:
        durations = [took for each in rounds for took in each.durations]
        return cls(tuple(durations), rounds[0].clients)

    @property
    def per_second(self) -> float:
        """Answers a second: every client asks again at once when it has its answer.

        What a client does between two requests that count is left out (Little's law).
        """
        return self.clients / fmean(self.durations)

    @property
    def p50(self) -> float:
        return percentile(self.durations, 0.5)

    @property
    def p95(self) -> float:
        return percentile(self.durations, 0.95)


def percentile(values: tuple[float, ...], share: float) -> float:
    """The least value that so large a share of all does not exceed (nearest rank)."""
    return sorted(values)[max(0, ceil(share * len(values)) - 1)]


@dataclass(frozen=True)
class Goal:
    """``least`` is a ratio of rates, ``most`` one of median times; neither: no goal."""

    least: float | None = None
    most: float | None = None

    def __str__(self) -> str:
        if self.least is not None:
            return f">= {self.least}"
        return "" if self.most is None else f"<= {self.most} (time)"


@dataclass(frozen=True)
class Comparison:
    """Something of ours beside its measure, taken by turns."""

    name: str
    beside: str
    goal: Goal
    ours: Figures
    theirs: Figures

    @property
    def ratio(self) -> float:
        """Of requests a second; of median times where the goal is one of time."""
        if self.goal.most is not None:
            return self.ours.p50 / self.theirs.p50
        return self.ours.per_second / self.theirs.per_second

    @property
    def is_met(self) -> bool:
        """Also where there is no goal."""
        if self.goal.most is not None:
            return self.ratio <= self.goal.most
        return self.ratio >= (self.goal.least or 0)
