"""Desks: opening, closing, left alone, idle."""

from collective.virtualoffice.domain.errors import DeskBusy
from collective.virtualoffice.domain.errors import NoDesk
from collective.virtualoffice.domain.waiting import calling
from collective.virtualoffice.domain.waiting import duty
from collective.virtualoffice.domain.waiting import staying
from collective.virtualoffice.domain.waiting import upkeep
from collective.virtualoffice.domain.waiting.desk import Duty
from collective.virtualoffice.domain.waiting.knock import Knock
from collective.virtualoffice.domain.waiting.states import Outcome
from collective.virtualoffice.domain.waiting.states import Reason
from collective.virtualoffice.domain.waiting.states import State
from datetime import timedelta
import pytest


def desk(town, clerk="clerk"):
    return town.floor().desk_of(clerk)


def watch(town, **time):
    """Let time pass while the staff view is open and nobody touches it."""
    end = town.now + timedelta(**time)
    while town.now < end:
        town.later(minutes=1)
        duty.be_present(town.floor(), "clerk")


def test_a_desk_is_left_alone_after_two_silent_minutes(town):
    town.later(seconds=120)
    assert not desk(town).left_alone
    town.later(seconds=1)
    assert desk(town).left_alone
    duty.be_present(town.floor(), "clerk")
    assert not desk(town).left_alone


def test_a_free_desk_closes_itself_after_fifteen_silent_minutes(town):
    town.later(minutes=15)
    with pytest.raises(NoDesk):
        desk(town)
    assert not town.floor().desks


def test_a_desk_with_a_visit_stays_open(town):
    town.speak()
    town.later(minutes=40)
    assert desk(town).held is not None


def test_a_silent_desk_closes_when_its_visit_goes(town):
    visit = town.speak()
    waiting = town.knock("Max")
    town.keep_alive(visit, waiting, minutes=40)
    town.citizen(staying.leave, visit)
    assert town.floor().deserted_since == town.now
    assert town.see(waiting).state is State.WAITING


def test_a_clerk_closes_a_free_desk_only(town):
    visit = town.speak()
    with pytest.raises(DeskBusy) as busy:
        duty.close_desk(town.floor(), "clerk")
    assert busy.value.visit == visit.id
    town.clerk(calling.hold, visit)
    duty.close_desk(town.floor(), "clerk")
    with pytest.raises(NoDesk):
        desk(town)


def test_opening_again_changes_what_the_desk_serves(town):
    before = desk(town).desk.id
    town.open("clerk", "office", languages=("en",))
    assert desk(town).desk.id == before
    assert desk(town).desk.duty.languages == ("en",)


def test_a_desk_keeps_the_office_of_its_visit(town):
    town.speak()
    with pytest.raises(DeskBusy):
        town.open("clerk", "library")
    town.open("clerk", "library", "office")
    assert desk(town).desk.duty.offices == ("library", "office")


def test_an_office_no_more_served_counts_from_now(town):
    town.house.rooms["office"].last_served_at = town.now - timedelta(hours=20)
    town.later(minutes=10)
    visit = town.knock()
    town.keep_alive(visit, desk="clerk", minutes=35)
    town.open("clerk", "library")
    assert town.see(visit).state is State.WAITING
    assert town.floor().deserted_since == town.now


def test_a_desk_serves_several_offices(town):
    town.open("clerk", "office", "library")
    visit = town.knock("Max", "library")
    seen = calling.call(town.floor("library"), "clerk", None)
    assert seen.id == visit.id
    assert desk(town).held.id == visit.id
    with pytest.raises(DeskBusy):
        calling.call(town.floor("office"), "clerk", None)


def test_a_desk_for_another_office_is_none_here(town):
    town.open("clerk", "library")
    with pytest.raises(NoDesk):
        desk(town)


@pytest.mark.parametrize(
    ("services", "languages", "served"),
    [
        ((), (), True),
        (("dogs",), (), True),
        (("cars",), (), False),
        (("dogs",), ("fr",), False),
        ((), ("en", "fr"), True),
    ],
)
def test_a_desk_serves_what_its_clerk_chose(services, languages, served):
    wish = Duty("1", ("office",), services, languages)
    assert wish.serves(Knock("E", "dogs", spoken_languages=("en", "de"))) is served


