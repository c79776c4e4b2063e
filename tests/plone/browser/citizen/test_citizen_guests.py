"""Third persons: the fold on the waiting page, and their own page."""

from collective.virtualoffice.domain.waiting import calling
from collective.virtualoffice.domain.waiting import company
from collective.virtualoffice.domain.waiting import staying
from collective.virtualoffice.domain.waiting.states import Outcome
from collective.virtualoffice.usecases import rooms
from collective.virtualoffice.usecases.floor import act_as_visitor
from collective.virtualoffice.usecases.floor import visit_token
from collective.virtualoffice.usecases.guests import guest_page
from datetime import datetime
from datetime import UTC
from plone import api
import pytest
import transaction


NAME = "Olena <Musterenko>"
SHOWN = "Olena &lt;Musterenko&gt;"


@pytest.fixture
def visit(clerk, knock):
    return knock("Erika Mustermann", note="Mein Anliegen")


@pytest.fixture
def stay(office, visit):
    """stay(deed, *args) is a deed of the citizen."""
    now = datetime.now(UTC)
    return lambda deed, *args: act_as_visitor(
        office, visit_token(visit), now, lambda floor, found: deed(floor, found, *args)
    )


@pytest.fixture
def guest(stay):
    return stay(company.invite)


@pytest.fixture
def asking(stay, guest):
    stay(company.ask, guest.id, NAME)
    return guest


@pytest.fixture
def admitted(clerk, visit, asking):
    clerk.do(company.admit, visit.id, asking.id)
    return asking


@pytest.fixture
def in_call(clerk, visit, stay):
    clerk.do(calling.call, visit.id)
    stay(staying.answer)
    return visit


@pytest.fixture
def page(office, browse):
    """page(guest) answers a browser before the guest's page."""
    return lambda guest, rest="", **how: browse(
        f"{guest_page(office, guest)}{rest}", **how
    )


def test_a_link_is_made_shown_and_taken_back(visit, visit_page, press, office):
    page = visit_page(visit)
    press(page, "invite")
    (guest,) = visit.guests
    assert guest_page(office, guest) in page.contents
    assert "<svg" in page.contents
    press(page, "withdraw")
    assert visit.guests == ()
    assert "@@guest/" not in page.contents


def test_a_form_that_is_sent_twice_makes_one_link(visit, visit_page, press):
    first, second = visit_page(visit), visit_page(visit)
    press(first, "invite")
    press(second, "invite")
    assert len(visit.guests) == 1


@pytest.mark.parametrize("number", ["x", "999999", "1.5"])
def test_a_number_that_is_none_is_refused_in_words(visit, visit_page, number):
    page = visit_page(visit)
    page.post(page.url, f"action=invite&number={number}")
    assert page.headers["Status"].startswith("400")
    assert "Please check what you entered." in page.contents
    assert visit.guests == ()


@pytest.mark.parametrize("moment", ["called", "talking", "held"])
def test_it_can_be_done_until_the_end(clerk, visit, stay, visit_page, press, moment):
    clerk.do(calling.call, visit.id)
    if moment != "called":
        stay(staying.answer)
    if moment == "held":
        clerk.do(calling.hold, visit.id)
    press(visit_page(visit), "invite")
    assert len(visit.guests) == 1


def test_the_page_of_a_guest_is_private_and_tells_nothing_of_the_citizen(page, guest):
    found = page(guest)
    assert found.headers["Cache-Control"] == "no-store"
    assert found.headers["X-Robots-Tag"] == "noindex"
    assert found.headers["Referrer-Policy"] == "no-referrer"
    assert "default-src 'none'" in found.headers["Content-Security-Policy"]
    assert "Set-Cookie" not in found.headers
    assert "Bürgerbüro Mitte" in found.contents
    for secret in ("Erika", "Anliegen"):
        assert secret not in found.contents


def test_a_guest_says_a_name_and_asks(page, guest, visit):
    found = page(guest)
    found.getControl("Ask to be let in").click()
    assert found.headers["Status"].startswith("400")
    assert visit.guests[0].state == "invited"
    found.getControl("Your name").value = NAME
    found.getControl(name="privacy").value = ["1"]
    found.getControl("Ask to be let in").click()
    assert "The office decides" in found.contents
    assert SHOWN in found.contents
    assert (visit.guests[0].state, visit.guests[0].name) == ("asking", NAME)


def test_the_page_speaks_the_language_of_the_guest(page, guest):
    german = page(guest, language="de").contents
    assert "Sie sind zu einem Videogespräch eingeladen" in german


def test_the_citizen_reads_how_it_stands(visit, asking, visit_page, clerk):
    assert SHOWN in visit_page(visit).contents
    assert "asks to come in" in visit_page(visit).contents
    clerk.do(company.admit, visit.id, asking.id)
    assert "was let in" in visit_page(visit).contents


def test_who_was_let_in_waits_for_the_conversation(page, admitted):
    found = page(admitted)
    assert "You may come along" in found.contents
    assert "/room" not in found.contents


def test_who_was_let_in_enters_the_running_conversation(page, admitted, in_call, sign):
    found = page(admitted)
    assert "You can enter now!" in found.contents
    assert "Erika" not in found.contents
    room = page(admitted, "/room").contents
    assert sign(in_call) in room
    assert SHOWN in room
    assert "Erika Mustermann" in room


