"""The page behind a private link, in every state."""

from collective.virtualoffice.domain.waiting import admission
from collective.virtualoffice.domain.waiting import calling
from collective.virtualoffice.domain.waiting import duty
from collective.virtualoffice.domain.waiting import staying
from collective.virtualoffice.domain.waiting.states import Outcome
from collective.virtualoffice.usecases.floor import act_as_visitor
from collective.virtualoffice.usecases.floor import read_floor
from collective.virtualoffice.usecases.floor import visit_token
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from plone import api
import pytest
import re
import transaction


@pytest.fixture
def visitor(office):
    """visitor(visit, deed, ago=minutes) does what the citizen does."""

    def do(visit, deed, ago=0):
        now = datetime.now(UTC) - timedelta(minutes=ago)
        return act_as_visitor(office, visit_token(visit), now, deed)

    return do


@pytest.fixture
def in_call(clerk, knock, visitor):
    """A visit whose citizen has entered."""
    visit = knock()
    clerk.do(calling.call, visit.id)
    visitor(visit, staying.answer)
    return visit


def state(office, visit):
    return str(read_floor(office, datetime.now(UTC)).see(visit).state)


def test_waiting_says_place_wait_and_rule(clerk, knock, visit_page):
    knock("Jemand davor")
    page = visit_page(knock()).contents
    assert "Before you: 1 person" in page
    assert "Expected wait:" in page and "(rough guess)" in page
    assert "Whose turn is it when?" in page
    assert "Your place is kept when the phone locks" in page


def test_the_first_is_next(clerk, knock, visit_page):
    assert "You are next." in visit_page(knock()).contents


def test_waiting_shows_the_papers_of_the_service(
    office, clerk, knock, make_service, visit_page
):
    service = make_service(
        offices=[office], documents=[{"title": "Ausweis", "note": None}]
    )
    transaction.commit()
    page = visit_page(knock(service=service.UID())).contents
    assert "Please have ready" in page and "Ausweis" in page


def test_messages_are_shown_as_text(clerk, knock, visit_page):
    visit = knock()
    clerk.decide(calling.tell, "Bitte <b>kurz</b> warten", visit.id)
    assert "Bitte &lt;b&gt;kurz&lt;/b&gt; warten" in visit_page(visit).contents


def test_the_link_can_be_taken_along(clerk, knock, visit_page, page_of):
    visit = knock()
    page = visit_page(visit).contents
    assert f'value="{page_of(visit)}"' in page
    assert 'aria-label="QR code of the private link"' in page
    assert "<svg" in page


def test_the_page_is_private(clerk, knock, visit_page):
    page = visit_page(knock())
    assert page.headers["Cache-Control"] == "no-store"
    assert page.headers["X-Robots-Tag"] == "noindex"
    assert page.headers["Referrer-Policy"] == "no-referrer"
    assert "script-src 'self';" in page.headers["Content-Security-Policy"]
    assert "Set-Cookie" not in page.headers


def test_no_script_stands_in_the_page(in_call, clerk, knock, visit_page):
    for visit in (in_call, knock()):
        page = visit_page(visit).contents
        assert all(' src="' in part[:200] for part in page.split("<script")[1:])


def test_it_speaks_the_language_the_visit_began_in(clerk, knock, visit_page):
    german = visit_page(knock(page_language="de"), language="en")
    assert "Sie sind im Warteraum" in german.contents
    assert 'lang="de" xml:lang="de"' in german.contents
    assert german.headers["Content-Language"] == "de"
    english = visit_page(knock(page_language="en"), language="de")
    assert "You are in the waiting room" in english.contents
    assert english.headers["Content-Language"] == "en"


def test_a_language_the_site_does_not_speak_changes_nothing(clerk, knock, visit_page):
    page = visit_page(knock(page_language="fr"), language="de")
    assert "Sie sind im Warteraum" in page.contents


def test_bringing_up_to_date_is_a_sign_of_life(office, clerk, knock, visit_page, press):
    visit = knock(ago=10)
    page = visit_page(visit)
    assert "We have not heard of you for a while." in page.contents
    press(page, "refresh")
    assert "We have not heard" not in page.contents
    assert not read_floor(office, datetime.now(UTC)).see(visit).absent


def test_only_the_page_that_reloads_itself_writes_when_read(
    office, clerk, knock, browse, page_of
):
    visit = knock(ago=10)
    browse(page_of(visit))
    assert read_floor(office, datetime.now(UTC)).see(visit).absent
    page = browse(f"{page_of(visit)}?reload")
    assert 'http-equiv="refresh"' in page.contents
    assert not read_floor(office, datetime.now(UTC)).see(visit).absent
    page.getLink("Stop reloading").click()
    assert 'http-equiv="refresh"' not in page.contents


