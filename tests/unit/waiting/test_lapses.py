"""What only time brings, dated when it happened."""

from collective.virtualoffice.domain.figures.journal import Kind
from collective.virtualoffice.domain.waiting import calling
from collective.virtualoffice.domain.waiting import duty
from collective.virtualoffice.domain.waiting import staying
from collective.virtualoffice.domain.waiting.lapse import Circumstances
from collective.virtualoffice.domain.waiting.lapse import lapses
from collective.virtualoffice.domain.waiting.progress import Progress
from collective.virtualoffice.domain.waiting.record import settle
from collective.virtualoffice.domain.waiting.rules import Rules
from collective.virtualoffice.domain.waiting.states import Outcome
from collective.virtualoffice.domain.waiting.states import State
from datetime import datetime
from datetime import timedelta
from datetime import UTC


START = datetime(2026, 11, 23, 9, tzinfo=UTC)


def at(**time):
    return START + timedelta(**time)


def steps(progress, now, **around):
    found = lapses(progress, Circumstances(START, **around), now, Rules())
    return [(step.state, step.since) for step in found]


def test_a_call_not_shown_leads_to_expiry_each_dated_when_it_happened():
    called = Progress(State.CALLED, START, desk="1", room="r", called_at=START)
    assert steps(called, at(hours=3)) == [
        (State.WAITING, at(seconds=75)),
        (State.EXPIRED, at(seconds=75, minutes=30)),
    ]


def test_a_hold_of_thirty_minutes_leads_back_to_the_queue():
    held = Progress(State.ON_HOLD, START, room="r", called_at=START)
    assert steps(held, at(minutes=29)) == []
    assert steps(held, at(minutes=30)) == [(State.WAITING, at(minutes=30))]


def test_a_hold_after_the_days_end_leads_out():
    held = Progress(State.ON_HOLD, START, room="r", called_at=START)
    assert steps(held, at(hours=1), day_ended_at=at(minutes=10)) == [
        (State.WAITING, at(minutes=30)),
        (State.DISMISSED, at(minutes=30)),
    ]


def test_a_deserted_office_sends_away_before_silence_expires():
    waiting = Progress(State.WAITING, at(minutes=-20))
    assert steps(waiting, at(hours=2), deserted_since=at(minutes=-10)) == [
        (State.DISMISSED, at(minutes=20))
    ]


def test_an_abandoned_call_ends_four_hours_after_its_desk_was_seen(town):
    visit = town.speak()
    town.later(minutes=30)
    duty.be_present(town.floor(), "clerk")
    seen_at = town.now
    town.later(hours=3, minutes=59)
    assert town.see(visit).state is State.IN_CALL
    town.later(hours=1)
    progress = town.see(visit).progress
    assert progress.outcome is Outcome.ENDED_BY_OFFICE
    assert progress.since == seen_at + timedelta(hours=4)


def test_every_step_that_time_took_is_a_fact(town):
    visit = town.knock()
    town.clerk(calling.call, visit)
    town.citizen(staying.note_shown, visit)
    town.keep_alive(visit, seconds=120)
    town.clerk(calling.call, visit)
    town.citizen(staying.note_shown, visit)
    missed_at = town.now + timedelta(seconds=120)
    town.keep_alive(desk="clerk", hours=2)
    settle(town.floor(), visit)
    facts = town.floor().room.journal.between(Kind.MISSED, START, town.now)
    assert [fact.at for fact in facts] == [missed_at]
    assert visit.id in town.floor().room.past


def test_settling_changes_nothing_that_was_seen(town):
    visit = town.knock()
    town.clerk(calling.call, visit)
    town.keep_alive(desk="clerk", hours=2)
    seen = town.see(visit).progress
    assert settle(town.floor(), visit).progress == seen
    assert visit.progress == seen
    again = visit.progress
    settle(town.floor(), visit)
    assert visit.progress is again