def test_the_others_in_the_room_read_who_is_there(browse, page_of, admitted, in_call):
    room = browse(f"{page_of(in_call)}/room").contents
    assert SHOWN in room


@pytest.mark.parametrize("who", ["guest", "asking"])
def test_nobody_enters_whom_the_clerk_did_not_let_in(page, request, in_call, who, sign):
    found = page(request.getfixturevalue(who), "/room")
    assert found.headers["Status"].startswith("409")
    assert sign(in_call) not in found.contents


def test_nobody_enters_before_during_a_break_or_after(page, clerk, visit, admitted):
    now = datetime.now(UTC)
    office, token = clerk.office, visit_token(visit)
    steps = [
        lambda: clerk.do(calling.call, visit.id),
        lambda: act_as_visitor(office, token, now, staying.answer),
        lambda: clerk.do(calling.hold, visit.id),
        lambda: clerk.do(calling.resume, visit.id),
        lambda: clerk.do(calling.finish, visit.id, Outcome.SOLVED),
    ]
    answers = []
    for step in steps:
        step()
        answers.append(page(admitted, "/room").headers["Status"][:3])
    assert answers == ["409", "200", "409", "200", "409"]


def test_the_seat_of_a_guest_does_not_moderate(page, admitted, in_call, monkeypatch):
    seats = []
    find = rooms.find_video
    monkeypatch.setattr(
        rooms, "find_video", lambda seat: seats.append(seat) or find(seat)
    )
    page(admitted, "/room")
    (seat,) = seats
    assert (seat.moderator, seat.name) == (False, NAME)
    assert seat.room == in_call.progress.room
    assert in_call.id not in seat.user


def test_a_room_that_cannot_be_entered_says_so(page, admitted, in_call):
    api.portal.set_registry_record("collective.virtualoffice.video_system", "jitsi")
    transaction.commit()
    assert page(admitted, "/room").headers["Status"].startswith("503")


def test_whoever_was_refused_reads_it(page, clerk, visit, asking):
    clerk.do(company.refuse, visit.id, asking.id)
    assert "The office did not let you in" in page(asking).contents


THANKS = "Thank you for your time."


@pytest.mark.parametrize(
    "state, talked, heading, text",
    [
        ("admitted", True, "The conversation is over", THANKS),
        ("admitted", False, "The visit is over", "There is no conversation any more."),
        ("asking", True, "The visit is over", "did not decide in time"),
        ("asking", False, "The visit is over", "did not decide in time"),
        ("refused", True, "The visit is over", "The office did not let you in."),
        ("invited", True, "The visit is over", "You do not have to come along"),
    ],
)
def test_each_end_is_told_as_it_was(
    page, clerk, visit, stay, guest, state, talked, heading, text
):
    clerk.do(calling.call, visit.id)
    if state != "invited":
        stay(company.ask, guest.id, NAME)
    if state in ("admitted", "refused"):
        decide = company.admit if state == "admitted" else company.refuse
        clerk.do(decide, visit.id, guest.id)
    if talked:
        stay(staying.answer)
    stay(staying.leave)
    found = page(guest).contents
    assert f"<h1>{heading}</h1>" in found
    assert text in found
    assert (THANKS in found) == (text == THANKS)
    assert "reach-sound" not in found


def test_who_waits_to_be_let_in_may_switch_on_sound_and_notification(page, asking):
    found = page(asking).contents
    assert "Switch on the sound for the start" in found
    assert "Allow a notification" in found


def test_the_end_is_told_and_the_name_can_be_erased(page, clerk, admitted, in_call):
    clerk.do(calling.finish, in_call.id, Outcome.SOLVED)
    found = page(admitted)
    assert "The conversation is over" in found.contents
    found.getControl(name="action").click()
    assert "Your data are erased" in found.contents
    assert in_call.guests == ()


def test_links_that_are_withdrawn_wrong_or_erased_look_alike(
    office, browse, page, visit, stay, clerk, guest
):
    other = stay(company.invite)
    stay(company.withdraw, other.id)
    url = guest_page(office, guest)
    wrong = [
        page(other),
        page(other, "/room"),
        browse(f"{url[:-1]}~"),
        browse(f"{office.absolute_url()}/@@guest/{visit_token(visit)}"),
        browse(f"{office.absolute_url()}/@@guest"),
    ]
    stay(staying.leave)
    assert "The visit is over" in page(guest).contents
    stay(staying.leave)
    wrong.append(page(guest))
    assert {each.headers["Status"][:3] for each in wrong} == {"404"}
    for each in wrong:
        assert "This invitation is not valid" in each.contents


def test_the_link_of_a_guest_opens_no_visit(office, browse, guest):
    token = guest_page(office, guest).rpartition("/")[2]
    found = browse(f"{office.absolute_url()}/@@visit/{token}")
    assert found.headers["Status"].startswith("404")


def test_the_room_of_a_jitsi_server_is_embedded_for_a_guest(page, admitted, in_call):
    record = api.portal.set_registry_record
    record("collective.virtualoffice.video_system", "jitsi")
    record("collective.virtualoffice.jitsi_server", "meet.example.org")
    transaction.commit()
    found = page(admitted, "/room")
    assert found.headers["Status"].startswith("200")
    assert "https://meet.example.org" in found.headers["Content-Security-Policy"]
    assert 'id="room-enter"' in found.contents
    assert f"/@@guest/{admitted.id}" in found.contents
    assert "Anliegen" not in found.contents
