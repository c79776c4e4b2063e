"""The table of the visit: what leads where, and that nothing else does."""

from collective.virtualoffice.domain.errors import AlreadyCalled
from collective.virtualoffice.domain.errors import NotCalled
from collective.virtualoffice.domain.errors import NotPossible
from collective.virtualoffice.domain.waiting import progress as deeds
from collective.virtualoffice.domain.waiting.progress import Progress
from collective.virtualoffice.domain.waiting.rules import Rules
from collective.virtualoffice.domain.waiting.states import Outcome
from collective.virtualoffice.domain.waiting.states import Reason
from collective.virtualoffice.domain.waiting.states import State
from datetime import datetime
from datetime import timedelta
from datetime import UTC
import pytest


NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
SOON = NOW + timedelta(seconds=10)
RULES = Rules()
S = State

DEEDS = {
    "call": lambda p: deeds.call(p, "desk", "room", SOON),
    "show": lambda p: deeds.show(p, SOON, RULES),
    "extend": lambda p: deeds.extend(p, SOON, RULES),
    "answer": lambda p: deeds.answer(p, SOON),
    "take_back": lambda p: deeds.take_back(p, SOON),
    "set_aside": lambda p: deeds.set_aside(p, SOON),
    "not_shown": lambda p: deeds.not_shown(p, SOON, RULES),
    "not_answered": lambda p: deeds.not_answered(p, SOON, RULES),
    "miss": lambda p: deeds.miss(p, SOON),
    "come_back": lambda p: deeds.come_back(p, SOON, RULES),
    "recall": lambda p: deeds.recall(p, SOON, RULES),
    "hold": lambda p: deeds.hold(p, SOON),
    "resume": lambda p: deeds.resume(p, "desk", SOON),
    "take_over": lambda p: deeds.take_over(p, "other"),
    "finish": lambda p: deeds.finish(p, Outcome.SOLVED, SOON),
    "undo": lambda p: deeds.undo(p, "desk", SOON, RULES),
    "leave": lambda p: deeds.leave(p, SOON),
    "expire": lambda p: deeds.expire(p, SOON),
    "dismiss": lambda p: deeds.dismiss(p, Reason.DAY_ENDED, SOON),
}
LEADS = {
    "call": {S.WAITING: S.CALLED},
    "show": {S.CALLED: S.CALLED},
    "extend": {S.CALLED: S.CALLED},
    "answer": {S.CALLED: S.IN_CALL, S.IN_CALL: S.IN_CALL},
    "take_back": dict.fromkeys((S.CALLED, S.IN_CALL, S.ON_HOLD), S.WAITING),
    "set_aside": {S.CALLED: S.WAITING},
    "not_shown": {S.CALLED: S.WAITING},
    "not_answered": {S.CALLED: S.WAITING},
    "miss": {S.CALLED: S.MISSED},
    "come_back": {S.WAITING: S.WAITING, S.MISSED: S.WAITING},
    "recall": {S.MISSED: S.WAITING},
    "hold": {S.IN_CALL: S.ON_HOLD},
    "resume": {S.ON_HOLD: S.IN_CALL},
    "take_over": {S.CALLED: S.CALLED, S.IN_CALL: S.IN_CALL},
    "finish": {S.IN_CALL: S.FINISHED, S.ON_HOLD: S.FINISHED},
    "undo": {S.FINISHED: S.IN_CALL},
    "leave": dict.fromkeys((S.WAITING, S.CALLED, S.IN_CALL, S.ON_HOLD), S.LEFT),
    "expire": {S.WAITING: S.EXPIRED},
    "dismiss": {S.WAITING: S.DISMISSED},
}
HELD = {S.CALLED, S.IN_CALL}
ALLOWED = [(deed, state) for deed in LEADS for state in LEADS[deed]]
REFUSED = [(d, s) for d in DEEDS for s in State if (d, s) not in ALLOWED]


def at(state: State) -> Progress:
    held = {"desk": "desk", "room": "room", "called_at": NOW} if state in HELD else {}
    return Progress(state, NOW, **held)


@pytest.mark.parametrize(("deed", "state"), ALLOWED)
def test_a_deed_of_the_table_leads_where_it_says(deed, state):
    assert DEEDS[deed](at(state)).state is LEADS[deed][state]


@pytest.mark.parametrize(("deed", "state"), REFUSED)
def test_every_other_deed_is_refused_with_the_state(deed, state):
    before = at(state)
    with pytest.raises(NotPossible) as refused:
        DEEDS[deed](before)
    assert refused.value.state is state
    assert before == at(state)


@pytest.mark.parametrize(("deed", "state"), ALLOWED)
def test_a_visit_has_a_desk_just_while_it_is_called_or_speaks(deed, state):
    after = DEEDS[deed](at(state))
    assert (after.desk is not None) == (after.state in HELD)


@pytest.mark.parametrize(("deed", "state"), ALLOWED)
def test_who_waits_has_no_room(deed, state):
    after = DEEDS[deed](at(state))
    assert after.state is not S.WAITING or after.room is None


def test_calling_somebody_else_s_visit_and_answering_no_call_have_their_own_names():
    with pytest.raises(AlreadyCalled):
        DEEDS["call"](at(S.CALLED))
    with pytest.raises(NotCalled):
        DEEDS["answer"](at(S.WAITING))


def test_showing_again_does_not_move_the_time_to_answer():
    shown = DEEDS["show"](at(S.CALLED))
    assert deeds.show(shown, SOON + timedelta(minutes=1), RULES) is shown
    assert shown.respond_by == SOON + RULES.answer


def test_a_hold_keeps_the_room_and_a_new_call_gets_another():
    held = DEEDS["hold"](at(S.IN_CALL))
    assert deeds.resume(held, "other", SOON).room == "room"
    again = deeds.call(deeds.take_back(held, SOON), "desk", "new room", SOON)
    assert again.room == "new room"


def test_an_undone_end_remembers_its_outcome_while_the_visit_goes_on():
    undone = DEEDS["undo"](deeds.finish(at(S.IN_CALL), Outcome.IN_PERSON, SOON))
    held = deeds.resume(deeds.hold(undone, SOON), "desk", SOON)
    assert (held.outcome, held.undone) == (None, Outcome.IN_PERSON)
    assert DEEDS["finish"](held).undone is None
    assert deeds.take_back(held, SOON).undone is None


def test_an_end_is_undone_within_two_minutes_only():
    ended = DEEDS["finish"](at(S.IN_CALL))
    last = SOON + timedelta(minutes=2)
    assert deeds.undo(ended, "desk", last - timedelta(seconds=1), RULES).outcome is None
    with pytest.raises(NotPossible):
        deeds.undo(ended, "desk", last, RULES)


def test_a_missed_visit_comes_back_once_and_within_thirty_minutes():
    missed = DEEDS["miss"](at(S.CALLED))
    assert deeds.recall(missed, SOON + timedelta(minutes=29), RULES).came_back
    with pytest.raises(NotPossible):
        deeds.recall(missed, SOON + timedelta(minutes=30), RULES)
    back = deeds.recall(missed, SOON, RULES)
    twice = deeds.miss(deeds.call(back, "desk", "room", SOON), SOON)
    with pytest.raises(NotPossible):
        deeds.recall(twice, SOON, RULES)
