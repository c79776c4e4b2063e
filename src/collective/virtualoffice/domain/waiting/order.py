"""Whose turn it is: the published rule of the queue."""

from .rules import Rules
from .states import State
from .visit import Snapshot
from .visit import Visit
from collections import deque
from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator
from datetime import datetime


Look = Callable[[Visit], Snapshot]


def in_order(
    visits: Iterable[Visit], look: Look, now: datetime, in_a_row: int, rules: Rules
) -> Iterator[Snapshot]:
    """Everybody who waits, first first.

    Somebody who asked for more time stays next. Then stand appointments whose
    time has come, by their time, late arrivals behind the punctual ones; then
    the others by arrival, among them early arrivals until their time. After
    ``rules.appointments_in_a_row`` appointments (``in_a_row`` of them were
    called last) somebody is next who has waited longer than
    ``rules.fair_wait`` without one. Who cannot be called now takes nobody's turn.

    ``visits`` may do anything but wait: whether they do is looked up one by one, for
    often only the first is wanted.
    """
    kept, booked, without = [], [], []
    for visit in visits:
        if visit.progress.stays_next:
            kept.append(visit)
        elif is_due(visit, now, rules):
            booked.append(visit)
        else:
            without.append(visit)
    yield from _waiting(sorted(kept, key=_by_arrival), look)
    others = _waiting(sorted(without, key=_by_arrival), look)
    if booked:
        others = deque(others)
    due = deque(_waiting(sorted(booked, key=_by_time), look))
    while due:
        turn = others and _is_turn(others[0], in_a_row, now, rules)
        place = (others if turn else due).popleft()
        if place.may_be_called:
            in_a_row = 0 if turn else in_a_row + 1
        yield place
    yield from others


def is_due(visit: Visit, now: datetime, rules: Rules) -> bool:
    """Whether it has an appointment whose time has come and was not slept through."""
    due_at = visit.due_at
    return due_at is not None and visit.arrived_at - rules.late <= due_at <= now


def _waiting(visits: Iterable[Visit], look: Look) -> Iterator[Snapshot]:
    seen = map(look, visits)
    return (each for each in seen if each.state is State.WAITING)


def _is_turn(place: Snapshot, in_a_row: int, now: datetime, rules: Rules) -> bool:
    waited_long = now - place.visit.arrived_at > rules.fair_wait
    return in_a_row >= rules.appointments_in_a_row and waited_long


def _by_time(visit: Visit) -> tuple[bool, datetime, datetime, str]:
    due_at, arrived_at = visit.due_at, visit.arrived_at
    return arrived_at > due_at, due_at, arrived_at, visit.id


def _by_arrival(visit: Visit) -> tuple[datetime, str]:
    return visit.arrived_at, visit.id
