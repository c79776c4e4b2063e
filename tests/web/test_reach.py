"""The call that reaches people: sound, vibration, notification, the screen."""

from access import violations
from collections.abc import Callable
from people import Citizen
from people import Clerk
from playwright.sync_api import expect
from playwright.sync_api import Locator
from senses import Senses
import pytest


SOUND = "Ton beim Aufruf einschalten"
NOTICE = "Benachrichtigung erlauben"
AGAIN = "Testton noch einmal abspielen"
OFF = "Ton ausschalten"
QUIET = OFF
LOUD = "Ton wieder einschalten"


@pytest.fixture
def waits(
    citizen: Callable[..., Citizen], desk: Clerk
) -> Callable[..., tuple[Citizen, Senses]]:
    """waits(**permission) is somebody in the waiting room, and what they perceive."""

    def make(**permission: str) -> tuple[Citizen, Senses]:
        made = citizen()
        senses = Senses.of(made.page, **permission)
        made.knock()
        made.comes_alive()
        return made, senses

    return make


def note(erika: Citizen) -> Locator:
    return erika.page.locator("#reach-sound-note")


def is_on(erika: Citizen, yes: bool = True) -> None:
    """Fails unless the first control says so: what it does is the other."""
    first = erika.page.locator("#visit-live").get_by_role("button").first
    expect(first).to_have_text(OFF if yes else SOUND)


def test_the_sound_is_the_first_control_and_is_heard_at_once(
    waits: Callable[..., tuple[Citizen, Senses]],
) -> None:
    erika, senses = waits()
    is_on(erika, False)
    assert senses.tones == 0
    erika.press(SOUND)
    senses.rings(1)
    is_on(erika)
    expect(note(erika)).to_contain_text("So klingt es, wenn Sie dran sind.")
    said = erika.page.get_by_role("status")
    expect(said).to_contain_text("Der Ton ist eingeschaltet.")
    expect(erika.button(OFF)).to_be_focused()
    erika.press(AGAIN)
    senses.rings(2)
    erika.press(OFF)
    is_on(erika, False)
    expect(erika.button(AGAIN)).to_be_hidden()
    assert senses.tones == 2


def test_the_call_rings_until_it_is_answered(
    waits: Callable[..., tuple[Citizen, Senses]], desk: Clerk
) -> None:
    erika, senses = waits()
    second = erika.page.context.new_page()
    heard = Senses.of(second)
    second.goto(erika.page.url)
    second.get_by_role("button", name=SOUND).click()
    desk.call_next()
    heard.rings(3)
    assert heard.shakes >= 2
    erika.is_called()
    erika.enter()
    expect(second.get_by_role("heading", level=1)).to_have_text("Ihr Gespräch läuft")
    heard.is_silent()


def test_the_sound_of_a_call_can_be_switched_off_and_on(
    waits: Callable[..., tuple[Citizen, Senses]], desk: Clerk
) -> None:
    erika, senses = waits()
    erika.press(SOUND)
    desk.call_next()
    senses.rings(2)
    erika.press(QUIET)
    expect(erika.button(LOUD)).to_be_focused()
    senses.is_silent()
    erika.press(LOUD)
    senses.rings(senses.tones + 1)


def test_a_call_taken_back_rings_no_more(
    waits: Callable[..., tuple[Citizen, Senses]], desk: Clerk
) -> None:
    erika, senses = waits()
    erika.press(SOUND)
    desk.call_next()
    senses.rings(2)
    desk.press("Aufruf zurücknehmen")
    erika.is_headed("Sie sind im Warteraum")
    senses.is_silent()
    is_on(erika)


def test_whoever_asks_for_more_time_has_heard_the_call(
    waits: Callable[..., tuple[Citizen, Senses]], desk: Clerk
) -> None:
    erika, senses = waits()
    erika.press(SOUND)
    desk.call_next()
    senses.rings(2)
    erika.press("Ich brauche mehr Zeit")
    expect(erika.page.locator("#visit-left")).to_contain_text("Minuten")
    senses.is_silent()
    expect(erika.button(LOUD)).to_be_visible()


