"""What comes between citizens and their turn: reloads, tabs, dead lines."""

from collections.abc import Callable
from people import Citizen
from people import Clerk
from phone import Phone
from playwright.sync_api import expect
from town import Office
import pytest


SIGNS_APART = 25_000  # milliseconds from one sign of life to the next
NO_LINE = "Im Moment keine Verbindung. Ihr Platz bleibt erhalten."


@pytest.fixture
def erika(citizen: Callable[..., Citizen], desk: Clerk) -> Citizen:
    """Somebody in the waiting room, while one clerk is there."""
    made = citizen()
    made.knock()
    made.comes_alive()
    return made


def test_a_reload_keeps_the_visit(office: Office, erika: Citizen) -> None:
    erika.page.reload()
    erika.is_headed("Sie sind im Warteraum")
    assert office.waiting == 1


def test_going_back_and_forward_makes_no_second_visit(
    office: Office, erika: Citizen
) -> None:
    erika.page.go_back()
    erika.is_headed("Anklopfen: Videogespräch ohne Termin")
    erika.page.go_forward()
    erika.is_headed("Sie sind im Warteraum")
    assert office.waiting == 1


def test_knocking_again_after_going_back_corrects_the_same_visit(
    office: Office, erika: Citizen, desk: Clerk
) -> None:
    link = erika.page.url
    erika.page.go_back()
    knock_again(erika, "Erika Musterfrau")
    assert erika.page.url == link
    assert office.waiting == 1
    expect(desk.queue).to_contain_text("Erika Musterfrau")


def test_a_browser_that_kept_the_form_knocks_once(
    office: Office, phone: Phone, desk: Clerk
) -> None:
    erika = Citizen(phone.page, office)
    erika.open_form()
    erika.page.evaluate("window.isKept = true")
    erika.fill_in()
    erika.press("Anklopfen")
    erika.is_headed("Sie sind im Warteraum")
    erika.page.evaluate("history.back()")
    erika.is_headed("Anklopfen: Videogespräch ohne Termin")
    assert erika.page.evaluate("window.isKept")
    knock_again(erika, "Erika Musterfrau")
    assert office.waiting == 1
    expect(desk.queue).to_contain_text("Erika Musterfrau")


def test_knocking_again_after_leaving_is_a_new_visit(
    office: Office, erika: Citizen, desk: Clerk
) -> None:
    link = erika.page.url
    erika.follow("Warteraum verlassen")
    erika.press("Ja, gehen")
    erika.is_headed("Sie sind gegangen")
    while erika.page.url != office.path("@@knock"):
        erika.page.go_back()
    knock_again(erika, "Erika Mustermann")
    assert erika.page.url != link
    assert office.waiting == 1


def knock_again(erika: Citizen, name: str) -> None:
    """On the form that was gone back to."""
    erika.fill_in(name)
    erika.press("Anklopfen")
    erika.is_headed("Sie sind im Warteraum")


def test_a_double_click_knocks_once(
    office: Office, citizen: Callable[..., Citizen], desk: Clerk
) -> None:
    erika = citizen()
    erika.open_form()
    erika.fill_in()
    erika.button("Anklopfen").dblclick()
    erika.is_headed("Sie sind im Warteraum")
    assert office.waiting == 1


def test_a_second_tab_shows_the_same_visit(erika: Citizen, desk: Clerk) -> None:
    second = Citizen(erika.page.context.new_page(), erika.office)
    second.page.goto(erika.page.url)
    desk.call_next()
    second.is_called()
    erika.is_called()
    second.enter()
    erika.is_headed("Ihr Gespräch läuft")


def test_the_copied_link_opens_the_same_visit_on_another_device(
    office: Office, erika: Citizen, citizen: Callable[..., Citizen], desk: Clerk
) -> None:
    link = erika.page.locator("#visit-link-url").input_value()
    second = citizen()
    second.page.goto(link)
    second.comes_alive()
    expect(second.place).to_have_text("Sie sind als Nächstes dran.")
    assert office.waiting == 1
    desk.call_next()
    second.is_called()
    second.enter()
    erika.is_headed("Ihr Gespräch läuft")
    erika.follow("Zurück in den Raum")
    assert erika.room == second.room


def test_a_lost_line_is_told_and_the_place_is_kept(
    office: Office, erika: Citizen
) -> None:
    erika.go_offline()
    erika.reads(NO_LINE)
    office.knock()
    erika.go_online()
    expect(erika.page.locator("#visit-line")).to_be_hidden()
    expect(erika.place).to_have_text("Sie sind als Nächstes dran.")


def test_a_call_during_a_lost_line_is_shown_afterwards(
    erika: Citizen, desk: Clerk
) -> None:
    erika.go_offline()
    erika.reads(NO_LINE)
    desk.call_next()
    expect(desk.current).to_contain_text("Der Aufruf ist unterwegs.")
    erika.go_online()
    erika.is_called()
    expect(desk.current).to_contain_text("Der Aufruf wird angezeigt.")


def test_leaving_asks_first(office: Office, erika: Citizen) -> None:
    erika.follow("Warteraum verlassen")
    erika.press("Nein, weiter warten")
    assert office.waiting == 1
    erika.follow("Warteraum verlassen")
    erika.press("Ja, gehen")
    erika.is_headed("Sie sind gegangen")
    assert office.waiting == 0


def test_a_message_reaches_somebody_who_only_waits(erika: Citizen, desk: Clerk) -> None:
    erika.page.clock.install()
    erika.page.reload()
    erika.comes_alive()
    desk.tell_all("Bitte halten Sie Ihren Ausweis bereit")
    erika.page.clock.run_for(SIGNS_APART)
    messages = erika.page.locator("#visit-messages")
    expect(messages).to_contain_text("Bitte halten Sie Ihren Ausweis bereit")


def test_a_wrong_link_says_so(office: Office, citizen: Callable[..., Citizen]) -> None:
    erika = citizen()
    answer = erika.page.goto(office.path("@@visit/no-such.key"))
    assert answer is not None and answer.status == 404
    erika.is_headed("Diesen Besuch finden wir nicht")
