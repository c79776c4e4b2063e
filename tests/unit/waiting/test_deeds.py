"""Every deed of clerks and citizens on a visit in every state."""

from collective.virtualoffice.domain import errors
from collective.virtualoffice.domain.waiting import admission
from collective.virtualoffice.domain.waiting import calling
from collective.virtualoffice.domain.waiting import duty
from collective.virtualoffice.domain.waiting import staying
from collective.virtualoffice.domain.waiting.states import INSIDE
from collective.virtualoffice.domain.waiting.states import Outcome
from collective.virtualoffice.domain.waiting.states import State
import pytest


S = State
SOLVED = Outcome.SOLVED


def dismissed(town, visit):
    admission.end_day(town.floor())
    admission.admit(town.floor(), reopen=True)
    town.open()


WAYS = {
    S.WAITING: [],
    S.CALLED: [calling.call],
    S.IN_CALL: [calling.call, staying.answer],
    S.ON_HOLD: [calling.call, staying.answer, calling.hold],
    S.MISSED: [calling.call, calling.miss],
    S.FINISHED: [calling.call, staying.answer, (calling.finish, SOLVED)],
    S.LEFT: [staying.leave],
    S.EXPIRED: [lambda town, visit: town.keep_alive(desk="clerk", minutes=31)],
    S.DISMISSED: [dismissed],
}
DEEDS = {
    "call": (calling.call,),
    "requeue": (calling.requeue,),
    "miss": (calling.miss,),
    "recall": (calling.recall,),
    "hold": (calling.hold,),
    "resume": (calling.resume,),
    "finish": (calling.finish, SOLVED),
    "undo": (calling.undo,),
    "enter": (calling.enter,),
    "renew_link": (calling.renew_link,),
    "note_shown": (staying.note_shown,),
    "ask_for_time": (staying.ask_for_time,),
    "come_back": (staying.come_back,),
    "answer": (staying.answer,),
    "be_present": (staying.be_present, 0),
}
LEADS = {
    "call": {S.WAITING: S.CALLED},
    "requeue": dict.fromkeys((S.CALLED, S.IN_CALL, S.ON_HOLD), S.WAITING),
    "miss": {S.CALLED: S.MISSED},
    "recall": {S.MISSED: S.WAITING},
    "hold": {S.IN_CALL: S.ON_HOLD},
    "resume": {S.ON_HOLD: S.IN_CALL},
    "finish": dict.fromkeys((S.IN_CALL, S.ON_HOLD, S.FINISHED), S.FINISHED),
    "undo": {S.FINISHED: S.IN_CALL},
    "enter": {S.CALLED: S.CALLED, S.IN_CALL: S.IN_CALL},
    "renew_link": {state: state for state in WAYS},
    "note_shown": {S.CALLED: S.CALLED, S.IN_CALL: S.IN_CALL},
    "ask_for_time": {S.CALLED: S.CALLED},
    "come_back": {S.WAITING: S.WAITING, S.MISSED: S.WAITING},
    "answer": {S.CALLED: S.IN_CALL, S.IN_CALL: S.IN_CALL},
    "be_present": {state: state for state in WAYS},
}
ALL = [(deed, state) for deed in DEEDS for state in WAYS]


def do(town, visit, deed, *more):
    if deed.__module__ == calling.__name__:
        return town.clerk(deed, visit, *more)
    if deed.__module__ == staying.__name__:
        return town.citizen(deed, visit, *more)
    return deed(town, visit)


def bring(town, state):
    visit = town.knock()
    for deed in WAYS[state]:
        do(town, visit, *(deed if isinstance(deed, tuple) else (deed,)))
    assert town.see(visit).state is state
    return visit


@pytest.mark.parametrize(("deed", "state"), ALL)
def test_a_deed_leads_on_or_is_refused_and_changes_nothing(town, deed, state):
    visit = bring(town, state)
    before, wanted = town.see(visit).progress, LEADS[deed].get(state)
    if wanted is None:
        with pytest.raises(errors.NotPossible):
            do(town, visit, *DEEDS[deed])
        assert town.see(visit).progress == before
    else:
        assert do(town, visit, *DEEDS[deed]).state is wanted


@pytest.mark.parametrize("state", WAYS)
def test_leaving_ends_a_visit_and_forgets_an_ended_one(town, state):
    visit = bring(town, state)
    left = town.citizen(staying.leave, visit)
    if state in INSIDE:
        assert left.state is S.LEFT
    else:
        assert left is None
        with pytest.raises(errors.UnknownVisit):
            town.floor().room.visit(visit.id)


@pytest.mark.parametrize("state", [S.CALLED, S.IN_CALL])
@pytest.mark.parametrize("deed", ["requeue", "miss", "hold", "finish", "renew_link"])
def test_a_colleague_cannot_touch_the_visit_of_another_desk(town, deed, state):
    visit = bring(town, state)
    town.open("colleague")
    with pytest.raises(errors.NotPossible):
        town.clerk_named("colleague", DEEDS[deed][0], visit, *DEEDS[deed][1:])


