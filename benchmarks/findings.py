"""All that one run found."""

from dataclasses import dataclass
from figures import Comparison
from growth import Growth


@dataclass(frozen=True)
class Findings:
    """``comparisons`` by setting (how many processes on which storage); ``memory`` in
    megabytes by moment; ``reactions`` are seconds from a call to the page showing it.
    """

    machine: dict[str, str]
    comparisons: dict[str, list[Comparison]]
    memory: dict[str, int]
    reactions: list[float]
    growth: Growth
