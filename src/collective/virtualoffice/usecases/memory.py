"""What everybody asks of an office, remembered in the process for a second.

The answers may be cached that long by contract; what this process decides makes it
forget or amends it, so that nobody reads less than what they just did.
"""

from collections.abc import Callable
from collective.virtualoffice.domain.waiting.live import Live
from dataclasses import dataclass
from dataclasses import field
from threading import Lock
from time import monotonic


KEPT_SECONDS = 1.0

Change = Callable[[Live], Live]


@dataclass
class Kept:
    """One office; ``changes`` are those made while somebody looks."""

    live: Live | None = None
    made_at: float = 0.0
    lookers: int = 0
    changes: list[Change] = field(default_factory=list)

    @property
    def is_good(self) -> bool:
        """Young, or somebody is already looking again."""
        young = monotonic() - self.made_at <= KEPT_SECONDS
        return self.live is not None and (young or self.lookers > 0)


_remembered: dict[str, Kept] = {}
_turn = Lock()


def recall(key: str, look: Callable[[], Live]) -> Live:
    """The answer under ``key``, looked up when it is older than a second.

    One looks again and the others are answered with the old one meanwhile: looking
    at a thousand people takes a while. What was being looked up while something
    was decided is not kept.
    """
    with _turn:
        kept = _remembered.setdefault(key, Kept())
        if kept.is_good:
            return kept.live
        kept.lookers += 1
        known = len(kept.changes)
    try:
        live = look()
        return _keep(kept, live, known)
    finally:
        with _turn:
            kept.lookers -= 1
            if not kept.lookers:
                kept.changes.clear()


def amend(key: str, change: Change) -> None:
    """Bring up to date what is remembered under ``key``; it becomes no younger."""
    with _turn:
        kept = _remembered.get(key)
        if kept is None:
            return
        if kept.lookers:
            kept.changes.append(change)
        if kept.live is not None:
            kept.live = change(kept.live)


def forget() -> None:
    global _remembered
    with _turn:
        _remembered = {}


def _keep(kept: Kept, live: Live, known: int) -> Live:
    """What was looked up, with the changes that it may not have seen."""
    with _turn:
        for change in kept.changes[known:]:
            live = change(live)
        kept.live, kept.made_at = live, monotonic()
    return live
