"""What the clock does: write down what time brought, erase what had its time."""

from . import memory
from .agreement import agree_on_key
from .floor import chance
from .floor import rules
from collections import Counter
from collections.abc import Callable
from collections.abc import Iterator
from collective.virtualoffice.domain.house import House
from collective.virtualoffice.domain.waiting import upkeep
from collective.virtualoffice.domain.waiting.floor import Floor
from collective.virtualoffice.leftovers import wipe_draft
from collective.virtualoffice.storage import decide
from collective.virtualoffice.storage import furnished_house
from datetime import datetime
from datetime import timedelta
from plone import api
from typing import TypeVar


BATCH = 50
STUCK = timedelta(minutes=10)

T = TypeVar("T")


def run_clock(now: datetime) -> dict[str, int] | None:
    """Do what is due in every office; None while another run is at it.

    Answers how much was done, by kind. Each batch is a transaction of its own:
    a run that is cut off leaves nothing half done, and what it did not reach
    the next one does. A run that never ended is forgotten after ten minutes.
    """
    if not _decide(lambda house: _claim(house, now)):
        return None
    try:
        done = Counter()
        for key in list(furnished_house(api.portal.get()).rooms):
            done.update(_keep_up(key, now))
        limits = rules()
        done["knocks"] = _decide(
            lambda house: house.knocks.forget(now - limits.knock_window)
        )
    finally:
        _decide(lambda house: _release(house, now))
        memory.forget()
        wipe_draft(api.portal.get()._p_jar.db().storage)
    return dict(done)


def _keep_up(key: str, now: datetime) -> Counter[str]:
    """Everything that is due in one office."""
    done: Counter[str] = Counter()
    floor = _floor(furnished_house(api.portal.get()), key, now)
    for ids in _batches(upkeep.overdue(floor)):
        done.update(_act(key, now, lambda there, ids=ids: upkeep.settle(there, ids)))
    for ids in _batches(upkeep.outlived(floor)):
        done["erased"] += _act(
            key, now, lambda there, ids=ids: upkeep.erase(there, ids)
        )
    done["desks"] += _act(key, now, upkeep.tidy_desks)
    done["facts"] += _act(key, now, upkeep.forget_facts)
    return done


def _act(key: str, now: datetime, deed: Callable[[Floor], T]) -> T:
    return _decide(lambda house: deed(_floor(house, key, now)))


def _decide(deed: Callable[[House], T]) -> T:
    site = api.portal.get()
    return decide(lambda: deed(furnished_house(site)))


def _floor(house: House, key: str, now: datetime) -> Floor:
    """An office as upkeep needs it: its content may be gone by now."""
    return Floor(house, key, None, rules(), now, chance)


def _claim(house: House, now: datetime) -> bool:
    agree_on_key(house, now)
    since = house.clock.running_since
    if since is not None and now - since < STUCK:
        return False
    house.clock.running_since = now
    return True


def _release(house: House, now: datetime) -> None:
    house.clock.running_since = None
    house.clock.ran_at = now


def _batches(ids: list[str]) -> Iterator[list[str]]:
    for start in range(0, len(ids), BATCH):
        yield ids[start : start + BATCH]
