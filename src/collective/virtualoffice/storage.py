"""Where the state of all offices hangs, and how something is decided there."""

from collections.abc import Callable
from collective.virtualoffice.domain.house import House
from contextlib import suppress
from plone.uuid.interfaces import IUUID
from random import uniform
from threading import Lock
from time import monotonic
from time import sleep
from transaction.interfaces import TransientError
from typing import Any
from typing import TypeVar
from zope.annotation.interfaces import IAnnotations
import transaction


ANNOTATION = "collective.virtualoffice"
PATIENCE = 2.0
BREATH = 0.01

T = TypeVar("T")

_turn = Lock()


class Busy(Exception):
    """Conflicts outlasted the patience; nothing was changed."""


def house(site: Any) -> House:
    """The state of all offices; an empty one where nobody did anything yet."""
    return IAnnotations(site).get(ANNOTATION) or House()


def furnished_house(site: Any) -> House:
    """The state of all offices, made when it is first needed."""
    annotations = IAnnotations(site)
    if ANNOTATION not in annotations:
        annotations[ANNOTATION] = House()
    return annotations[ANNOTATION]


def office_key(office: Any) -> str:
    """The name of an office's state: its translation group, else its UID.

    So translations of an office share one state, and copies never do.
    """
    return _translation_group(office) or IUUID(office)


def decide(
    deed: Callable[[], T], patience: float = PATIENCE, in_line: bool = False
) -> T:
    """Run ``deed`` alone in a transaction of its own and commit it.

    On the connection of the request, whose first and only write it is: what was
    written before is given up. On a conflict it is repeated at once for ``patience``
    seconds. What all want at the same time stands ``in_line`` from the start.
    Raises Busy, and what the deed raises, with nothing changed.
    """
    deadline = monotonic() + patience
    try:
        return _decide(deed, deadline, in_line)
    except BaseException:
        transaction.abort()
        raise


def _decide(deed: Callable[[], T], deadline: float, in_line: bool) -> T:
    if not in_line:
        with suppress(TransientError):
            return _commit_first(deed)
    return _commit_in_line(deed, deadline)


def _commit_first(deed: Callable[[], T]) -> T:
    """The request has begun a moment ago, and mostly has written nothing yet.

    Each beginning looks for what others committed, and waits for who commits now.
    """
    if transaction.get()._resources:
        transaction.abort()
    return _commit(deed)


def _commit_in_line(deed: Callable[[], T], deadline: float) -> T:
    """Who lost once stands in line: all at once would only make each other lose again.

    What is tried for the first time waits for nobody, unless it would surely lose.
    """
    if not _turn.acquire(timeout=max(0.0, deadline - monotonic())):
        raise Busy
    try:
        while True:
            try:
                transaction.abort()
                return _commit(deed)
            except TransientError as conflict:
                if monotonic() > deadline:
                    raise Busy from conflict
                sleep(uniform(0, BREATH))
    finally:
        _turn.release()


def _commit(deed: Callable[[], T]) -> T:
    result = deed()
    transaction.commit()
    return result


def _translation_group(office: Any) -> str | None:
    try:
        from plone.app.multilingual.interfaces import ITG
    except ImportError:
        return None
    return ITG(office, None)
