"""Who is in the room of a call, and who is not there yet or any more."""

from collective.virtualoffice.domain.errors import NoDesk
from collective.virtualoffice.domain.errors import NotPossible
from collective.virtualoffice.domain.errors import UnknownGuest
from collective.virtualoffice.domain.waiting import calling
from collective.virtualoffice.domain.waiting import company
from collective.virtualoffice.domain.waiting import duty
from collective.virtualoffice.domain.waiting import staying
from collective.virtualoffice.domain.waiting.seating import note_citizen
from collective.virtualoffice.domain.waiting.seating import note_clerk
from collective.virtualoffice.domain.waiting.seating import note_guest
from collective.virtualoffice.domain.waiting.seating import people
from collective.virtualoffice.domain.waiting.states import Outcome
from pickle import dumps
from pickle import loads
import pytest


NAME = "Olena Musterenko"


def whereabouts(town, visit):
    """Where each is, by role."""
    floor = town.floor()
    return {each.role: each.where for each in people(floor, floor.see(visit))}


@pytest.fixture
def visit(town):
    return town.speak()


@pytest.fixture
def guest(town, visit):
    made = town.citizen(company.invite, visit)
    town.citizen(company.ask, visit, made.id, NAME)
    town.clerk(company.admit, visit, made.id)
    return made.id


def test_whoever_answered_is_awaited_until_the_page_of_the_room_is_there(town, visit):
    assert whereabouts(town, visit) == {"citizen": "awaited", "desk": "awaited"}
    town.citizen(note_citizen, visit, True)
    assert whereabouts(town, visit) == {"citizen": "here", "desk": "awaited"}
    town.clerk(note_clerk, visit, True)
    assert whereabouts(town, visit) == {"citizen": "here", "desk": "here"}


def test_a_clerk_may_be_in_the_room_before_the_call_is_answered(town):
    visit = town.knock()
    town.clerk(calling.call, visit)
    town.clerk(note_clerk, visit, True)
    assert whereabouts(town, visit) == {"citizen": "awaited", "desk": "here"}
    with pytest.raises(NotPossible):
        town.citizen(note_citizen, visit, True)


def test_whoever_leaves_is_gone_and_may_come_back(town, visit):
    for here, where in ((True, "here"), (False, "gone"), (True, "here")):
        town.citizen(note_citizen, visit, here)
        assert whereabouts(town, visit)["citizen"] == where


def test_whoever_was_never_in_the_room_cannot_leave_it(town, visit):
    town.citizen(note_citizen, visit, False)
    assert whereabouts(town, visit)["citizen"] == "awaited"


def test_whoever_gives_no_sign_any_more_is_gone(town, visit):
    town.citizen(note_citizen, visit, True)
    town.clerk(note_clerk, visit, True)
    town.later(seconds=195)
    duty.be_present(town.floor(), "clerk")
    assert whereabouts(town, visit) == {"citizen": "here", "desk": "here"}
    town.later(seconds=1)
    assert whereabouts(town, visit) == {"citizen": "gone", "desk": "here"}


def test_a_clerk_is_here_as_long_as_the_desk_is_heard_of(town, visit):
    town.clerk(note_clerk, visit, True)
    town.later(seconds=195)
    town.clerk(note_clerk, visit, True)
    assert whereabouts(town, visit)["desk"] == "here"
    town.later(seconds=1)
    assert whereabouts(town, visit)["desk"] == "gone"
    duty.be_present(town.floor(), "clerk")
    assert whereabouts(town, visit)["desk"] == "here"


def test_two_lost_signs_in_a_row_make_nobody_gone(town, visit):
    for number in range(40):
        if number % 3 == 0:
            town.citizen(note_citizen, visit, True)
        town.later(seconds=30)
        assert whereabouts(town, visit)["citizen"] == "here"


def test_signs_from_the_room_are_rarely_written(town, visit):
    written = set()
    for _ in range(20):
        town.citizen(note_citizen, visit, True)
        town.clerk(note_clerk, visit, True)
        written.add(dumps(visit.signs))
        town.later(seconds=30)
    assert len(written) == 5


def test_signs_are_stored_as_they_are(town, visit):
    town.citizen(note_citizen, visit, True)
    back = loads(dumps(visit.signs))
    assert (back.seen, back.after) == (visit.signs.seen, visit.signs.after)
    assert back.seats == visit.signs.seats != {}


def test_a_guest_is_listed_once_let_in_and_here_once_in_the_room(town, visit, guest):
    floor = town.floor()
    assert [each.name for each in people(floor, floor.see(visit))] == [
        "Erika Mustermann",
        "Platz clerk",
        NAME,
    ]
    assert whereabouts(town, visit)["guest"] == "awaited"
    town.citizen(note_guest, visit, guest, True)
    assert whereabouts(town, visit)["guest"] == "here"
    town.citizen(note_guest, visit, guest, False)
    assert whereabouts(town, visit)["guest"] == "gone"


def test_only_who_was_let_in_sits_down_as_a_guest(town, visit):
    made = town.citizen(company.invite, visit)
    with pytest.raises(NotPossible):
        town.citizen(note_guest, visit, made.id, True)
    with pytest.raises(UnknownGuest):
        town.citizen(note_guest, visit, f"{visit.id}-9", True)


def test_a_new_call_begins_with_an_empty_room(town, visit):
    town.citizen(note_citizen, visit, True)
    town.clerk(calling.requeue, visit)
    assert whereabouts(town, visit) == {}
    town.clerk(calling.call, visit)
    assert whereabouts(town, visit) == {"citizen": "awaited", "desk": "awaited"}
    town.citizen(note_citizen, visit, False)
    town.citizen(staying.answer, visit)
    town.citizen(note_citizen, visit, True)
    assert whereabouts(town, visit)["citizen"] == "here"


def test_a_colleague_who_took_over_has_a_seat_of_the_own(town, visit):
    town.clerk(note_clerk, visit, True)
    town.later(minutes=3)
    town.open("colleague")
    town.clerk_named("colleague", calling.take_over, visit)
    assert whereabouts(town, visit)["desk"] == "awaited"
    town.clerk_named("colleague", note_clerk, visit, True)
    town.clerk(note_clerk, visit, False)
    assert whereabouts(town, visit)["desk"] == "here"
    with pytest.raises(NotPossible):
        town.clerk(note_clerk, visit, True)


def test_nobody_is_in_a_room_that_is_over(town, visit):
    town.clerk(calling.finish, visit, Outcome.SOLVED)
    assert whereabouts(town, visit) == {}
    with pytest.raises(NotPossible):
        town.clerk(note_clerk, visit, True)
    town.clerk(note_clerk, visit, False)
    town.citizen(note_citizen, visit, False)


def test_without_a_desk_there_is_no_seat(town, visit):
    with pytest.raises(NoDesk):
        town.clerk_named("somebody", note_clerk, visit, True)
