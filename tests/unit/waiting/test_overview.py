"""What staff still have to do with."""

from collective.virtualoffice.domain.waiting import calling
from collective.virtualoffice.domain.waiting import staying
from collective.virtualoffice.domain.waiting.overview import at_hand
from collective.virtualoffice.domain.waiting.states import Outcome
import pytest


@pytest.fixture
def ids(town):
    return lambda: [seen.id for seen in at_hand(town.floor())]


def test_first_who_waits_in_order_then_who_is_with_a_desk(town, ids):
    town.open()
    visits = []
    for name in ("one", "two", "three"):
        visits.append(town.knock(name))
        town.later(seconds=1)
    first, second, third = visits
    assert ids() == [first.id, second.id, third.id]
    town.clerk(calling.call, None)
    assert ids() == [second.id, third.id, first.id]


def test_a_missed_visit_stays_as_long_as_it_may_come_back(town, ids):
    town.open()
    visit = town.knock()
    town.clerk(calling.call, visit)
    town.clerk(calling.miss, visit)
    town.later(minutes=29)
    assert ids() == [visit.id]
    town.later(minutes=1)
    assert ids() == []


def test_a_finished_visit_stays_as_long_as_it_may_be_undone(town, ids):
    town.open()
    visit = town.knock()
    town.clerk(calling.call, visit)
    town.citizen(staying.answer, visit)
    town.clerk(calling.finish, visit, Outcome.SOLVED)
    assert ids() == [visit.id]
    town.later(seconds=119)
    assert ids() == [visit.id]
    town.later(seconds=1)
    assert ids() == []


def test_who_left_is_gone(town, ids):
    town.open()
    town.citizen(staying.leave, town.knock())
    assert ids() == []