def test_asking_for_the_headers_of_that_page_writes_nothing(
    office, clerk, knock, visit_page, page_of
):
    visit = knock(ago=10)
    visit_page(visit).testapp.head(f"{page_of(visit)}?reload", status=200)
    assert read_floor(office, datetime.now(UTC)).see(visit).absent


def test_reloading_notes_that_the_call_was_shown(office, clerk, knock, browse, page_of):
    visit = knock()
    clerk.do(calling.call, visit.id)
    browse(page_of(visit))
    assert visit.progress.respond_by is None
    assert "Please enter before" in browse(f"{page_of(visit)}?reload").contents


def test_the_call_is_one_clear_button(clerk, knock, visit_page):
    visit = knock()
    clerk.do(calling.call, visit.id)
    page = visit_page(visit).contents
    assert "It is your turn!" in page and "Schalter 1" in page
    assert page.count("Enter now") == 1 and "I need more time" in page


def test_more_time_can_be_asked_for(office, clerk, knock, visit_page, press):
    visit = knock()
    clerk.do(calling.call, visit.id)
    press(visit_page(visit), "extend")
    assert read_floor(office, datetime.now(UTC)).see(visit).progress.extensions == 1


def test_entering_leads_into_the_room(clerk, knock, visit_page, press):
    visit = knock()
    clerk.do(calling.call, visit.id)
    page = press(visit_page(visit), "enter")
    assert page.url.endswith("/room")
    assert "Demonstration room" in page.contents


def test_a_button_pressed_too_late_is_told_on_the_page(clerk, knock, visit_page, press):
    visit = knock()
    clerk.do(calling.call, visit.id)
    page = visit_page(visit)
    clerk.do(calling.requeue, visit.id)
    press(page, "enter")
    assert page.headers["Status"].startswith("409")
    assert "That is no longer possible." in page.contents
    assert "You are next." in page.contents


def test_an_unknown_button_changes_nothing(clerk, knock, visit_page, page_of):
    visit = knock()
    page = visit_page(visit)
    page.post(page_of(visit), "action=explode")
    assert "You are in the waiting room" in page.contents


def test_an_unanswered_call_is_told_with_its_time(
    office, clerk, knock, visitor, visit_page, press
):
    visit = knock()
    clerk.do(calling.call, visit.id, ago=4)
    visitor(visit, staying.note_shown, ago=3)
    page = visit_page(visit)
    assert "and did not reach you." in page.contents
    press(page, "return")
    seen = read_floor(office, datetime.now(UTC)).see(visit)
    assert seen.may_be_called
    assert "We will call you again." in page.contents


def test_a_missed_visit_may_come_back(office, clerk, knock, visit_page, press):
    visit = knock()
    clerk.do(calling.call, visit.id)
    clerk.do(calling.miss, visit.id)
    page = visit_page(visit)
    assert "We did not reach you" in page.contents
    assert "Come back before" in page.contents
    press(page, "return")
    assert state(office, visit) == "waiting"


def test_a_missed_visit_that_does_not_come_back_is_over(clerk, knock, visit_page):
    visit = knock(ago=45)
    clerk.do(calling.call, visit.id, ago=41)
    clerk.do(calling.miss, visit.id, ago=40)
    clerk.open()
    page = visit_page(visit).contents
    assert "the time to come back is over" in page and "Knock again" in page


def test_in_call_leads_back_into_the_room(in_call, visit_page):
    page = visit_page(in_call)
    page.getLink("Back to the room").click()
    assert page.url.endswith("/room")


def test_on_hold_says_that_it_goes_on(in_call, clerk, visit_page):
    clerk.do(calling.hold, in_call.id)
    assert "You do not have to queue again." in visit_page(in_call).contents


def test_on_hold_says_what_to_fetch_for_how_long_and_the_link(
    office, clerk, knock, visitor, make_service, visit_page, page_of
):
    service = make_service(
        offices=[office], documents=[{"title": "Ausweis", "note": None}]
    )
    transaction.commit()
    visit = knock(service=service.UID())
    clerk.do(calling.call, visit.id)
    visitor(visit, staying.answer)
    clerk.do(calling.hold, visit.id)
    page = visit_page(visit).contents
    assert "Please have ready" in page and "Ausweis" in page
    assert re.search(r"The break may last\s+30\s+minutes, until\s+\d+:\d\d", page)
    assert f'value="{page_of(visit)}"' in page


def test_after_a_break_the_page_calls_again(in_call, clerk, visit_page):
    assert "It goes on!" not in visit_page(in_call).contents
    clerk.do(calling.hold, in_call.id)
    clerk.do(calling.resume, in_call.id)
    page = visit_page(in_call)
    assert "<title>It goes on!" in page.contents
    assert ">It goes on!</h1>" in page.contents
    assert page.getLink("Back to the room").url.endswith("/room")


