"""What hangs in the waiting room for all to read."""

from .estimate import Wait
from .states import Status
from dataclasses import dataclass


LISTED = 100


@dataclass(frozen=True)
class Board:
    """The same for everybody: public visit ids only.

    ``waiting`` are the first hundred in order, ``total`` all who wait,
    ``called`` those a desk is calling.
    """

    door: Status
    waiting: tuple[str, ...]
    total: int
    called: tuple[str, ...]
    wait_per_place: Wait | None