def test_who_names_neither_service_nor_language_is_served_by_all():
    assert Duty("1", ("office",), ("dogs",), ("fr",)).serves(Knock("E"))


def test_an_idle_desk_is_asked_then_paused(town):
    visit = town.knock()
    for minutes, asked, paused in (
        (4, False, False),
        (1, True, False),
        (2, True, True),
    ):
        town.keep_alive(visit, minutes=minutes)
        duty.be_present(town.floor(), "clerk")
        attended = desk(town)
        assert town.floor().is_asked(attended) is asked
        assert town.floor().is_paused(attended) is paused
    duty.resume(town.floor(), "clerk")
    assert not town.floor().is_paused(desk(town))


def test_whoever_says_to_be_there_is_asked_again_as_often_as_it_takes(town):
    visit = town.knock()
    for _ in range(10):
        town.keep_alive(visit, minutes=5)
        duty.be_present(town.floor(), "clerk")
        assert town.floor().is_asked(desk(town))
        duty.resume(town.floor(), "clerk")
        assert not town.floor().is_asked(desk(town))
    assert not town.floor().is_paused(desk(town))


def test_a_desk_is_idle_only_while_somebody_could_be_called(town):
    watch(town, minutes=10)
    assert not town.floor().is_asked(desk(town))
    town.knock("Absent")
    watch(town, minutes=9)
    assert not town.floor().is_asked(desk(town))


def test_a_desk_that_lets_one_office_wait_is_idle_in_all(town):
    town.open("clerk", "office", "library")
    visit = town.knock("Max", "library")
    for _ in range(7):
        town.later(minutes=1)
        staying.be_present(town.floor("library"), visit, 0)
        duty.be_present(town.floor(), "clerk")
    assert town.floor("library").is_paused(desk(town))
    assert town.floor("office").is_paused(desk(town))


def test_newcomers_do_not_hide_that_somebody_waits(town):
    first = town.knock()
    town.keep_alive(first, minutes=6)
    duty.be_present(town.floor(), "clerk")
    town.knock("Appointment", due_at=town.now)
    assert town.queue()[0] == "Appointment"
    assert town.floor().is_asked(desk(town))


def test_time_with_a_visit_is_not_idle_time(town):
    first, second = town.speak(), town.knock("Max")
    town.keep_alive(first, second, minutes=20)
    duty.be_present(town.floor(), "clerk")
    town.citizen(staying.leave, first)
    assert not town.floor().is_asked(desk(town))
    town.keep_alive(second, minutes=5)
    duty.be_present(town.floor(), "clerk")
    assert town.floor().is_asked(desk(town))


def test_the_end_of_a_visit_starts_the_idle_time_and_writes_no_desk(town):
    visit = town.speak()
    waiting = town.knock("Max")
    before = desk(town).desk.__getstate__()
    town.keep_alive(waiting, minutes=20)
    town.clerk(calling.finish, visit, Outcome.SOLVED)
    assert desk(town).desk.__getstate__() == before
    assert desk(town).idle_since == town.now


def test_whoever_leaves_a_call_starts_the_idle_time_too(town):
    visit = town.speak()
    town.later(minutes=1)
    town.citizen(staying.leave, visit)
    assert desk(town).idle_since == town.now


def test_the_idle_time_outlives_the_visit_it_began_with(town):
    visit = town.speak()
    town.later(minutes=1)
    town.clerk(calling.finish, visit, Outcome.SOLVED)
    ended_at = town.now
    town.later(minutes=1)
    town.citizen(staying.leave, visit)
    assert desk(town).desk.visit not in town.floor().room.past
    assert desk(town).idle_since == ended_at


