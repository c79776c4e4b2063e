"""What everybody asks of an office, remembered in the process for a second.

The answers may be cached that long by contract; whatever this process decides
makes it forget, so that nobody reads less than what they just did.
"""

from collections.abc import Callable
from collective.virtualoffice.domain.waiting.live import Live
from time import monotonic


KEPT_SECONDS = 1.0

_remembered: dict[str, tuple[float, Live]] = {}


def recall(key: str, look: Callable[[], Live]) -> Live:
    """The answer under ``key``, looked up when it is older than a second."""
    made_at, live = _remembered.get(key, (0.0, None))
    if live is None or monotonic() - made_at > KEPT_SECONDS:
        live = look()
        _remembered[key] = (monotonic(), live)
    return live


def forget() -> None:
    _remembered.clear()
