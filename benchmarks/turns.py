"""How something of ours and its measure are taken."""

from collections.abc import Sequence
from dataclasses import dataclass
from figures import Comparison
from figures import Figures
from figures import Goal
from load import MakeCall
from load import measure


@dataclass(frozen=True)
class Trial:
    """What is to be measured beside what."""

    name: str
    ours: MakeCall
    beside: str
    theirs: MakeCall
    goal: Goal


@dataclass(frozen=True)
class Pace:
    """Every trial takes so many rounds of so many seconds for both sides."""

    rounds: int
    seconds: float
    clients: tuple[int, ...]


def compare(trial: Trial, ports: Sequence[int], pace: Pace, clients: int) -> Comparison:
    """Both in short rounds by turns, so that the machine's moods meet both.

    A short one comes before, which fills the caches and does not count.
    """
    ours: list[Figures] = []
    theirs: list[Figures] = []
    for make_call in (trial.theirs, trial.ours):
        measure(ports, make_call, pace.seconds / 3, clients)
    for _ in range(pace.rounds):
        theirs.append(measure(ports, trial.theirs, pace.seconds, clients))
        ours.append(measure(ports, trial.ours, pace.seconds, clients))
    return Comparison(
        trial.name,
        trial.beside,
        trial.goal,
        Figures.joined(ours),
        Figures.joined(theirs),
    )
