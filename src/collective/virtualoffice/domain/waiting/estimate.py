"""How long it will take: a range, never a promise."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from statistics import quantiles


ENOUGH = 5
LOOKED_AT = 20


@dataclass(frozen=True)
class Wait:
    """A range in minutes; ``rough`` when it rests on planned times."""

    low: float
    high: float
    rough: bool


def wait_per_place(
    durations: Sequence[float], planned: float, desks: int
) -> Wait | None:
    """The wait that each visit ahead brings; None while no desk serves.

    ``durations`` are the minutes of the last finished visits, the middle half
    of which gives the range; with fewer than five, ``planned`` minutes do,
    half as much more or less, marked as rough.
    """
    if not desks:
        return None
    rough = len(durations) < ENOUGH
    if rough:
        low, high = planned / 2, planned * 1.5
    else:
        low, _median, high = quantiles(durations, n=4, method="inclusive")
    return Wait(round(low / desks, 1), round(high / desks, 1), rough)


def wait_at(
    position: int, per_place: Wait | None, free_desks: int, desks: int
) -> Wait | None:
    """The wait at a place in the queue (0 first), in whole minutes.

    A talk that is on may end at any moment: the next desk is free after nothing to a
    whole share. Where all desks are free, they begin together: it takes a whole talk
    for as many visits as there are desks.
    """
    if per_place is None:
        return None
    if position < free_desks:
        return Wait(0, 0, per_place.rough)
    least = position - free_desks
    most = least + 1
    if free_desks == desks:
        least = most = position // desks * desks
    return Wait(
        int(per_place.low * least), ceil(per_place.high * most), per_place.rough
    )
