"""Absence skips; it never punishes."""

from collective.virtualoffice.domain.signs import rhythm
from collective.virtualoffice.domain.signs import Signs
from collective.virtualoffice.domain.waiting import calling
from collective.virtualoffice.domain.waiting import staying
from collective.virtualoffice.domain.waiting.states import State
from datetime import timedelta
from pickle import dumps
from pickle import loads
import pytest


def test_after_two_silent_minutes_a_visit_is_absent_and_passed_over(town):
    silent, present = town.knock("Silent"), town.knock("Present")
    town.later(seconds=100)
    town.here(present)
    town.later(seconds=20)
    assert not town.see(silent).absent
    town.later(seconds=1)
    assert town.see(silent).absent
    assert not town.see(silent).may_be_called
    assert town.clerk(calling.call, None).id == present.id


def test_whoever_returns_stands_at_the_arrival_place(town):
    silent = town.knock("Silent")
    town.later(seconds=1)
    present = town.knock("Present")
    town.keep_alive(present, minutes=5)
    assert town.queue()[0] == "Silent"
    town.here(silent)
    assert town.clerk(calling.call, None).id == silent.id


def test_a_clerk_may_call_an_absent_visit(town):
    silent = town.knock("Silent")
    town.later(minutes=5)
    assert town.clerk(calling.call, silent).state is State.CALLED


def test_absence_counts_from_the_rhythm_that_was_asked_for(town):
    visit = town.knock()
    town.citizen(staying.be_present, visit, 99)
    town.later(seconds=120 + 300 - 25)
    assert not town.see(visit).absent
    town.later(seconds=1)
    assert town.see(visit).absent


@pytest.mark.parametrize(
    ("place", "seconds"),
    [(None, 25), (0, 25), (9, 25), (10, 30), (30, 130), (64, 300), (5000, 300)],
)
def test_signs_of_life_are_rarer_further_back(place, seconds):
    assert rhythm(place) == seconds


def test_only_who_waits_can_be_absent(town):
    visit = town.speak()
    town.later(minutes=10)
    assert not town.see(visit).absent


def test_a_visit_expires_after_thirty_silent_minutes(town):
    visit = town.knock()
    arrived = town.now
    town.keep_alive(desk="clerk", minutes=29)
    assert town.see(visit).state is State.WAITING
    town.keep_alive(desk="clerk", minutes=20)
    expired = town.see(visit)
    assert expired.state is State.EXPIRED
    assert expired.progress.since == arrived + timedelta(minutes=30)


def test_an_expired_visit_does_not_come_back_by_a_sign_of_life(town):
    visit = town.knock()
    town.keep_alive(desk="clerk", minutes=31)
    assert town.citizen(staying.be_present, visit, 0).state is State.EXPIRED
    assert visit.signs.seen_at < town.now


def test_a_long_call_does_not_expire_whom_it_sends_back(town):
    visit = town.speak()
    town.keep_alive(desk="clerk", minutes=45)
    assert town.clerk(calling.requeue, visit).state is State.WAITING


def test_whoever_is_sent_back_from_a_call_was_there_a_moment_ago(town):
    visit = town.speak()
    for _ in range(20):
        town.keep_alive(desk="clerk", minutes=1)
        town.citizen(staying.be_present, visit, None)
    town.clerk(calling.requeue, visit)
    assert not town.see(visit).absent
    town.later(seconds=121)
    assert town.see(visit).absent


def test_presence_is_seconds(town):
    presence = Signs(town.now + timedelta(milliseconds=900))
    assert presence.seen_at == town.now


@pytest.mark.parametrize(
    ("seconds", "after", "is_written"),
    [(25, 25, False), (44, 25, False), (45, 25, True), (1, 30, True), (90, 90, True)],
)
def test_a_sign_is_written_when_the_written_one_is_not_fresh(
    town, seconds, after, is_written
):
    presence = Signs(town.now)
    later = town.now + timedelta(seconds=seconds)
    presence.note(later, after)
    assert presence.seen_at == (later if is_written else town.now)
    assert loads(dumps(presence)).seen_at == presence.seen_at


def test_whoever_keeps_giving_signs_is_never_absent(town):
    visit = town.knock()
    for _ in range(40):
        town.later(seconds=25)
        assert not town.see(visit).absent
        town.citizen(staying.be_present, visit, 0)


def test_two_lost_signs_do_not_make_anybody_absent(town):
    visit = town.knock()
    for _ in range(10):
        town.later(seconds=25)
        town.citizen(staying.be_present, visit, 0)
        town.later(seconds=75)
        assert not town.see(visit).absent
        town.citizen(staying.be_present, visit, 0)
