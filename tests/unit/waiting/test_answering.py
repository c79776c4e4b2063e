"""Answering a call, or not."""

from collective.virtualoffice.domain.errors import DeskBusy
from collective.virtualoffice.domain.errors import NobodyWaits
from collective.virtualoffice.domain.errors import NotCalled
from collective.virtualoffice.domain.errors import NotPossible
from collective.virtualoffice.domain.waiting import calling
from collective.virtualoffice.domain.waiting import staying
from collective.virtualoffice.domain.waiting.states import State
from datetime import timedelta
import pytest


@pytest.fixture
def visit(town):
    visit = town.knock()
    town.clerk(calling.call, visit)
    return visit


def free(town):
    return town.floor().desk_of("clerk").is_free


def test_a_call_not_shown_in_75_seconds_frees_the_desk_and_counts_no_attempt(
    town, visit
):
    town.later(seconds=74)
    assert town.see(visit).state is State.CALLED
    town.later(seconds=1)
    seen = town.see(visit)
    assert seen.state is State.WAITING
    assert seen.progress.attempts == 0
    assert seen.passed_over
    assert free(town)


def test_a_call_not_shown_is_passed_over_for_three_minutes(town, visit):
    town.later(seconds=75)
    town.keep_alive(visit, seconds=179)
    assert not town.see(visit).may_be_called
    town.later(seconds=1)
    assert town.see(visit).may_be_called


def test_the_answer_time_runs_from_when_the_call_was_shown(town, visit):
    town.later(seconds=60)
    town.citizen(staying.note_shown, visit)
    town.later(seconds=119)
    assert town.see(visit).state is State.CALLED
    town.later(seconds=1)
    assert town.see(visit).state is State.WAITING
    assert town.see(visit).progress.attempts == 1


def not_answered(town, visit):
    town.citizen(staying.note_shown, visit)
    town.keep_alive(visit, seconds=120)


def test_the_second_call_not_answered_is_missed(town, visit):
    not_answered(town, visit)
    town.clerk(calling.call, visit)
    not_answered(town, visit)
    assert town.see(visit).state is State.MISSED
    assert free(town)


def test_who_is_back_is_called_at_once(town, visit):
    not_answered(town, visit)
    assert not town.see(visit).may_be_called
    assert town.citizen(staying.come_back, visit).may_be_called


def test_being_back_again_changes_nothing(town, visit):
    not_answered(town, visit)
    town.citizen(staying.come_back, visit)
    before = visit.progress
    town.citizen(staying.come_back, visit)
    assert visit.progress is before


def test_a_missed_visit_gets_one_more_attempt(town, visit):
    town.clerk(calling.miss, visit)
    town.citizen(staying.come_back, visit)
    town.clerk(calling.call, visit)
    not_answered(town, visit)
    assert town.see(visit).state is State.MISSED
    with pytest.raises(NotPossible):
        town.citizen(staying.come_back, visit)


def test_after_thirty_minutes_a_missed_visit_cannot_come_back(town, visit):
    town.clerk(calling.miss, visit)
    town.keep_alive(desk="clerk", minutes=30)
    with pytest.raises(NotPossible):
        town.clerk(calling.recall, visit)
    with pytest.raises(NotPossible):
        town.citizen(staying.come_back, visit)


def test_staff_recall_a_missed_visit(town, visit):
    town.clerk(calling.miss, visit)
    assert town.clerk(calling.recall, visit).state is State.WAITING


def test_answering_again_leads_into_the_same_room(town, visit):
    first = town.citizen(staying.answer, visit)
    assert town.citizen(staying.answer, visit).progress == first.progress
    assert town.clerk(calling.enter, visit).progress.room == first.progress.room


def test_an_answer_after_its_time_is_refused(town, visit):
    town.later(seconds=75)
    with pytest.raises(NotCalled):
        town.citizen(staying.answer, visit)


def test_more_time_can_be_asked_for_ten_times(town, visit):
    town.citizen(staying.note_shown, visit)
    shown = town.now
    for number in range(1, 11):
        seen = town.citizen(staying.ask_for_time, visit)
        assert seen.progress.respond_by == shown + timedelta(seconds=120 * (number + 1))
    with pytest.raises(NotPossible):
        town.citizen(staying.ask_for_time, visit)


def test_asking_for_time_shows_that_the_call_was_seen(town, visit):
    town.later(seconds=70)
    seen = town.citizen(staying.ask_for_time, visit)
    assert seen.progress.respond_by == town.now + timedelta(seconds=120)


def test_the_first_extension_binds_the_desk(town, visit):
    town.knock("Max")
    town.citizen(staying.ask_for_time, visit)
    assert not calling.may_be_set_aside(town.see(visit))
    with pytest.raises(DeskBusy):
        town.clerk(calling.call, None)


def test_from_the_second_the_desk_calls_somebody_else_and_the_visit_stays_next(
    town, visit
):
    other, third = town.knock("Max"), town.knock("Moritz")
    town.citizen(staying.ask_for_time, visit)
    asked = town.citizen(staying.ask_for_time, visit)
    assert town.clerk(calling.call, None).id in {other.id, third.id}
    seen = town.see(visit)
    assert (seen.state, seen.progress.attempts) == (State.WAITING, 0)
    assert seen.progress.passed_over_until == asked.progress.respond_by
    assert town.queue()[0] == "Erika"
    assert town.citizen(staying.come_back, visit).may_be_called


def test_with_nobody_else_to_call_the_visit_is_not_set_aside(town, visit):
    """The decision is refused, so what it did on the way is not committed."""
    town.citizen(staying.ask_for_time, visit)
    town.citizen(staying.ask_for_time, visit)
    with pytest.raises(NobodyWaits):
        town.clerk(calling.call, None)


def test_a_call_is_the_last_one_only_for_who_came_back_already(town, visit):
    assert not town.see(visit).is_last_call
    town.clerk(calling.miss, visit)
    assert not town.see(visit).is_last_call
    town.citizen(staying.come_back, visit)
    assert not town.see(visit).is_last_call
    town.clerk(calling.call, visit)
    assert town.see(visit).is_last_call
    town.clerk(calling.miss, visit)
    assert not town.see(visit).may_come_back


def test_a_conversation_is_resumed_for_a_moment_after_a_break(town):
    visit = town.speak("Max")
    assert not town.see(visit).just_resumed
    town.later(minutes=1)
    town.clerk(calling.hold, visit)
    assert not town.see(visit).just_resumed
    town.later(minutes=1)
    town.clerk(calling.resume, visit)
    town.later(seconds=119)
    assert town.see(visit).just_resumed
    town.later(seconds=1)
    assert not town.see(visit).just_resumed
