"""What everybody asks of an office, remembered in the process for a second.

The answers may be cached that long by contract; what this process decides makes it
forget or amends it, so that nobody reads less than what they just did.
"""

from collections.abc import Callable
from collective.virtualoffice.domain.waiting.live import Live
from time import monotonic


KEPT_SECONDS = 1.0

_remembered: dict[str, tuple[float, Live]] = {}


def recall(key: str, look: Callable[[], Live]) -> Live:
    """The answer under ``key``, looked up when it is older than a second.

    What was being looked up while something was decided is not kept.
    """
    remembered = _remembered
    made_at, live = remembered.get(key, (0.0, None))
    if live is None or monotonic() - made_at > KEPT_SECONDS:
        live = look()
        remembered[key] = (monotonic(), live)
    return live


def amend(key: str, change: Callable[[Live], Live]) -> None:
    """Bring up to date what is remembered under ``key``; it becomes no younger."""
    global _remembered
    made_at, live = _remembered.get(key, (0.0, None))
    if live is not None:
        _remembered = {**_remembered, key: (made_at, change(live))}


def forget() -> None:
    global _remembered
    _remembered = {}