def test_a_visit_that_a_colleague_goes_on_with_says_nothing_of_the_desk(town):
    visit = town.speak()
    town.later(minutes=1)
    town.clerk(calling.finish, visit, Outcome.SOLVED)
    ended_at = town.now
    town.open("colleague")
    town.later(minutes=1)
    town.clerk_named("colleague", calling.undo, visit)
    assert desk(town).idle_since == ended_at
    town.later(minutes=1)
    town.clerk_named("colleague", calling.finish, visit, Outcome.SOLVED)
    assert desk(town).idle_since == ended_at
    assert desk(town, "colleague").idle_since == town.now


def test_a_visit_taken_over_says_nothing_of_the_desk(town):
    visit, called_at = town.speak(), town.now
    town.later(minutes=3)
    town.open("colleague")
    town.clerk_named("colleague", calling.take_over, visit)
    town.later(minutes=1)
    town.clerk_named("colleague", calling.finish, visit, Outcome.SOLVED)
    assert desk(town).idle_since == called_at


def test_who_finishes_is_not_paused_any_more(town):
    visit = town.speak()
    town.later(minutes=1)
    duty.pause(town.floor(), "clerk")
    town.later(minutes=1)
    town.clerk(calling.finish, visit, Outcome.SOLVED)
    assert not desk(town).desk.paused
    assert desk(town).idle_since == town.now


def test_a_call_that_lapsed_starts_the_idle_time(town):
    first, second = town.knock(), town.knock("Max")
    town.clerk(calling.call, first)
    town.keep_alive(second, minutes=6)
    duty.be_present(town.floor(), "clerk")
    assert not town.floor().is_asked(desk(town))
    town.keep_alive(second, seconds=15)
    assert town.floor().is_asked(desk(town))


def test_calling_wakes_a_paused_desk(town):
    town.knock()
    duty.pause(town.floor(), "clerk")
    town.clerk(calling.call, None)
    assert not town.floor().is_paused(desk(town))


def test_after_thirty_minutes_without_a_desk_who_waits_is_told_so(town):
    visit = town.knock()
    duty.close_desk(town.floor(), "clerk")
    closed = town.now
    town.keep_alive(visit, minutes=29)
    assert town.see(visit).state is State.WAITING
    town.keep_alive(visit, minutes=1)
    seen = town.see(visit)
    assert (seen.state, seen.progress.reason) == (State.DISMISSED, Reason.NOBODY_THERE)
    assert seen.progress.since == closed + timedelta(minutes=30)


def test_who_was_sent_away_stays_so_when_a_desk_opens(town):
    visit = town.knock()
    duty.close_desk(town.floor(), "clerk")
    town.later(minutes=10)
    town.here(visit)
    town.later(minutes=25)
    told = town.see(visit).progress
    assert told.state is State.DISMISSED
    town.open("colleague")
    assert town.see(visit).progress == told


def test_a_desk_that_closed_itself_counts_without_the_clock(town):
    visit = town.knock()
    town.keep_alive(visit, minutes=44)
    assert town.see(visit).state is State.WAITING
    town.keep_alive(visit, minutes=1)
    assert town.see(visit).progress.reason is Reason.NOBODY_THERE


def test_a_desk_that_closed_itself_is_opened_anew(town):
    before = town.house.desks["clerk"].id
    town.later(minutes=16)
    assert town.open().desk.id != before


def test_the_clock_closes_and_pauses_what_time_did(town):
    town.open("colleague")
    visit = town.knock()
    town.keep_alive(visit, desk="clerk", minutes=16)
    town.later(minutes=7)
    town.here(visit)
    duty.be_present(town.floor(), "clerk")
    assert upkeep.tidy_desks(town.floor()) == 2
    assert list(town.house.desks) == ["clerk"]
    assert town.house.desks["clerk"].paused
    assert upkeep.tidy_desks(town.floor()) == 0


@pytest.mark.parametrize(
    ("known", "spoken", "served"),
    [
        ("de", "de-AT", True),
        ("de", "DE", True),
        ("de", "den", False),
        ("de-simple", "de", False),
    ],
)
def test_a_language_means_its_kinds_too(known, spoken, served):
    wish = Duty("1", ("office",), languages=(known,))
    assert wish.serves(Knock("E", spoken_languages=(spoken,))) is served