def test_whoever_fetches_a_paper_is_rung_back(
    waits: Callable[..., tuple[Citizen, Senses]], desk: Clerk
) -> None:
    erika, _ = waits()
    link = erika.page.url
    desk.call_next()
    erika.is_called()
    erika.enter()
    desk.press("Zurückstellen")
    expect(desk.page.locator("#staff-hold")).to_be_visible()
    erika.page.goto(link)
    erika.is_headed("Kurze Pause")
    erika.press(SOUND)
    senses = Senses(erika.page)
    desk.press("Mit dem Besuch weitermachen")
    erika.is_headed("Es geht weiter!")
    senses.rings(3)
    erika.press(QUIET)
    senses.is_silent()


def test_whoever_left_the_room_open_is_rung_back_there(
    waits: Callable[..., tuple[Citizen, Senses]], desk: Clerk
) -> None:
    erika, senses = waits()
    erika.press(SOUND)
    desk.call_next()
    erika.is_called()
    erika.enter()
    heading = erika.page.get_by_role("heading", level=1)
    heading.click()
    desk.press("Zurückstellen")
    expect(erika.page.locator("#room-break")).to_be_visible()
    assert senses.tones == 0
    desk.press("Mit dem Besuch weitermachen")
    expect(erika.page.locator("#room-resumed")).to_be_visible()
    senses.rings(2)
    heading.click()
    senses.is_silent()


def test_without_the_sound_the_phone_shakes_once(
    waits: Callable[..., tuple[Citizen, Senses]], desk: Clerk
) -> None:
    erika, senses = waits()
    erika.press("Meinen Platz ansagen")
    desk.call_next()
    erika.is_called()
    senses.is_silent()
    assert (senses.tones, senses.shakes) == (0, 1)
    expect(erika.button(QUIET)).to_be_hidden()


def test_a_reload_silences_and_says_so(
    waits: Callable[..., tuple[Citizen, Senses]], desk: Clerk
) -> None:
    erika, senses = waits()
    erika.press(SOUND)
    senses.rings(1)
    erika.page.reload()
    expect(note(erika)).to_contain_text("Die Seite wurde neu geladen.")
    expect(erika.page.get_by_role("status")).to_contain_text("Darum ist der Ton")
    assert erika.page.evaluate("senses.contexts.length") == 0, "it was not used yet"
    is_on(erika, False)
    erika.press(SOUND)
    is_on(erika)
    desk.call_next()
    senses.rings(2)


def test_another_visit_in_the_same_tab_begins_without_sound(
    waits: Callable[..., tuple[Citizen, Senses]],
) -> None:
    erika, senses = waits()
    erika.press(SOUND)
    senses.rings(1)
    erika.knock("Max Mustermann")
    expect(note(erika)).to_contain_text("Dann hören Sie einen Ton")


def test_a_device_that_takes_the_sound_is_told_of(
    waits: Callable[..., tuple[Citizen, Senses]],
) -> None:
    erika, senses = waits()
    erika.press(SOUND)
    expect(note(erika)).to_contain_text("So klingt es")
    senses.interrupt()
    expect(note(erika)).to_contain_text("Ihr Gerät hat den Ton angehalten.")
    is_on(erika, False)
    erika.press(SOUND)
    is_on(erika)
    senses.rings(2)


def test_a_notification_calls_without_saying_whom(
    waits: Callable[..., tuple[Citizen, Senses]], desk: Clerk
) -> None:
    erika, senses = waits()
    erika.press(NOTICE)
    expect(erika.page.locator("#reach-notice-note")).to_contain_text("Ihr Name steht")
    expect(erika.button(NOTICE)).to_be_focused()
    desk.call_next()
    erika.is_called()
    (shown,) = senses.notices
    assert shown["title"] == "Sie sind dran!"
    assert shown["body"] == "Bürgerbüro Mitte"
    assert shown["isOpen"] and shown["tag"]
    desk.press("Aufruf zurücknehmen")
    erika.is_headed("Sie sind im Warteraum")
    assert [each["isOpen"] for each in senses.notices] == [False]


