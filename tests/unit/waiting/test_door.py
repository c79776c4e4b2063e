"""The door's table, row by row."""

from collective.virtualoffice.domain.errors import DoorClosed
from collective.virtualoffice.domain.figures.journal import Kind
from collective.virtualoffice.domain.hours import Hours
from collective.virtualoffice.domain.hours import Range
from collective.virtualoffice.domain.hours import SpecialDay
from collective.virtualoffice.domain.waiting import admission
from collective.virtualoffice.domain.waiting import calling
from collective.virtualoffice.domain.waiting import duty
from collective.virtualoffice.domain.waiting import staying
from collective.virtualoffice.domain.waiting.door import door_status
from collective.virtualoffice.domain.waiting.live import live
from collective.virtualoffice.domain.waiting.live import refusal
from collective.virtualoffice.domain.waiting.states import State
from collective.virtualoffice.domain.waiting.states import Status
from datetime import date
from datetime import datetime
from datetime import time
from datetime import UTC
from itertools import product
from zoneinfo import ZoneInfo
import pytest


MORNINGS = Hours(
    {day: (Range(time(8), time(12)),) for day in range(5)},
    {date(2026, 11, 24): SpecialDay((), "Betriebsausflug")},
    lambda day: None,
    ZoneInfo("Europe/Berlin"),
)


def door(town):
    return live(town.floor()).door


@pytest.mark.parametrize(
    ("is_open", "suspended", "desks", "free", "waiting", "status"),
    [
        (False, True, 1, 1, 0, Status.CLOSED),
        (True, True, 0, 0, 9, Status.SUSPENDED),
        (True, False, 0, 0, 9, Status.UNSTAFFED),
        (True, False, 2, 1, 3, Status.FULL),
        (True, False, 2, 0, 4, Status.FULL),
        (True, False, 2, 1, 0, Status.FREE),
        (True, False, 2, 1, 1, Status.OCCUPIED),
        (True, False, 2, 0, 0, Status.OCCUPIED),
    ],
)
def test_the_first_row_that_holds_counts(
    is_open, suspended, desks, free, waiting, status
):
    assert door_status(is_open, suspended, desks, free, waiting, 3) is status


def test_every_door_has_one_state():
    for is_open, suspended, desks, waiting in product(
        (0, 1), (0, 1), range(3), range(4)
    ):
        for free in range(desks + 1):
            assert door_status(is_open, suspended, desks, free, waiting, 2) in Status


def test_a_door_with_a_free_desk_is_free(town):
    assert door(town).status is Status.FREE
    assert door(town).can_knock
    assert (door(town).desks_open, door(town).desks_free) == (1, 1)


def test_a_door_behind_which_somebody_waits_is_occupied(town):
    town.knock()
    assert door(town).status is Status.OCCUPIED
    assert door(town).waiting == 1


def test_a_door_whose_desks_are_all_busy_is_occupied(town):
    town.speak()
    assert door(town).status is Status.OCCUPIED


def test_a_full_waiting_room_lets_nobody_knock(town):
    town.most_waiting = 2
    town.knock("Erika")
    town.knock("Max")
    assert door(town).status is Status.FULL
    with pytest.raises(DoorClosed) as closed:
        town.knock("Moritz")
    assert closed.value.status is Status.FULL


def test_who_speaks_or_holds_takes_no_place_in_the_waiting_room(town):
    town.most_waiting = 2
    visit = town.speak()
    town.clerk(calling.hold, visit)
    town.knock("Max")
    assert town.knock("Moritz")


def test_without_a_desk_nobody_is_there(make_town):
    town = make_town()
    assert door(town).status is Status.UNSTAFFED
    with pytest.raises(DoorClosed):
        town.knock()


def test_paused_desks_do_not_count(town):
    duty.pause(town.floor(), "clerk")
    assert door(town).status is Status.UNSTAFFED
    duty.resume(town.floor(), "clerk")
    assert door(town).status is Status.FREE


def test_suspended_admission_keeps_those_inside(town):
    visit = town.knock()
    admission.suspend(town.floor(), "Bitte kommen Sie morgen.")
    assert door(town).status is Status.SUSPENDED
    assert door(town).notice == "Bitte kommen Sie morgen."
    assert town.clerk(calling.call, None).id == visit.id
    with pytest.raises(DoorClosed):
        town.knock("Max")


def test_admission_opens_the_door_again(town):
    admission.suspend(town.floor(), "Zu viele")
    admission.admit(town.floor(), reopen=True)
    assert door(town).status is Status.FREE
    assert door(town).notice is None


