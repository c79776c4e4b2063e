"""What citizens and third persons read while nobody can enter a room."""

from collective.virtualoffice.domain.waiting import company
from collective.virtualoffice.usecases.guests import guest_page
from plone import api
import pytest
import transaction


@pytest.fixture
def set_video(office):
    """set_video(system) chooses one; of "jitsi" the server is not set."""

    def make(system):
        record = "collective.virtualoffice.video_system"
        api.portal.set_registry_record(record, system)
        transaction.commit()

    return make


@pytest.fixture
def broken_room(answered, set_video, browse, page_of):
    """The citizen's browser on a room that nobody can enter."""
    set_video("jitsi")
    return browse(f"{page_of(answered)}/room")


def test_the_room_says_that_the_conversation_is_kept(broken_room, answered):
    assert broken_room.headers["Status"].startswith("503")
    assert broken_room.headers["Retry-After"] == "60"
    assert "The video is out of order" in broken_room.contents
    assert "Your conversation is kept" in broken_room.contents
    assert "not set up" not in broken_room.contents
    assert answered.progress.room not in broken_room.contents


def test_the_room_names_the_phone_of_the_office(broken_room):
    assert 'href="tel:020001150"' in broken_room.contents


def test_a_number_for_a_call_back_is_left_there(broken_room, answered, clerk, press):
    broken_room.getControl(name="phone", index=0).value = "02000 115-7"
    press(broken_room, "phone")
    assert "You ask to be called back" in broken_room.contents
    assert "The video is out of order" in broken_room.contents
    seen = clerk.decide(lambda floor: floor.see(floor.room.visit(answered.id)))
    assert (seen.visit.phone, seen.state) == ("02000 115-7", "in_call")


def test_another_try_leads_into_the_room_when_it_can_be_entered(broken_room, set_video):
    broken_room.getLink("Try again").click()
    assert broken_room.headers["Status"].startswith("503")
    set_video("demonstration")
    broken_room.getLink("Try again").click()
    assert "Demonstration room" in broken_room.contents


def test_the_page_of_the_visit_says_it_too(answered, set_video, visit_page):
    assert "Call back by phone" not in visit_page(answered).contents
    set_video("jitsi")
    page = visit_page(answered)
    assert page.headers["Status"].startswith("200")
    assert "The video is out of order" in page.contents
    assert "Call back by phone" in page.contents


def test_a_call_cannot_be_answered_and_the_place_is_kept(
    called, set_video, visit_page, press, clerk
):
    set_video("jitsi")
    page = press(visit_page(called), "enter")
    assert page.headers["Status"].startswith("503")
    assert "nobody can enter a room" in page.contents
    assert "Your place is kept" in page.contents
    assert "Call back by phone" in page.contents
    seen = clerk.decide(lambda floor: floor.see(floor.room.visit(called.id)))
    assert seen.state == "called"


def test_whoever_waits_reads_nothing_of_it(clerk, knock, set_video, visit_page):
    waiting = knock()
    set_video("jitsi")
    assert 'id="visit-outage"' not in visit_page(waiting).contents


def test_a_third_person_stays_let_in(office, clerk, answered, set_video, browse):
    def come(floor):
        visit = floor.room.visit(answered.id)
        guest = company.invite(floor, visit)
        company.ask(floor, visit, guest.id, "Olena Musterenko")
        return guest

    guest = clerk.decide(come)
    clerk.do(company.admit, answered.id, guest.id)
    set_video("jitsi")
    page = browse(f"{guest_page(office, guest)}/room")
    assert page.headers["Status"].startswith("503")
    assert "You are let in all the same." in page.contents
    assert 'href="tel:020001150"' in page.contents
    set_video("demonstration")
    page.getLink("Try again").click()
    assert "Demonstration room" in page.contents
