"""Third persons: who may come along, and when they may be in the room."""

from collective.virtualoffice.domain.errors import Invalid
from collective.virtualoffice.domain.errors import NoDesk
from collective.virtualoffice.domain.errors import NotPossible
from collective.virtualoffice.domain.errors import Refusal
from collective.virtualoffice.domain.errors import TooManyGuests
from collective.virtualoffice.domain.errors import UnknownGuest
from collective.virtualoffice.domain.waiting import calling
from collective.virtualoffice.domain.waiting import company
from collective.virtualoffice.domain.waiting import staying
from collective.virtualoffice.domain.waiting.guests import GuestState
from collective.virtualoffice.domain.waiting.guests import Inviter
from collective.virtualoffice.domain.waiting.guests import visit_of
from collective.virtualoffice.domain.waiting.knock import read_name
from collective.virtualoffice.domain.waiting.states import Outcome
from collective.virtualoffice.domain.waiting.states import State
from contextlib import suppress
from hypothesis import given
from hypothesis import strategies as st
import pytest


NAME = "Olena Musterenko"


@pytest.fixture
def visit(town):
    return town.knock()


@pytest.fixture
def guest(town, visit):
    return town.citizen(company.invite, visit)


def asking(town, visit):
    guest = town.citizen(company.invite, visit)
    town.citizen(company.ask, visit, guest.id, NAME)
    return guest


def may_enter(town, visit, id):
    try:
        company.enter(town.see(visit), company.guest_of(visit, id))
    except NotPossible:
        return False
    return True


def facts_of(town):
    return len(list(town.floor().room.journal))


def test_an_invited_guest_has_no_name_and_belongs_to_the_visit(visit, guest):
    assert visit.guests == (guest,)
    assert (guest.state, guest.name) == (GuestState.INVITED, "")
    assert guest.invited_by is Inviter.CITIZEN
    assert visit_of(guest.id) == visit.id


def test_who_asks_says_a_name_once(town, visit, guest):
    town.citizen(company.ask, visit, guest.id, NAME)
    town.citizen(company.ask, visit, guest.id, "Somebody else")
    (asked,) = visit.guests
    assert (asked.state, asked.name) == (GuestState.ASKING, NAME)


def test_only_the_desk_admits_and_only_who_asked(town, visit, guest):
    with pytest.raises(NotPossible):
        town.clerk(company.admit, visit, guest.id)
    town.citizen(company.ask, visit, guest.id, NAME)
    with pytest.raises(NoDesk):
        town.clerk_named("nobody", company.admit, visit, guest.id)
    town.clerk(company.admit, visit, guest.id)
    assert visit.guests[0].state is GuestState.ADMITTED


def test_a_colleague_does_not_decide_about_a_visit_that_another_desk_holds(town):
    town.open("ben")
    visit = town.speak()
    guest = asking(town, visit)
    with pytest.raises(NotPossible):
        town.clerk_named("ben", company.admit, visit, guest.id)


def test_a_refusal_by_mistake_can_be_mended(town, visit):
    guest = asking(town, visit)
    town.clerk(company.refuse, visit, guest.id)
    assert visit.guests[0].state is GuestState.REFUSED
    town.clerk(company.admit, visit, guest.id)
    assert visit.guests[0].state is GuestState.ADMITTED


def test_who_was_admitted_is_withdrawn_and_not_refused(town, visit):
    guest = asking(town, visit)
    town.clerk(company.admit, visit, guest.id)
    with pytest.raises(NotPossible):
        town.clerk(company.refuse, visit, guest.id)
    town.clerk(company.withdraw_as_clerk, visit, guest.id)
    assert visit.guests == ()


def test_the_room_is_open_to_an_admitted_guest_only_while_the_visit_is_in_call(town):
    visit = town.knock()
    guest = asking(town, visit)
    town.clerk(company.admit, visit, guest.id)
    assert not may_enter(town, visit, guest.id)
    town.clerk(calling.call, visit)
    assert not may_enter(town, visit, guest.id)
    town.citizen(staying.answer, visit)
    assert may_enter(town, visit, guest.id)
    town.clerk(calling.hold, visit)
    assert not may_enter(town, visit, guest.id)
    town.clerk(calling.resume, visit)
    assert may_enter(town, visit, guest.id)
    town.clerk(calling.finish, visit, Outcome.SOLVED)
    assert not may_enter(town, visit, guest.id)


def test_who_only_asks_does_not_enter_a_running_call(town):
    visit = town.speak()
    guest = asking(town, visit)
    assert not may_enter(town, visit, guest.id)


def test_a_visit_has_at_most_three_guests(town, visit):
    for _ in range(3):
        town.citizen(company.invite, visit)
    with pytest.raises(TooManyGuests):
        town.clerk(company.invite_as_clerk, visit)
    town.citizen(company.withdraw, visit, visit.guests[0].id)
    town.clerk(company.invite_as_clerk, visit)
    assert len(visit.guests) == 3


def test_an_invitation_sent_twice_makes_one_guest(town, visit):
    first = town.citizen(company.invite, visit, 1)
    assert town.citizen(company.invite, visit, 1) == first
    assert town.clerk(company.invite_as_clerk, visit, 2).id != first.id
    assert len(visit.guests) == 2


def test_a_guest_that_is_gone_never_comes_back_as_another(town, visit, guest):
    town.citizen(company.withdraw, visit, guest.id)
    with pytest.raises(UnknownGuest):
        town.citizen(company.invite, visit, 1)
    assert town.citizen(company.invite, visit).id != guest.id


