"""What the journal keeps: what happened, never to whom."""

from collective.virtualoffice.domain.figures.journal import Fact
from collective.virtualoffice.domain.figures.journal import Journal
from collective.virtualoffice.domain.figures.journal import Kind
from collective.virtualoffice.domain.waiting import calling
from collective.virtualoffice.domain.waiting import staying
from collective.virtualoffice.domain.waiting.states import Outcome
from datetime import datetime
from datetime import timedelta
from datetime import UTC
import pytest


START = datetime(2026, 1, 1, tzinfo=UTC)


def facts(town, kind):
    return town.floor().room.journal.between(kind, START, town.now + timedelta(days=9))


def test_a_served_visit_leaves_its_facts(town):
    visit = town.knock(service="uid")
    town.later(minutes=4)
    town.clerk(calling.call, visit)
    town.citizen(staying.answer, visit)
    town.later(minutes=9)
    town.clerk(calling.finish, visit, Outcome.FOLLOW_UP)
    (finished,) = facts(town, Kind.FINISHED)
    assert finished == Fact(Kind.FINISHED, town.now, "uid", "follow_up", 4.0, 9.0)
    assert len(facts(town, Kind.KNOCKED)) == len(facts(town, Kind.CALLED)) == 1


def test_who_leaves_while_waiting_has_waited_until_then(town):
    visit = town.knock()
    town.later(minutes=3)
    town.citizen(staying.leave, visit)
    (left,) = facts(town, Kind.LEFT)
    assert (left.how, left.waited, left.lasted) == ("waiting", 3.0, None)


def test_who_leaves_a_call_has_waited_until_the_call(town):
    visit = town.knock()
    town.later(minutes=1)
    town.clerk(calling.call, visit)
    town.citizen(staying.answer, visit)
    town.later(minutes=5)
    town.citizen(staying.leave, visit)
    (left,) = facts(town, Kind.LEFT)
    assert (left.how, left.waited, left.lasted) == ("in_call", 1.0, 5.0)


def test_an_end_undone_is_no_fact(town):
    visit = town.serve("Erika")
    town.clerk(calling.undo, visit)
    assert facts(town, Kind.FINISHED) == []
    town.clerk(calling.finish, visit, Outcome.SOLVED)
    assert len(facts(town, Kind.FINISHED)) == 1


def test_an_end_undone_takes_no_colleague_s_fact_along(town):
    visit = town.speak("Erika")
    town.open("colleague")
    other = town.knock("Max")
    town.clerk_named("colleague", calling.call, other)
    town.citizen(staying.answer, other)
    town.clerk(calling.finish, visit, Outcome.SOLVED)
    town.clerk_named("colleague", calling.finish, other, Outcome.SOLVED)
    town.clerk(calling.undo, visit)
    assert len(facts(town, Kind.FINISHED)) == 1


def test_facts_hold_nothing_personal(town):
    visit = town.knock("Erika", note="Waldi")
    town.clerk(calling.call, visit)
    town.citizen(staying.answer, visit)
    town.clerk(calling.finish, visit, Outcome.SOLVED)
    kept = repr([list(day.items()) for day in town.floor().room.journal.days.values()])
    for word in ("Erika", "Waldi", "clerk", "Platz", visit.id, visit.progress.room):
        assert word not in kept


def test_erasing_a_visit_keeps_its_facts(town):
    visit = town.knock()
    town.citizen(staying.leave, visit)
    town.citizen(staying.leave, visit)
    assert len(facts(town, Kind.LEFT)) == 1


@pytest.mark.parametrize(
    "said",
    [
        (),
        ("uid",),
        (None, "solved"),
        (None, None, 0.0, 0.1),
        ("uid", "solved", 12.3, None),
        (None, None, None, 180.0),
    ],
)
def test_a_fact_comes_back_as_it_was(said):
    journal, fact = Journal(), Fact(Kind.DISMISSED, START, *said)
    journal.note(fact)
    assert list(journal) == [fact]


def test_facts_of_one_moment_are_all_kept_and_can_all_be_undone():
    journal = Journal()
    for count in range(5):
        journal.note(Fact(Kind.FINISHED, START, lasted=float(count)))
    assert sorted(fact.lasted for fact in journal) == [0, 1, 2, 3, 4]
    for left in (4, 3, 2, 1, 0, 0):
        journal.retract(Kind.FINISHED, START)
        assert len(list(journal)) == left


def test_a_thousand_visits_may_end_in_the_same_moment():
    journal = Journal()
    for _ in range(1000):
        journal.note(Fact(Kind.DISMISSED, START))
    soon = START + timedelta(seconds=1)
    assert len(journal.between(Kind.DISMISSED, START, soon)) == 1000


def test_no_other_kind_or_time_is_undone_along():
    journal, kept = Journal(), Fact(Kind.LEFT, START)
    journal.note(kept)
    journal.note(Fact(Kind.FINISHED, START + timedelta(seconds=1)))
    journal.retract(Kind.FINISHED, START)
    assert len(list(journal)) == 2
    journal.retract(Kind.FINISHED, START + timedelta(seconds=1))
    assert list(journal) == [kept]


def test_facts_are_found_by_kind_and_time_oldest_first():
    journal = Journal()
    for minute in (3, 1, 2):
        moment = START + timedelta(minutes=minute)
        journal.note(Fact(Kind.LEFT, moment))
    journal.note(Fact(Kind.KNOCKED, START))
    found = journal.between(Kind.LEFT, START, START + timedelta(minutes=3))
    assert [fact.at.minute for fact in found] == [1, 2]


def test_facts_of_several_days_are_found_in_one_row():
    journal = Journal()
    moments = [START + timedelta(hours=hours) for hours in (-1, 0, 23, 24, 47, 48)]
    for moment in reversed(moments):
        journal.note(Fact(Kind.LEFT, moment))
    found = journal.between(Kind.LEFT, START, START + timedelta(days=2))
    assert [fact.at for fact in found] == moments[1:5]


def test_the_facts_of_a_day_are_forgotten_together_after_their_time():
    journal = Journal()
    for hours in (23, 24, 47, 48):
        journal.note(Fact(Kind.LEFT, START + timedelta(hours=hours)))
    assert journal.forget(START + timedelta(hours=47)) == 1
    assert journal.forget(START + timedelta(hours=48)) == 2
    end = START + timedelta(days=9)
    (kept,) = journal.between(Kind.LEFT, START, end)
    assert kept.at == START + timedelta(hours=48)


def test_a_fact_writes_few_others_anew_however_old_the_office_is():
    journal = Journal()
    for day in range(50):
        for number in range(64):
            at = START + timedelta(days=day, seconds=number)
            journal.note(Fact(Kind.LEFT, at))
    assert all(len(shard) < 10 for shard in journal.days.values()[-1].shards)


def test_the_last_facts_are_looked_for_no_further_back_than_needed():
    journal = Journal()
    for hour in range(10):
        journal.note(Fact(Kind.LEFT, START + timedelta(hours=hour)))
    end = START + timedelta(hours=10)
    spans = (timedelta(hours=1), timedelta(hours=4), timedelta(hours=9))

    def hours(count):
        return [f.at.hour for f in journal.latest(Kind.LEFT, end, count, spans)]

    assert hours(1) == [9]
    assert hours(3) == [7, 8, 9]
    assert hours(20) == list(range(1, 10))
