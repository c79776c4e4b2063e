"""Whose turn it is."""

from collective.virtualoffice.domain.waiting import calling
from collective.virtualoffice.domain.waiting import staying
from collective.virtualoffice.domain.waiting.rules import Rules
from datetime import timedelta
import pytest


def minutes(town, number):
    return town.now + timedelta(minutes=number)


def test_without_appointments_the_first_to_come_is_first(town):
    for name in ("Erika", "Max", "Moritz"):
        town.knock(name)
        town.later(seconds=5)
    assert town.queue() == ["Erika", "Max", "Moritz"]


def test_an_appointment_goes_first_when_its_time_has_come(town):
    town.knock("Erika")
    town.later(minutes=1)
    town.knock("Max", due_at=minutes(town, 1))
    assert town.queue() == ["Erika", "Max"]
    town.later(seconds=60)
    assert town.queue() == ["Max", "Erika"]


def test_an_early_arrival_waits_by_its_arrival_until_its_time(town):
    town.knock("Early", due_at=minutes(town, 10))
    town.later(minutes=1)
    town.knock("Erika")
    assert town.queue() == ["Early", "Erika"]


def test_appointments_stand_by_their_time_not_by_their_arrival(town):
    town.knock("Second", due_at=minutes(town, 5))
    town.later(seconds=5)
    town.knock("First", due_at=minutes(town, 2))
    town.later(minutes=6)
    assert town.queue() == ["First", "Second"]


def test_late_arrivals_stand_behind_the_punctual(town):
    town.knock("Punctual", due_at=minutes(town, 8))
    town.later(minutes=6)
    town.knock("Late", due_at=minutes(town, -6))
    town.later(minutes=2)
    assert town.queue() == ["Punctual", "Late"]


@pytest.mark.parametrize(
    ("late", "order"), [(15, ["Late", "Erika"]), (16, ["Erika", "Late"])]
)
def test_more_than_fifteen_minutes_late_is_without_appointment(town, late, order):
    town.knock("Erika")
    town.later(seconds=5)
    town.knock("Late", due_at=minutes(town, -late))
    assert town.queue() == order


def fill(town):
    """Somebody who has waited 31 minutes, and three appointments whose time it is."""
    long = town.knock("Long")
    town.keep_alive(long, desk="clerk", minutes=31)
    for name in ("A", "B", "C"):
        town.knock(name, due_at=town.now)
        town.later(seconds=1)


def test_after_two_appointments_who_waited_long_is_next(town):
    fill(town)
    assert town.queue() == ["A", "B", "Long", "C"]


def test_calls_count_in_the_row_of_appointments(town):
    fill(town)
    called = town.clerk(calling.call, None)
    assert called.visit.knock.name == "A Mustermann"
    assert town.queue() == ["B", "Long", "C"]
    town.citizen(staying.leave, called.visit)
    called = town.clerk(calling.call, None)
    town.citizen(staying.leave, called.visit)
    assert town.queue() == ["Long", "C"]
    called = town.clerk(calling.call, None)
    assert called.visit.knock.name == "Long Mustermann"
    assert town.floor().room.appointments_in_a_row == 0


def test_who_has_not_waited_long_lets_appointments_pass(town):
    town.knock("Short")
    town.later(minutes=1)
    for name in ("A", "B", "C"):
        town.knock(name, due_at=town.now)
        town.later(seconds=1)
    assert town.queue() == ["A", "B", "C", "Short"]


def test_who_is_absent_takes_nobody_s_fair_turn(make_town):
    town = make_town(rules=Rules(fair_wait=timedelta(minutes=20)))
    town.open()
    town.knock("Absent")
    town.later(seconds=1)
    present = town.knock("Present")
    town.keep_alive(present, desk="clerk", minutes=25)
    for name in ("A", "B", "C"):
        town.knock(name, due_at=town.now)
        town.later(seconds=1)
    assert town.queue() == ["A", "B", "Absent", "Present", "C"]


def test_absent_appointments_do_not_count_as_called(make_town):
    town = make_town(rules=Rules(fair_wait=timedelta(minutes=2)))
    town.open()
    long = town.knock("Long")
    town.later(seconds=1)
    town.knock("A", due_at=minutes(town, 1))
    town.knock("B", due_at=minutes(town, 2))
    town.keep_alive(long, desk="clerk", minutes=5)
    town.knock("C", due_at=town.now)
    assert town.queue() == ["A", "B", "C", "Long"]


def test_who_asked_for_more_time_stays_next(town):
    first = town.knock("Erika")
    town.later(seconds=5)
    town.knock("Max", due_at=town.now)
    town.clerk(calling.call, first)
    town.citizen(staying.ask_for_time, first)
    town.citizen(staying.ask_for_time, first)
    assert town.clerk(calling.call, None).visit.knock.name == "Max Mustermann"
    town.knock("Appointment", due_at=town.now)
    assert town.queue()[0] == "Erika"


def test_a_filter_chooses_within_the_order(make_town):
    town = make_town()
    town.open("clerk", services=("dogs",), languages=("en", "de"))
    town.knock("Erika", service="cars")
    town.knock("Max", service="dogs", spoken_languages=("fr",))
    town.later(seconds=1)
    town.knock("Moritz", service="dogs", spoken_languages=("fr", "en"))
    assert town.clerk(calling.call, None).visit.knock.name == "Moritz Mustermann"


def test_whom_no_desk_serves_is_known(make_town):
    town = make_town()
    town.open("clerk", languages=("de",))
    served = town.knock("Erika", spoken_languages=("de",))
    other = town.knock("Max", spoken_languages=("fr",))
    assert town.floor().is_served(town.see(served))
    assert not town.floor().is_served(town.see(other))


def test_a_clerk_may_call_whom_the_filter_leaves_out(make_town):
    town = make_town()
    town.open("clerk", languages=("de",))
    other = town.knock("Max", spoken_languages=("fr",))
    assert town.clerk(calling.call, other).id == other.id