def test_a_closed_door_names_its_next_opening_and_the_reason(make_town):
    town = make_town(hours=MORNINGS, now=datetime(2026, 11, 24, 9, tzinfo=UTC))
    town.open()
    assert door(town).status is Status.CLOSED
    assert door(town).opens_at == datetime(2026, 11, 25, 7, tzinfo=UTC)
    assert door(town).notice == "Betriebsausflug"
    assert door(town).closes_at is None


def test_an_open_door_names_its_closing(make_town):
    town = make_town(hours=MORNINGS)
    town.open()
    assert door(town).closes_at == datetime(2026, 11, 23, 11, tzinfo=UTC)
    assert door(town).opens_at is None


def test_at_closing_time_those_inside_are_served(make_town):
    town = make_town(hours=MORNINGS, now=datetime(2026, 11, 23, 10, 59, tzinfo=UTC))
    town.open()
    visit = town.knock()
    town.later(minutes=2)
    town.here(visit)
    assert door(town).status is Status.CLOSED
    assert town.clerk(calling.call, None).id == visit.id


def test_an_ended_day_sends_away_who_waits_and_closes_free_desks(town):
    waiting, speaking = town.knock("Max"), town.speak("Erika")
    town.open("colleague")
    assert admission.end_day(town.floor()) == 1
    assert town.see(waiting).state is State.DISMISSED
    assert town.see(speaking).state is State.IN_CALL
    assert door(town).status is Status.CLOSED
    assert list(town.house.desks) == ["clerk"]


def test_a_knock_that_knew_nothing_of_the_days_end_is_sent_away_too(town):
    end = town.floor()
    town.later(seconds=1)
    visit = town.knock()
    admission.end_day(end)
    assert town.see(visit).state is State.DISMISSED


def test_who_comes_after_the_end_of_an_earlier_day_waits(town):
    admission.end_day(town.floor())
    town.later(days=1)
    town.open()
    assert town.see(town.knock()).state is State.WAITING


def test_after_an_ended_day_the_next_opening_is_on_another_day(make_town):
    town = make_town(hours=MORNINGS, now=datetime(2026, 11, 24, 23, 30, tzinfo=UTC))
    town.open()
    admission.end_day(town.floor())
    assert door(town).opens_at == datetime(2026, 11, 26, 7, tzinfo=UTC)
    round_the_clock = make_town()
    round_the_clock.open()
    admission.end_day(round_the_clock.floor())
    midnight = datetime(2026, 11, 23, 23, tzinfo=UTC)
    assert door(round_the_clock).opens_at == midnight
    round_the_clock.now = midnight
    round_the_clock.open()
    assert door(round_the_clock).status is Status.FREE


def test_a_day_that_goes_on_revives_nobody(town):
    visit = town.knock()
    called = town.clerk(calling.call, visit)
    admission.end_day(town.floor())
    town.later(seconds=80)
    assert town.see(visit).state is State.DISMISSED
    admission.admit(town.floor(), reopen=True)
    assert town.see(visit).state is State.DISMISSED
    assert called.state is State.CALLED


def test_who_comes_back_after_the_days_end_is_told_so(town):
    visit = town.knock()
    town.clerk(calling.call, visit)
    town.clerk(calling.miss, visit)
    admission.end_day(town.floor())
    assert town.citizen(staying.come_back, visit).state is State.DISMISSED


def test_refusals_are_the_door_s_own(town):
    assert refusal(town.floor(), 0) is None
    admission.suspend(town.floor(), "")
    assert refusal(town.floor(), 0) is Status.SUSPENDED


def test_while_nobody_could_enter_a_room_nobody_is_there(make_town):
    town = make_town()
    town.open()
    town.has_room = False
    assert live(town.floor()).door.status is Status.UNSTAFFED
    assert refusal(town.floor(), 0) is Status.UNSTAFFED


def test_who_was_seen_waiting_and_left_fills_no_room(make_town):
    town = make_town(most_waiting=1)
    town.open()
    assert refusal(town.floor(), 1) is None
    town.knock()
    assert refusal(town.floor(), 1) is Status.FULL


def test_a_refused_knock_is_counted_without_a_person(make_town):
    town = make_town()
    town.house.furnish("office")
    with pytest.raises(DoorClosed):
        town.knock(service="uid")
    town.later(seconds=1)
    (fact,) = town.floor().room.journal.between(
        Kind.REFUSED, datetime(2026, 1, 1, tzinfo=UTC), town.now
    )
    assert (fact.how, fact.service) == (Status.UNSTAFFED, "uid")
