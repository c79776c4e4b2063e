"""What the clock writes down and erases."""

from collective.virtualoffice.domain.waiting import calling
from collective.virtualoffice.domain.waiting import staying
from collective.virtualoffice.domain.waiting import upkeep
from collective.virtualoffice.domain.waiting.states import Outcome
from collective.virtualoffice.domain.waiting.states import State
from datetime import timedelta


def test_what_time_brought_is_written_down_once(town):
    visit = town.knock()
    town.knock("Max")
    town.later(minutes=20)
    town.here(visit)
    town.later(minutes=11)
    (overdue,) = upkeep.overdue(town.floor())
    assert upkeep.settle(town.floor(), [overdue]) == {State.EXPIRED: 1}
    assert upkeep.overdue(town.floor()) == []
    assert upkeep.settle(town.floor(), [overdue]) == {}


def test_a_missed_visit_is_filed_away_when_it_cannot_come_back(town):
    visit = town.knock()
    town.clerk(calling.call, visit)
    town.clerk(calling.miss, visit)
    assert upkeep.overdue(town.floor()) == []
    town.later(minutes=30)
    upkeep.settle(town.floor(), upkeep.overdue(town.floor()))
    assert visit.id in town.floor().room.past
    assert visit.id not in town.floor().room.inside


def test_ended_visits_are_erased_when_they_were_kept_long_enough(town):
    visit = town.knock()
    town.citizen(staying.leave, visit)
    town.later(hours=23, minutes=59)
    assert upkeep.outlived(town.floor()) == []
    town.later(minutes=1)
    assert upkeep.erase(town.floor(), upkeep.outlived(town.floor())) == 1
    assert upkeep.erase(town.floor(), [visit.id]) == 0
    assert list(town.floor().room.visits()) == []


def test_a_visit_whose_end_was_undone_in_between_is_not_erased(town):
    visit = town.serve("Erika")
    ids = [visit.id]
    town.clerk(calling.undo, visit)
    assert upkeep.erase(town.floor(), ids) == 0
    town.clerk(calling.finish, visit, Outcome.SOLVED)


def test_what_was_said_to_all_is_forgotten_too(town):
    calling.tell(town.floor(), "Es dauert länger.", None)
    town.later(hours=23)
    upkeep.forget_facts(town.floor())
    assert town.floor().room.announcements
    town.later(hours=1)
    upkeep.forget_facts(town.floor())
    assert not town.floor().room.announcements


def test_facts_are_kept_for_two_years(town):
    town.knock()
    town.now += timedelta(days=729)
    assert upkeep.forget_facts(town.floor()) == 0
    town.now += timedelta(days=2)
    assert upkeep.forget_facts(town.floor()) == 1


def test_an_erased_visit_leaves_its_desk_free(town):
    visit = town.serve("Erika")
    town.citizen(staying.leave, visit)
    assert town.floor().desk_of("clerk").is_free
