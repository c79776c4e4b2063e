"""Third persons in the staff view: invited, shown when they ask, let in or not."""

from collective.virtualoffice.domain.waiting import calling
from collective.virtualoffice.domain.waiting import company
from collective.virtualoffice.usecases.guests import guest_page
import pytest


NAME = "Olena Musterenko"


@pytest.fixture
def found(office, act_here):
    """found(visit) answers the visit as it is stored."""
    return lambda visit: act_here(lambda floor: floor.room.visit(visit))


@pytest.fixture
def asking(act_here, found, called):
    """A guest of the called visit who said a name."""

    def deed(floor):
        visit = floor.room.visit(called)
        guest = company.invite(floor, visit)
        company.ask(floor, visit, guest.id, NAME)
        return guest

    return act_here(deed)


def test_a_clerk_invites_and_hands_the_link_over(clerk, called, found, office):
    page = clerk.do("invite", called)
    (guest,) = found(called).guests
    assert guest.invited_by == "desk"
    assert guest_page(office, guest) in page
    assert "The link for a third person is at the visit." in page


def test_the_link_that_the_citizen_made_is_not_shown_to_staff(clerk, asking, office):
    page = clerk.look()
    assert "@@guest/" not in page
    assert NAME in page


def test_the_banner_leads_to_where_one_decides(clerk, asking):
    clerk.look()
    link = clerk.browser.getLink(f"Let in or refuse: {NAME}")
    place = link.url.rpartition("#")[2]
    assert place == f"guest-{asking.id}"
    assert f'id="{place}"' in clerk.browser.contents


def test_who_has_no_desk_is_not_led_to_a_decision(colleague, called, asking, act_here):
    act_here(lambda floor: calling.requeue(floor, "clerk", called))
    assert "A third person wants to come in:" in colleague.look()
    assert "Let in or refuse" not in colleague.browser.contents


def test_somebody_who_asks_is_let_in(clerk, called, asking, found):
    assert "A third person wants to come in:" in clerk.look()
    page = clerk.do("let-in", called)
    assert "The third person may enter the room." in page
    assert "A third person wants to come in:" not in page
    assert found(called).guests[0].state == "admitted"


def test_somebody_who_asks_is_refused_and_let_in_after_all(
    clerk, called, asking, found
):
    clerk.do("turn-away", called)
    assert found(called).guests[0].state == "refused"
    clerk.do("let-in", called)
    assert found(called).guests[0].state == "admitted"


def test_a_link_is_taken_back(clerk, called, asking, found):
    clerk.do("let-in", called)
    assert "The link is taken back." in clerk.do("uninvite", called)
    assert found(called).guests == ()


def test_what_was_decided_meanwhile_is_told(clerk, called, asking, act_here):
    form = clerk.form("let-in", called)
    act_here(lambda floor: company.go(floor, floor.room.visit(called), asking.id))
    assert "This invitation is not valid" in clerk.send(form)


def test_a_colleague_sees_and_does_not_decide(clerk, colleague, called, asking):
    assert not colleague.may("let-in", called)
    assert not colleague.may("invite", called)
