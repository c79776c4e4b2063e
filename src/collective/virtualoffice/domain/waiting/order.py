"""Whose turn it is: the published rule of the queue."""

from .rules import Rules
from .visit import Snapshot
from .visit import Visit
from collections import deque
from collections.abc import Iterable
from datetime import datetime


def in_order(
    waiting: Iterable[Snapshot], now: datetime, in_a_row: int, rules: Rules
) -> list[Snapshot]:
    """Everybody who waits, first first.

    Somebody who asked for more time stays next. Then stand appointments whose
    time has come, by their time, late arrivals behind the punctual ones; then
    the others by arrival, among them early arrivals until their time. After
    ``rules.appointments_in_a_row`` appointments (``in_a_row`` of them were
    called last) somebody is next who has waited longer than
    ``rules.fair_wait`` without one. Who cannot be called now takes nobody's turn.
    """
    kept, booked, without = [], [], []
    for place in waiting:
        if place.progress.stays_next:
            kept.append(place)
        elif is_due(place.visit, now, rules):
            booked.append(place)
        else:
            without.append(place)
    order = sorted(kept, key=_by_arrival)
    due = deque(sorted(booked, key=_by_time))
    others = deque(sorted(without, key=_by_arrival))
    while due:
        turn = others and _is_turn(others[0], in_a_row, now, rules)
        order.append((others if turn else due).popleft())
        if order[-1].may_be_called:
            in_a_row = 0 if turn else in_a_row + 1
    return [*order, *others]


def is_due(visit: Visit, now: datetime, rules: Rules) -> bool:
    """Whether it has an appointment whose time has come and was not slept through."""
    due_at = visit.due_at
    return due_at is not None and visit.arrived_at - rules.late <= due_at <= now


def _is_turn(place: Snapshot, in_a_row: int, now: datetime, rules: Rules) -> bool:
    waited_long = now - place.visit.arrived_at > rules.fair_wait
    return in_a_row >= rules.appointments_in_a_row and waited_long


def _by_time(place: Snapshot) -> tuple[bool, datetime, datetime, str]:
    due_at, arrived_at = place.visit.due_at, place.visit.arrived_at
    return arrived_at > due_at, due_at, arrived_at, place.id


def _by_arrival(place: Snapshot) -> tuple[datetime, str]:
    return place.visit.arrived_at, place.id
