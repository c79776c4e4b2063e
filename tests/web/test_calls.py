"""Calls that go another way than straight into the room."""

from collections.abc import Callable
from collections.abc import Iterator
from people import Citizen
from people import Clerk
from playwright.sync_api import expect
from town import Town
import pytest
import re


@pytest.fixture
def erika(citizen: Callable[..., Citizen], desk: Clerk) -> Citizen:
    """Somebody whose page shows a call."""
    made = citizen()
    made.knock()
    made.comes_alive()
    desk.call_next()
    made.is_called()
    return made


@pytest.fixture
def hurried_town(town: Town) -> Iterator[Town]:
    """A town where a call has to be answered within half a minute."""
    before = town.set(answer_seconds=30)
    yield town
    town.set(**before)


def test_whoever_was_missed_comes_back_to_the_old_place(
    erika: Citizen, desk: Clerk
) -> None:
    desk.press("Nicht erreicht")
    erika.is_headed("Wir haben Sie nicht erreicht")
    erika.reads("Dann stehen Sie wieder an Ihrem alten Platz.")
    erika.press("Ich bin wieder da")
    erika.is_headed("Sie sind im Warteraum")
    expect(desk.queue).to_contain_text("Erika Mustermann")
    desk.call_next()
    erika.is_called()


def test_a_clerk_takes_somebody_missed_back_into_the_queue(
    erika: Citizen, desk: Clerk
) -> None:
    desk.press("Nicht erreicht")
    desk.press("Zurück in die Reihe holen")
    expect(desk.queue).to_contain_text("Erika Mustermann")
    erika.is_headed("Sie sind im Warteraum")


def test_a_call_not_answered_keeps_the_place(
    hurried_town: Town, erika: Citizen, desk: Clerk
) -> None:
    erika.page.clock.install()
    erika.page.reload()
    erika.is_called()
    erika.page.clock.run_for(10_000)
    expect(erika.page.get_by_role("alert")).to_contain_text("Noch 25 Sekunden")
    hurried_town.let_pass(seconds=30)
    erika.is_headed("Sie sind im Warteraum")
    erika.reads("aufgerufen und nicht erreicht")
    expect(desk.queue).to_contain_text("Nicht geantwortet: 1")
    erika.press("Ich bin wieder da")
    desk.call_next()
    erika.is_called()


def test_more_time_can_be_asked_for(erika: Citizen, desk: Clerk) -> None:
    left = erika.page.locator("#visit-left")
    expect(left).to_contain_text("Sekunden")
    erika.press("Ich brauche mehr Zeit")
    expect(left).to_contain_text("Minuten")
    erika.reads("Bitte treten Sie bis")
    expect(erika.page.get_by_role("status")).to_contain_text("Bitte treten Sie bis")
    expect(erika.button("Ich brauche mehr Zeit")).to_be_focused()
    erika.enter()


def test_a_call_taken_back_leads_back_to_the_waiting_room(
    erika: Citizen, desk: Clerk
) -> None:
    desk.press("Aufruf zurücknehmen")
    erika.is_headed("Sie sind im Warteraum")
    expect(erika.place).to_have_text("Sie sind als Nächstes dran.")


def test_a_citizen_who_leaves_during_the_call_frees_the_desk(
    erika: Citizen, desk: Clerk
) -> None:
    erika.follow("Warteraum verlassen")
    erika.press("Ja, gehen")
    erika.is_headed("Sie sind gegangen")
    expect(desk.current).to_have_count(0)
    expect(desk.button("Nächste Person aufrufen")).to_be_visible()


def test_a_citizen_returns_into_the_room_after_closing_it(
    erika: Citizen, desk: Clerk
) -> None:
    erika.enter()
    room = erika.room
    erika.follow("Raum verlassen")
    erika.is_headed("Ihr Gespräch läuft")
    erika.follow("Zurück in den Raum")
    assert erika.room == room


def test_a_break_in_the_room_stops_the_camera_and_ends_by_a_call(
    erika: Citizen, desk: Clerk
) -> None:
    erika.enter()
    erika.press("Kamera einschalten")
    picture = erika.page.locator("#room-video")
    expect(picture).to_be_visible()
    stream = picture.evaluate_handle("video => video.srcObject")
    desk.press("Zurückstellen")
    erika.reads("Sie ruft Sie, wenn es weitergeht.")
    expect(erika.page).to_have_title(re.compile("Kurze Pause"))
    expect(picture).to_be_hidden()
    assert not stream.evaluate("stream => stream.active")
    desk.press("Mit dem Besuch weitermachen")
    expect(erika.page.get_by_role("alert")).to_contain_text("Es geht weiter!")
    expect(erika.page).to_have_title(re.compile("Es geht weiter!"))
    desk.finish()
    erika.reads("Das Gespräch ist zu Ende")
    erika.follow("Zurück zu meinem Besuch")
    erika.is_headed("Ihr Anliegen ist erledigt")


def test_whoever_is_put_back_in_line_is_led_out_of_the_room(
    erika: Citizen, desk: Clerk
) -> None:
    erika.enter()
    desk.press("Zurück in die Reihe")
    erika.is_headed("Sie sind im Warteraum")