def test_a_clerk_without_a_desk_does_nothing(town):
    visit = bring(town, S.WAITING)
    for deed in (calling.call, calling.requeue, calling.resume, calling.undo):
        with pytest.raises(errors.NoDesk):
            town.clerk_named("stranger", deed, visit)


def test_any_clerk_resumes_a_visit_on_hold(town):
    visit = bring(town, S.ON_HOLD)
    room = visit.progress.room
    town.open("colleague")
    seen = town.clerk_named("colleague", calling.resume, visit)
    assert seen.progress.room == room
    assert town.floor().desk_of("clerk").held is None


@pytest.mark.parametrize("state", [S.ON_HOLD, S.FINISHED])
def test_a_busy_desk_takes_no_second_visit(town, state):
    visit = bring(town, state)
    other = town.speak("Max")
    deed = calling.resume if state is S.ON_HOLD else calling.undo
    with pytest.raises(errors.DeskBusy) as busy:
        town.clerk(deed, visit)
    assert busy.value.visit == other.id


def test_a_busy_desk_calls_nobody(town):
    town.speak()
    town.knock("Max")
    with pytest.raises(errors.DeskBusy):
        town.clerk(calling.call, None)


def test_an_empty_room_has_nobody_to_call(town):
    with pytest.raises(errors.NobodyWaits):
        town.clerk(calling.call, None)


def test_an_unknown_visit_is_unknown_to_clerks(town):
    with pytest.raises(errors.UnknownVisit):
        calling.call(town.floor(), "clerk", "nobody")
    with pytest.raises(errors.UnknownVisit):
        calling.tell(town.floor(), "Hallo", "nobody")


def test_a_colleague_takes_over_from_a_desk_left_alone_only(town):
    visit = bring(town, S.IN_CALL)
    town.open("colleague")
    with pytest.raises(errors.DeskAttended):
        town.clerk_named("colleague", calling.take_over, visit)
    town.keep_alive(desk="colleague", minutes=3)
    seen = town.clerk_named("colleague", calling.take_over, visit)
    assert seen.progress.desk == town.house.desks["colleague"].id
    assert town.floor().desk_of("clerk").held is None


def test_a_clerk_whose_visit_was_taken_over_knows_until_the_next_deed(town):
    visit = bring(town, S.IN_CALL)
    town.open("colleague")
    town.keep_alive(desk="colleague", minutes=3)
    town.clerk_named("colleague", calling.take_over, visit)
    duty.be_present(town.floor(), "clerk")
    desks = town.house.desks
    assert [desks["clerk"].taken, desks["colleague"].taken] == [visit.id, None]
    duty.resume(town.floor(), "clerk")
    assert desks["clerk"].taken is None


def test_the_head_releases_a_desk_left_alone_and_its_visit_waits_at_its_place(town):
    first = bring(town, S.IN_CALL)
    second = town.knock("Max")
    desk = town.house.desks["clerk"].id
    with pytest.raises(errors.DeskAttended):
        duty.release(town.floor(), desk)
    town.keep_alive(first, second, minutes=3)
    duty.release(town.floor(), desk)
    assert town.queue() == ["Erika", "Max"]
    with pytest.raises(errors.UnknownDesk):
        duty.release(town.floor(), desk)


def test_requeued_visits_stand_at_their_arrival_place(town):
    first = bring(town, S.IN_CALL)
    town.later(minutes=1)
    town.knock("Max")
    town.clerk(calling.requeue, first)
    assert town.queue() == ["Erika", "Max"]


def test_a_missed_visit_that_returns_stands_at_its_arrival_place(town):
    first = bring(town, S.MISSED)
    town.later(minutes=1)
    town.knock("Max")
    town.citizen(staying.come_back, first)
    assert town.queue() == ["Erika", "Max"]


def test_a_new_link_kills_the_old_one(town):
    visit = bring(town, S.WAITING)
    town.clerk(calling.renew_link, visit)
    assert visit.issue == 2


@pytest.mark.parametrize(
    "deed", [calling.call, calling.resume, calling.requeue, calling.undo, calling.enter]
)
def test_a_refusal_names_the_desk_that_has_the_visit(town, deed):
    visit = bring(town, S.IN_CALL)
    town.open("colleague")
    with pytest.raises(errors.NotPossible) as refused:
        town.clerk_named("colleague", deed, visit)
    assert refused.value.desk == "Platz clerk"


def test_a_refusal_names_no_desk_where_none_has_the_visit(town):
    visit = bring(town, S.WAITING)
    with pytest.raises(errors.NotPossible) as refused:
        town.clerk(calling.enter, visit)
    assert refused.value.desk is None


def test_who_cannot_take_over_learns_at_which_desk_somebody_is(town):
    visit = bring(town, S.IN_CALL)
    town.open("colleague")
    with pytest.raises(errors.DeskAttended) as refused:
        town.clerk_named("colleague", calling.take_over, visit)
    assert refused.value.desk == "Platz clerk"