def test_the_citizen_withdraws_only_what_the_citizen_invited(town, visit):
    interpreter = town.clerk(company.invite_as_clerk, visit)
    assert interpreter.invited_by is Inviter.DESK
    with pytest.raises(UnknownGuest):
        town.citizen(company.withdraw, visit, interpreter.id)
    town.clerk(company.withdraw_as_clerk, visit, interpreter.id)
    assert visit.guests == ()


def test_a_guest_who_goes_leaves_nothing_even_when_the_visit_is_over(town):
    visit = town.speak()
    guest = asking(town, visit)
    town.clerk(calling.finish, visit, Outcome.SOLVED)
    town.citizen(company.go, visit, guest.id)
    assert visit.guests == ()


def test_a_new_private_link_keeps_only_the_guests_of_the_desk(town, visit, guest):
    interpreter = town.clerk(company.invite_as_clerk, visit)
    town.clerk(calling.renew_link, visit)
    assert visit.guests == (interpreter,)


def test_once_the_visit_is_over_nothing_changes_about_its_guests(town):
    visit = town.speak()
    guest = asking(town, visit)
    town.clerk(calling.finish, visit, Outcome.SOLVED)
    for deed in (
        lambda: town.citizen(company.invite, visit),
        lambda: town.clerk(company.invite_as_clerk, visit),
        lambda: town.citizen(company.ask, visit, guest.id, NAME),
        lambda: town.clerk(company.admit, visit, guest.id),
        lambda: town.clerk(company.refuse, visit, guest.id),
        lambda: town.citizen(company.withdraw, visit, guest.id),
        lambda: town.clerk(company.withdraw_as_clerk, visit, guest.id),
    ):
        with pytest.raises(NotPossible):
            deed()


def test_inviting_is_a_sign_of_life(town, visit):
    town.later(seconds=119)
    town.citizen(company.invite, visit)
    town.later(seconds=119)
    assert not town.see(visit).absent


def test_guests_are_erased_with_the_visit_and_leave_no_fact(town):
    visit = town.speak()
    asking(town, visit)
    facts = facts_of(town)
    town.citizen(staying.leave, visit)
    town.citizen(staying.leave, visit)
    room = town.floor().room
    assert not list(room.visits())
    assert facts_of(town) == facts + 1


@pytest.mark.parametrize(
    "said, wrong",
    [
        ({}, {"name": "required", "privacy_noted": "required"}),
        ({"name": " \u200b", "privacy_noted": True}, {"name": "required"}),
        ({"name": "x" * 101, "privacy_noted": True}, {"name": "too_long"}),
        ({"name": 7, "privacy_noted": True}, {"name": "not_text"}),
        ({"name": NAME, "privacy_noted": "yes"}, {"privacy_noted": "required"}),
    ],
)
def test_a_guest_says_a_name_and_has_read_the_notice(said, wrong):
    with pytest.raises(Invalid) as refused:
        read_name(said)
    assert refused.value.fields == wrong


def test_a_name_is_one_tame_line():
    said = {"name": " Olena\n\u202eMusterenko ", "privacy_noted": True}
    assert read_name(said) == NAME


INVITING = [
    lambda town, visit, id: town.citizen(company.invite, visit),
    lambda town, visit, id: town.clerk(company.invite_as_clerk, visit),
]
GUESTS_OWN = [
    lambda town, visit, id: town.citizen(company.ask, visit, id, NAME),
    lambda town, visit, id: town.citizen(company.go, visit, id),
]
DECIDING = [
    lambda town, visit, id: town.clerk(company.admit, visit, id),
    lambda town, visit, id: town.clerk(company.refuse, visit, id),
    lambda town, visit, id: town.citizen(company.withdraw, visit, id),
    lambda town, visit, id: town.clerk(company.withdraw_as_clerk, visit, id),
]
GOING_ON = [
    lambda town, visit, id: town.clerk(calling.call, visit),
    lambda town, visit, id: town.citizen(staying.answer, visit),
    lambda town, visit, id: town.clerk(calling.hold, visit),
    lambda town, visit, id: town.clerk(calling.resume, visit),
    lambda town, visit, id: town.clerk(calling.requeue, visit),
    lambda town, visit, id: town.clerk(calling.miss, visit),
    lambda town, visit, id: town.clerk(calling.renew_link, visit),
    lambda town, visit, id: town.clerk(calling.finish, visit, Outcome.SOLVED),
    lambda town, visit, id: town.clerk(calling.undo, visit),
    lambda town, visit, id: town.citizen(staying.leave, visit),
]
deeds = st.sampled_from(INVITING + GUESTS_OWN + DECIDING + GOING_ON)
wishes = st.lists(st.tuples(deeds, st.integers(1, 6)), max_size=40)


def test_whatever_is_done_in_whatever_order(make_town):
    @given(wishes=wishes)
    def holds(wishes):
        do_in_order(make_town(), wishes)

    holds()


def do_in_order(town, wishes):
    town.open()
    visit = town.knock()
    let_in, gone = set(), set()
    for deed, number in wishes:
        id = f"{visit.id}-{number}"
        before = {guest.id for guest in visit.guests}
        with suppress(Refusal):
            deed(town, visit, id)
            let_in |= {id} if deed is DECIDING[0] else set()
        gone |= before - {guest.id for guest in visit.guests}
        check(town, visit, let_in, gone)
        town.later(seconds=5)


def check(town, visit, let_in, gone):
    """Never more than three, none without the clerk, none in a room outside a call."""
    now = {guest.id for guest in visit.guests}
    admitted = {g.id for g in visit.guests if g.state is GuestState.ADMITTED}
    assert len(visit.guests) <= 3
    assert not gone & now
    assert admitted <= let_in
    assert all(guest.name for guest in visit.guests if guest.id in admitted)
    talks = town.see(visit).state is State.IN_CALL
    inside = {id for id in now if may_enter(town, visit, id)}
    assert inside == (admitted if talks else set())