def test_waiting_shows_what_was_said_at_the_door(knock, clerk, visit_page):
    said = {"note": "Ich habe <zwei> Fragen", "spoken_languages": ("de", "xx")}
    page = visit_page(knock("Erika Mustermann", **said)).contents
    assert "<bdi>Erika Mustermann</bdi>" in page
    assert "Ich habe &lt;zwei&gt; Fragen" in page
    assert 'lang="de">Deutsch (German)<' in page
    assert 'lang="xx">xx<' in page


@pytest.mark.parametrize(
    "outcome, words",
    [
        (Outcome.SOLVED, "Your matter is settled"),
        (Outcome.FOLLOW_UP, "Your matter goes on"),
        (Outcome.IN_PERSON, "Please come to us in person"),
        (Outcome.TECHNICAL_FAILURE, "The technology did not work"),
        (Outcome.ENDED_BY_OFFICE, "The office ended the conversation"),
    ],
)
def test_every_outcome_says_what_comes_next(in_call, clerk, visit_page, outcome, words):
    clerk.do(calling.finish, in_call.id, outcome)
    page = visit_page(in_call).contents
    assert f"<h1>{words}</h1>" in page
    assert "02000 115-0" in page and "Erase my data now" in page


def test_leaving_asks_first(office, clerk, knock, visit_page, press):
    visit = knock()
    page = visit_page(visit)
    page.getLink("Leave the waiting room").click()
    assert "<h1>Do you want to leave?</h1>" in page.contents
    assert page.title.startswith("Do you want to leave?")
    assert state(office, visit) == "waiting"
    press(page, "leave")
    assert "You have left" in page.contents and "Knock again" in page.contents


def test_leaving_a_visit_that_ended_meanwhile_erases_nothing(
    in_call, clerk, browse, page_of, press
):
    page = browse(f"{page_of(in_call)}?leave")
    clerk.do(calling.finish, in_call.id, Outcome.SOLVED)
    press(page, "leave")
    assert "Your matter is settled" in page.contents


def test_an_expired_visit_says_so(clerk, knock, visit_page):
    assert "Your visit has expired" in visit_page(knock(ago=40)).contents


def test_the_end_of_the_day_is_told(clerk, knock, visit_page):
    visit = knock()
    clerk.decide(admission.end_day)
    page = visit_page(visit).contents
    assert "The office closed before your turn" in page
    assert "We open again" in page
    assert "Knock again" not in page


def test_nobody_is_sent_to_a_door_without_staff(clerk, knock, visit_page):
    visit = knock()
    clerk.decide(duty.close_desk, "clerk")
    page = visit_page(visit)
    page.open(f"{page.url}?leave")
    page.getControl("Yes, leave").click()
    page = page.contents
    assert "Nobody is there just now" in page
    assert "Knock again" not in page


def test_after_the_days_end_a_missed_visit_is_over(clerk, knock, visit_page):
    visit = knock()
    clerk.do(calling.call, visit.id)
    clerk.do(calling.miss, visit.id)
    clerk.decide(admission.end_day)
    page = visit_page(visit).contents
    assert "the time to come back is over" in page
    assert 'value="return"' not in page


def test_an_office_left_by_all_is_told(clerk, knock, visit_page):
    visit = knock()
    clerk.decide(duty.close_desk, "clerk")
    page = visit_page(visit).contents
    assert "Nobody of our staff is there at the moment." in page


def test_a_visit_nobody_serves_is_told(clerk, knock, visit_page):
    visit = knock(spoken_languages=("en",))
    clerk.open(languages=("de",))
    assert "nobody here serves your request" in visit_page(visit).contents


def test_data_can_be_erased_at_once(in_call, clerk, visit_page, press, page_of, browse):
    clerk.do(calling.finish, in_call.id, Outcome.SOLVED)
    address = page_of(in_call)
    page = press(browse(f"{address}?erase"), "erase")
    assert page.headers["Status"].startswith("200")
    assert "Your data are erased" in page.contents
    assert "We do not find this visit" in browse(address).contents


def test_erasing_asks_first_and_says_what_is_lost(in_call, clerk, visit_page):
    clerk.decide(calling.tell, "Please bring your passport", in_call.id)
    clerk.do(calling.finish, in_call.id, Outcome.SOLVED)
    page = visit_page(in_call)
    page.getLink("Erase my data now").click()
    assert "Do you want to erase your data now?" in page.contents
    assert "this page and your private link" in page.contents
    assert "the messages from our staff" in page.contents
    assert "you can no longer come back" not in page.contents
    page.getLink("No, go back").click()
    assert "Your matter is settled" in page.contents


