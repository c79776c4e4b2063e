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

    It begins anew on the connection of the request, whose first and only write it is;
    on a conflict it is repeated at once for ``patience`` seconds. What all want at the
    same time stands ``in_line`` from the start.
    Raises Busy, and what the deed raises, with nothing changed.
    """
    deadline = monotonic() + patience
    if not in_line:
        with suppress(TransientError):
            return _commit(deed)
    return _commit_in_line(deed, deadline)


def _commit_in_line(deed: Callable[[], T], deadline: float) -> T:
    """Who lost once stands in line: all at once would only make each other lose again.

    What is tried for the first time waits for nobody, unless it would surely lose.
    """
    if not _turn.acquire(timeout=max(0.0, deadline - monotonic())):
        raise Busy
    try:
        while True:
            try:
                return _commit(deed)
            except TransientError as conflict:
                if monotonic() > deadline:
                    raise Busy from conflict
                sleep(uniform(0, BREATH))
    finally:
        _turn.release()


def _commit(deed: Callable[[], T]) -> T:
    transaction.begin()
    try:
        result = deed()
        transaction.commit()
    except BaseException:
        transaction.abort()
        raise
    return result


def _translation_group(office: Any) -> str | None:
    try:
        from plone.app.multilingual.interfaces import ITG
    except ImportError:
        return None
    return ITG(office, None)
