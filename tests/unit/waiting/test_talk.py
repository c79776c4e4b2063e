"""How long the way into a room is good."""

from collective.virtualoffice.domain.tokens import seat_id
from collective.virtualoffice.domain.waiting import calling
from collective.virtualoffice.domain.waiting.talk import planned_end
from collective.virtualoffice.domain.waiting.talk import way_in_ends
from datetime import timedelta


BUFFER = timedelta(minutes=30)
KEY = b"a key for tests only, long enough"


def test_it_ends_a_buffer_after_the_planned_end(make_town):
    town = make_town()
    town.open()
    visit = town.speak()
    begun = town.now
    town.later(minutes=4)
    floor = town.floor()
    assert planned_end(floor, floor.see(visit)) == begun + timedelta(minutes=10)
    assert way_in_ends(floor, floor.see(visit)) == begun + timedelta(minutes=40)


def test_the_minutes_of_the_service_come_first(make_town):
    town = make_town()
    town.open()
    visit = town.speak()
    visit.planned_minutes = 45
    floor = town.floor()
    assert planned_end(floor, floor.see(visit)) == town.now + timedelta(minutes=45)


def test_a_conversation_that_takes_longer_can_be_returned_to(make_town):
    town = make_town()
    town.open()
    visit = town.speak()
    town.keep_alive(visit, desk="clerk", minutes=25)
    floor = town.floor()
    assert way_in_ends(floor, floor.see(visit)) == town.now + BUFFER


def test_the_desk_may_wait_for_whoever_was_called(make_town):
    town = make_town()
    town.open()
    visit = town.knock()
    town.clerk(calling.call, visit)
    floor = town.floor()
    assert way_in_ends(floor, floor.see(visit)) == town.now + timedelta(minutes=40)


def test_a_seat_is_one_visit_and_one_side():
    seats = {
        seat_id(key, visit, side)
        for key in (KEY, KEY[::-1])
        for visit in ("a", "b")
        for side in ("citizen", "desk")
    }
    assert len(seats) == 8
    assert all(len(each) == 22 for each in seats)
    assert seat_id(KEY, "a", "desk") == seat_id(KEY, "a", "desk")
