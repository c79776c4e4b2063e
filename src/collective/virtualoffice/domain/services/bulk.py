"""One change of many services: what it does to each, and where it cannot be made."""

from .wish import Wish
from dataclasses import dataclass
from dataclasses import fields
from datetime import date
from enum import StrEnum
from hashlib import sha256
from typing import Any


NEEDS_REASON = ("advice", "none")
STAMP = 16


class Obstacle(StrEnum):
    """Why a service is left out."""

    GONE = "gone"
    FORBIDDEN = "forbidden"
    LOCKED = "locked"
    CHANGED = "changed"
    NO_REASON = "no_reason"
    NO_RELEASE = "no_release"


@dataclass(frozen=True)
class Standing:
    """How a service stands now; ``released``: what a release would bring is so."""

    offices: tuple[str, ...] = ()
    fitness: str | None = None
    note: str = ""
    reviewed: date | None = None
    situations: tuple[str, ...] = ()
    released: bool = False

    @property
    def stamp(self) -> str:
        """Another one as soon as anything of this is different."""
        return sha256(repr(self).encode()).hexdigest()[:STAMP]

    def after(self, wish: Wish) -> "Standing":
        """How it stands when the wish has come true."""
        return Standing(
            offices=_amended(self.offices, wish.add_offices, wish.remove_offices),
            fitness=wish.fitness or self.fitness,
            note=wish.note or self.note,
            reviewed=wish.reviewed or self.reviewed,
            situations=_amended(
                self.situations, wish.add_situations, wish.remove_situations
            ),
            released=wish.release or self.released,
        )

    def changes(self, other: "Standing") -> dict[str, tuple[Any, Any]]:
        """What differs, by field: as it is, and as it is in the other."""
        pairs = {
            each.name: (getattr(self, each.name), getattr(other, each.name))
            for each in fields(self)
        }
        return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}

    def obstacle(self, wish: Wish) -> Obstacle | None:
        """What would not be right: a service that is not all by video says why."""
        then = self.after(wish)
        if "fitness" not in self.changes(then) or then.note.strip():
            return None
        return Obstacle.NO_REASON if then.fitness in NEEDS_REASON else None


def _amended(
    there: tuple[str, ...], added: tuple[str, ...], removed: tuple[str, ...]
) -> tuple[str, ...]:
    """Those that stay in their order, then the new ones."""
    return tuple(dict.fromkeys(e for e in (*there, *added) if e not in removed))