def test_pressed_twice_the_answer_is_that_the_data_are_erased(
    clerk, knock, visitor, browse, page_of
):
    visit = knock()
    address = page_of(visit)
    for _left_then_erased in range(2):
        visitor(visit, staying.leave)
    page = browse(address)
    page.post(address, "action=erase")
    assert "Your data are erased" in page.contents
    assert page.headers["Status"].startswith("200")


def test_a_wrong_link_is_never_told_that_data_are_erased(clerk, knock, browse, page_of):
    address = f"{page_of(knock())[:-3]}xxx"
    page = browse(address)
    page.post(address, "action=erase")
    assert page.headers["Status"].startswith("404")
    assert "We do not find this visit" in page.contents


def test_who_was_missed_loses_the_way_back_by_erasing(clerk, knock, visit_page, press):
    visit = knock()
    clerk.do(calling.call, visit.id)
    clerk.do(calling.miss, visit.id)
    page = visit_page(visit)
    page.getLink("Do not come back, and erase my data").click()
    assert "you can no longer come back to it" in page.contents
    assert "the messages from our staff" not in page.contents
    assert "Your data are erased" in press(page, "erase").contents


def test_a_visit_that_goes_on_is_not_asked_to_erase(knock, clerk, browse, page_of):
    page = browse(f"{page_of(knock())}?erase")
    assert "You are in the waiting room" in page.contents
    assert "Do you want to erase" not in page.contents


def test_the_question_about_erasing_erases_nothing_that_goes_on_meanwhile(
    office, in_call, clerk, browse, page_of, press
):
    clerk.do(calling.finish, in_call.id, Outcome.SOLVED)
    page = browse(f"{page_of(in_call)}?erase")
    clerk.do(calling.undo, in_call.id)
    assert "It goes on!" in press(page, "erase").contents
    assert state(office, in_call) == "in_call"


def test_the_goodbye_speaks_the_language_of_the_visit(clerk, knock, visit_page, press):
    visit = knock(page_language="de")
    page = press(visit_page(visit), "leave")
    page.getLink("Meine Daten jetzt löschen").click()
    assert "Möchten Sie Ihre Daten jetzt löschen?" in page.contents
    press(page, "erase")
    assert "Ihre Daten sind gelöscht" in page.contents


def test_a_running_visit_is_not_erased_by_mistake(
    office, clerk, knock, browse, page_of
):
    visit = knock()
    page = browse(page_of(visit))
    page.post(page_of(visit), "action=erase")
    assert state(office, visit) == "waiting"


@pytest.mark.parametrize("token", ["", "x", "a.b", f"{'0' * 24}.{'x' * 43}", "x" * 500])
def test_what_is_no_link_is_always_answered_alike(office, clerk, browse, token):
    page = browse(f"{office.absolute_url()}/@@visit/{token}")
    assert page.headers["Status"].startswith("404")
    assert "We do not find this visit" in page.contents
    assert "<title>Visit not found" in page.contents
    assert page.headers["Cache-Control"] == "no-store"


def test_a_new_link_kills_the_old_one(clerk, knock, browse, page_of):
    visit = knock()
    old = page_of(visit)
    clerk.do(calling.renew_link, visit.id)
    assert browse(old).headers["Status"].startswith("404")
    assert browse(page_of(visit)).headers["Status"].startswith("200")


def test_no_statistics_service_hears_of_private_pages(office, clerk, knock, visit_page):
    tracker = "<script src='https://tracker.example/t.js'></script>"
    api.portal.set_registry_record("plone.webstats_js", tracker)
    api.portal.set_registry_record("plone.webstats_head_js", tracker)
    transaction.commit()
    assert "tracker.example" not in visit_page(knock()).contents


def test_leaving_a_conversation_asks_about_the_conversation(in_call, browse, page_of):
    page = browse(f"{page_of(in_call)}?leave")
    assert "Your conversation with the office ends" in page.contents
    assert "You lose your place" not in page.contents


def test_while_all_desks_pause_it_says_so(clerk, knock, visit_page):
    visit = knock()
    clerk.decide(lambda floor: duty.pause(floor, "clerk"))
    assert "Our staff take a short break" in visit_page(visit).contents


def test_a_private_page_lets_keyboards_skip_to_its_content(knock, clerk, visit_page):
    page = visit_page(knock()).contents
    link = page.index("Skip to the content")
    assert link < page.index('id="main-container"')


def test_a_call_says_what_it_costs_not_to_enter(called, clerk, visitor, visit_page):
    page = visit_page(called).contents
    assert re.search(r"you come back to it within\s+30\s+minutes", page)
    clerk.do(calling.miss, called.id)
    visitor(called, staying.come_back)
    clerk.do(calling.call, called.id)
    page = visit_page(called).contents
    assert "your place is not lost" not in page
    assert "If we do not reach you this time either, your visit ends." in page