def test_a_refused_notification_costs_nothing(
    waits: Callable[..., tuple[Citizen, Senses]], desk: Clerk
) -> None:
    erika, senses = waits(answer="denied")
    hint = erika.page.locator("#reach-notice-note")
    expect(hint).to_contain_text("Wenn Sie es nicht erlauben, verlieren Sie nichts")
    erika.press(NOTICE)
    expect(hint).to_contain_text("Sie bekommen keine Benachrichtigung.")
    desk.call_next()
    erika.is_called()
    assert senses.notices == []


@pytest.mark.parametrize("permission", ["granted", "denied"])
def test_who_has_decided_before_is_not_asked(
    waits: Callable[..., tuple[Citizen, Senses]], permission: str
) -> None:
    erika, _ = waits(permission=permission)
    expect(erika.button(SOUND)).to_be_visible()
    expect(erika.button(NOTICE)).to_be_hidden()


def test_sound_and_notification_by_keyboard_alone_leave_the_focus(
    waits: Callable[..., tuple[Citizen, Senses]], desk: Clerk
) -> None:
    erika, senses = waits()
    erika.button(SOUND).focus()
    erika.page.keyboard.press("Space")
    expect(erika.button(OFF)).to_be_focused()
    erika.page.keyboard.press("Tab")
    expect(erika.button(AGAIN)).to_be_focused()
    erika.page.keyboard.press("Tab")
    expect(erika.button(NOTICE)).to_be_focused()
    erika.page.keyboard.press("Enter")
    expect(erika.page.locator("#reach-notice-note")).to_contain_text("Ihr Name steht")
    erika.page.keyboard.press("Tab")
    expect(erika.button(NOTICE)).to_be_hidden()
    erika.button("Meinen Platz ansagen").focus()
    desk.call_next()
    erika.is_called()
    expect(erika.page.locator("#visit-live")).to_be_focused()


def test_no_barriers_in_what_calls(
    waits: Callable[..., tuple[Citizen, Senses]], desk: Clerk
) -> None:
    erika, senses = waits()
    found = violations(erika.page)
    erika.press(SOUND)
    senses.rings(1)
    found += violations(erika.page)
    erika.page.reload()
    expect(note(erika)).to_contain_text("neu geladen")
    found += violations(erika.page)
    erika.press(SOUND)
    desk.call_next()
    erika.is_called()
    expect(erika.button(QUIET)).to_be_visible()
    assert found + violations(erika.page) == []


def test_a_page_that_is_seen_again_keeps_the_screen_on_again(
    citizen: Callable[..., Citizen], desk: Clerk
) -> None:
    erika = citizen()
    erika.page.add_init_script(LOCKS)
    erika.knock()
    awake = erika.page.locator("#visit-awake")
    expect(awake).to_have_text(
        "Ihr Bildschirm bleibt an, damit Sie den Aufruf nicht verpassen."
    )
    erika.page.evaluate("letGo()")
    expect(awake).to_be_hidden()
    erika.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(awake).to_be_visible()
    desk.call_next()
    erika.is_called()
    desk.press("Aufruf zurücknehmen")
    expect(awake).to_be_visible()


LOCKS = """
let held = null;
const request = async () => (held = new EventTarget());
Object.defineProperty(navigator, "wakeLock", { value: { request } });
window.letGo = () => held.dispatchEvent(new Event("release"));
"""


def test_without_script_nothing_offers_a_sound(
    citizen: Callable[..., Citizen], desk: Clerk
) -> None:
    erika = citizen(java_script_enabled=False)
    erika.knock()
    expect(erika.page.locator("#reach")).to_be_hidden()


def test_updates_are_paused_and_go_on(
    waits: Callable[..., tuple[Citizen, Senses]], desk: Clerk
) -> None:
    erika, _ = waits()
    erika.press("Aktualisierung anhalten")
    expect(erika.button("Aktualisierung fortsetzen")).to_be_focused()
    erika.reads("Wenn wir Sie aufrufen, sagen wir es trotzdem.")
    erika.press("Aktualisierung fortsetzen")
    expect(erika.button("Aktualisierung anhalten")).to_be_visible()
