"""The test of camera and sound, with the camera and microphone that Chromium fakes."""

from access import barriers
from access import move_to
from collections.abc import Callable
from collections.abc import Iterator
from people import Citizen
from people import Clerk
from playwright.sync_api import Browser
from playwright.sync_api import BrowserContext
from playwright.sync_api import expect
from playwright.sync_api import Locator
from playwright.sync_api import Page
from playwright.sync_api import Playwright
from running import CHROMIUM_ARGUMENTS
from town import Office
from words import ENGLISH
from words import GERMAN
import os
import pytest
import time


ALL_IS_WELL = "Alles ist gut: Kamera, Mikrofon, Ton und Verbindung funktionieren."
ONLY_SOUND = "Sie können nur mit Ton teilnehmen."
NOTHING = "So klappt ein Videogespräch nicht."
OFF = "Kamera und Mikrofon sind aus."
NUMBER = "02000 115-42"

# Remembers each track that the browser gave out, to see that none stays on.
WATCH = """
  window.tracks = [];
  const { mediaDevices } = navigator;
  const give = mediaDevices.getUserMedia.bind(mediaDevices);
  window.asked = 0;
  mediaDevices.getUserMedia = async (wish) => {
    window.asked += 1;
    const problem = window.problemOf?.(wish);
    if (problem) throw new DOMException("", problem);
    const stream = await give(wish);
    window.tracks.push(...stream.getTracks());
    return stream;
  };
"""
SILENCE = """
  window.loudness = 0;
  AnalyserNode.prototype.getFloatTimeDomainData = (into) => into.fill(window.loudness);
"""
# How long our server takes is not measured here: it may be slow while tests run.
LINE = """
  window.answersAfter = 20;
  let now = 0;
  performance.now = () => now;
  const ask = window.fetch;
  window.fetch = async (...what) => {
    const answer = await ask(...what);
    now += window.answersAfter;
    return answer;
  };
"""
PICTURE = "document.getElementById('devices-video').videoWidth > 0"
LIVE = "window.tracks.filter(({ readyState }) => readyState === 'live').length"


def problem(names: str) -> str:
    """The script by which what is asked for fails: its errors, as a JS object."""
    return f"""
      const names = {names};
      window.problemOf = (wish) =>
        (wish.video && names.video) || (wish.audio && names.audio);
    """


@pytest.fixture
def erika(citizen: Callable[..., Citizen]) -> Citizen:
    """Somebody with a good line, whose tracks are watched."""
    made = citizen()
    made.page.context.add_init_script(WATCH)
    made.page.context.add_init_script(LINE)
    return made


def open_test(erika: Citizen, query: str = "") -> None:
    erika.page.goto(erika.office.path(f"@@device-test{query}"))
    erika.comes_alive()


def step(page: Page, name: str) -> Locator:
    return page.locator(f"#devices-{name}")


def says(page: Page, name: str, text: str) -> None:
    expect(step(page, name)).to_contain_text(text)


def hear(erika: Citizen, answer: str = "Ja") -> None:
    erika.press("Testton abspielen")
    erika.press(answer)


def comes_true(page: Page, expression: str) -> None:
    """Fails unless it does before long; the pages themselves allow no evaluation."""
    deadline = time.monotonic() + 20
    while not page.evaluate(expression):
        assert time.monotonic() < deadline, expression
        page.wait_for_timeout(50)


def is_off(page: Page) -> None:
    comes_true(page, f"window.tracks.length > 0 && {LIVE} === 0")


def test_all_is_found_well_and_switched_off_again(erika: Citizen) -> None:
    open_test(erika)
    assert erika.page.evaluate("window.asked") == 0
    erika.press("Prüfung starten")
    says(erika.page, "browser", "Ihr Browser kann Videogespräche.")
    says(erika.page, "line", "Ihre Verbindung ist gut")
    says(erika.page, "camera", "Ihre Kamera funktioniert.")
    video = erika.page.locator("#devices-video")
    comes_true(erika.page, PICTURE)
    assert video.evaluate("video => video.muted && video.playsInline")
    assert video.evaluate("video => video.srcObject.getAudioTracks().length") == 0
    says(erika.page, "microphone", "Wir hören Sie.")
    hear(erika)
    says(erika.page, "sound", "Sie hören uns.")
    says(erika.page, "verdict", f"{ALL_IS_WELL} {OFF}")
    is_off(erika.page)
    expect(video).to_be_hidden()
    expect(erika.page.locator("#device-test-else")).to_be_hidden()


def test_the_meter_shows_what_the_microphone_hears(erika: Citizen) -> None:
    open_test(erika)
    erika.press("Prüfung starten")
    comes_true(erika.page, "document.getElementById('devices-level').value > 0.3")
    assert erika.page.evaluate(LIVE) == 2


def test_nothing_but_the_door_is_asked(erika: Citizen) -> None:
    open_test(erika)
    asked = []
    erika.page.on("request", lambda request: asked.append(request))
    erika.press("Prüfung starten")
    says(erika.page, "line", "Ihre Verbindung ist gut")
    says(erika.page, "microphone", "Wir hören Sie.")
    assert {request.url for request in asked} == {erika.office.path("@door")}
    assert {request.method for request in asked} == {"GET"}


@pytest.mark.parametrize(
    "names, camera, microphone",
    [
        ("{video: 'NotFoundError'}", "Wir finden keine Kamera", "Wir hören Sie."),
        ("{video: 'NotReadableError'}", "Ein anderes Programm", "Wir hören Sie."),
        ("{video: 'TypeError'}", "Es startet nicht", "Wir hören Sie."),
    ],
)
def test_without_a_camera_sound_is_enough(
    erika: Citizen, names: str, camera: str, microphone: str
) -> None:
    erika.page.context.add_init_script(problem(names))
    open_test(erika)
    erika.press("Prüfung starten")
    says(erika.page, "camera", camera)
    says(erika.page, "microphone", microphone)
    hear(erika)
    says(erika.page, "verdict", ONLY_SOUND)
    is_off(erika.page)


@pytest.mark.parametrize(
    "names, microphone",
    [
        ("{audio: 'NotFoundError'}", "Wir finden kein Mikrofon"),
        ("{audio: 'NotReadableError'}", "Ein anderes Programm"),
    ],
)
def test_without_a_microphone_other_ways_are_offered(
    erika: Citizen, names: str, microphone: str
) -> None:
    erika.page.context.add_init_script(problem(names))
    open_test(erika)
    erika.press("Prüfung starten")
    says(erika.page, "camera", "Ihre Kamera funktioniert.")
    says(erika.page, "microphone", microphone)
    says(erika.page, "verdict", NOTHING)
    is_off(erika.page)
    elsewhere = erika.page.locator("#device-test-else")
    expect(elsewhere.get_by_role("link", name="02000 115-0")).to_be_visible()
    hear(erika)
    says(erika.page, "verdict", NOTHING)


def test_who_hears_no_tone_may_try_again(erika: Citizen) -> None:
    open_test(erika)
    erika.press("Prüfung starten")
    says(erika.page, "microphone", "Wir hören Sie.")
    hear(erika, "Nein")
    says(erika.page, "sound", "Stellen Sie den Ton lauter.")
    says(erika.page, "verdict", NOTHING)
    hear(erika)
    says(erika.page, "verdict", ALL_IS_WELL)


def test_a_silent_microphone_is_said_and_may_be_heard_later(erika: Citizen) -> None:
    erika.page.context.add_init_script(SILENCE)
    open_test(erika)
    erika.press("Prüfung starten")
    says(erika.page, "microphone", "Wir hören noch nichts.")
    says(erika.page, "verdict", NOTHING)
    hear(erika)
    assert erika.page.evaluate(LIVE) == 2
    erika.page.evaluate("window.loudness = 0.5")
    says(erika.page, "microphone", "Wir hören Sie.")
    says(erika.page, "verdict", ALL_IS_WELL)
    is_off(erika.page)


def test_a_slow_line_and_a_dead_one_are_said(erika: Citizen) -> None:
    open_test(erika)
    erika.page.evaluate("window.answersAfter = 500")
    erika.press("Prüfung starten")
    says(erika.page, "line", "Ihre Verbindung ist langsam")
    says(erika.page, "microphone", "Wir hören Sie.")
    hear(erika)
    says(erika.page, "verdict", "schalten Sie Ihre Kamera aus")
    erika.page.route("**/@door", lambda route: route.abort())
    erika.press("Prüfung starten")
    says(erika.page, "line", "Unsere Website antwortet nicht.")
    says(erika.page, "verdict", NOTHING)


@pytest.mark.parametrize(
    "script, text",
    [
        ("delete window.RTCPeerConnection", "Ihr Browser ist zu alt"),
        (
            "Object.defineProperty(window, 'isSecureContext', { value: false })",
            "Diese Seite ist nicht sicher verbunden.",
        ),
    ],
)
def test_a_browser_that_cannot_is_told_before_anything_is_asked(
    erika: Citizen, script: str, text: str
) -> None:
    erika.page.context.add_init_script(script)
    open_test(erika)
    erika.press("Prüfung starten")
    says(erika.page, "browser", text)
    says(erika.page, "verdict", NOTHING)
    assert erika.page.evaluate("window.asked") == 0


def test_ending_the_test_and_hiding_the_page_switch_everything_off(
    erika: Citizen,
) -> None:
    open_test(erika)
    for end in (
        lambda: erika.press("Prüfung beenden"),
        lambda: hide(erika.page),
    ):
        erika.press("Prüfung starten")
        says(erika.page, "camera", "Ihre Kamera funktioniert.")
        end()
        says(erika.page, "verdict", f"Die Prüfung ist beendet. {OFF}")
        is_off(erika.page)


def hide(page: Page) -> None:
    """Playwright shows every page as visible."""
    page.evaluate(
        """() => {
          const value = { value: true, configurable: true };
          Object.defineProperty(document, "hidden", value);
          document.dispatchEvent(new Event("visibilitychange"));
          delete document.hidden;
        }"""
    )


def test_a_camera_that_is_allowed_too_late_stays_off(erika: Citizen) -> None:
    erika.page.context.add_init_script(
        """
        const { mediaDevices } = navigator;
        const give = mediaDevices.getUserMedia;
        const allowed = new Promise((done) => (window.allow = done));
        mediaDevices.getUserMedia = (wish) => allowed.then(() => give(wish));
        """
    )
    open_test(erika)
    erika.press("Prüfung starten")
    says(erika.page, "camera", "Ihr Browser fragt jetzt")
    erika.press("Prüfung beenden")
    erika.page.evaluate("allow()")
    is_off(erika.page)
    expect(erika.page.locator("#devices-video")).to_be_hidden()


@pytest.fixture
def guarded(playwright: Playwright) -> Iterator[Browser]:
    """A browser that lets no page use a device which nobody allowed it."""
    arguments = [each for each in CHROMIUM_ARGUMENTS if "fake-ui" not in each]
    browser = playwright.chromium.launch(
        executable_path=os.environ["CHROMIUM"], args=arguments
    )
    yield browser
    browser.close()


@pytest.fixture
def guarded_person(
    guarded: Browser, office: Office
) -> Iterator[Callable[..., Citizen]]:
    """guarded_person(allowed) has allowed the site these devices."""

    def make(*allowed: str) -> Citizen:
        context: BrowserContext = guarded.new_context(
            locale=GERMAN.locale, permissions=list(allowed)
        )
        context.add_init_script(WATCH)
        return Citizen(context.new_page(), office, GERMAN)

    yield make


def test_who_refuses_is_told_how_to_allow(
    guarded_person: Callable[..., Citizen],
) -> None:
    erika = guarded_person()
    open_test(erika)
    erika.press("Prüfung starten")
    says(erika.page, "camera", "Ihr Browser erlaubt die Kamera hier nicht.")
    says(erika.page, "microphone", "Ihr Browser erlaubt das Mikrofon hier nicht.")
    says(erika.page, "verdict", NOTHING)
    assert erika.page.evaluate("window.asked") == 1
    expect(erika.button("Prüfung starten")).to_be_focused()


def test_who_allows_only_the_microphone_takes_part_with_sound(
    guarded_person: Callable[..., Citizen],
) -> None:
    erika = guarded_person("microphone")
    open_test(erika)
    erika.press("Prüfung starten")
    says(erika.page, "camera", "Ihr Browser erlaubt die Kamera hier nicht.")
    says(erika.page, "microphone", "Wir hören Sie.")
    hear(erika)
    says(erika.page, "verdict", ONLY_SOUND)
    is_off(erika.page)


def test_in_the_knock_form_a_failed_test_asks_for_a_number_and_keeps_what_is_typed(
    desk: Clerk, erika: Citizen
) -> None:
    erika.page.context.add_init_script(problem("{audio: 'NotFoundError'}"))
    erika.open_form()
    erika.fill_in()
    erika.page.get_by_label(GERMAN.note).fill("Es geht um meinen Hund.")
    number = erika.page.get_by_label("Telefonnummer für einen Rückruf")
    unfold(erika, "knock")
    expect(number).to_be_hidden()
    erika.press("Prüfung starten")
    says(erika.page, "verdict", NOTHING)
    number.fill(NUMBER)
    erika.press("Anklopfen")
    erika.is_headed("Sie sind im Warteraum")
    erika.reads(f"Sie bitten um Rückruf: {NUMBER}")
    erika.page.go_back()
    expect(number).to_have_value(NUMBER)
    erika.press("Anklopfen")
    erika.reads(f"Sie bitten um Rückruf: {NUMBER}")
    expect(desk.queue).to_contain_text("Bittet um Rückruf")
    desk.call_next()
    expect(desk.current).to_contain_text("Es geht um meinen Hund.")
    dial = desk.current.get_by_role("link", name=NUMBER)
    expect(dial).to_have_attribute("href", "tel:0200011542")


def test_the_test_of_the_help_leads_to_a_call_back_and_back_to_the_help(
    desk: Clerk, erika: Citizen
) -> None:
    erika.page.context.add_init_script(problem("{audio: 'NotFoundError'}"))
    erika.page.goto(erika.office.path("@@how-it-works"))
    erika.follow("Zur Prüfung")
    erika.is_headed("Kamera und Ton prüfen")
    erika.follow("Zurück zu „So funktioniert es“")
    expect(erika.page.locator("#help-test")).to_be_in_viewport()
    erika.follow("Zur Prüfung")
    expect(erika.link("Anklopfen und um Rückruf bitten")).to_be_hidden()
    erika.press("Prüfung starten")
    erika.follow("Anklopfen und um Rückruf bitten")
    expect(erika.page.get_by_label("Telefonnummer für einen Rückruf")).to_be_visible()


def test_while_waiting_a_failed_test_asks_for_a_number(
    desk: Clerk, erika: Citizen
) -> None:
    erika.page.context.add_init_script(problem("{audio: 'NotFoundError'}"))
    erika.knock()
    erika.comes_alive()
    form = erika.page.locator("#visit-call-back")
    expect(form).to_be_hidden()
    unfold(erika)
    erika.press("Prüfung starten")
    says(erika.page, "verdict", NOTHING)
    erika.page.get_by_label("Ihre Telefonnummer").fill("02000")
    erika.press("Um Rückruf bitten")
    erika.reads("Sie bitten um Rückruf: 02000")
    expect(desk.queue).to_contain_text("Bittet um Rückruf")
    erika.page.get_by_label("Ihre Telefonnummer").fill(NUMBER)
    erika.press("Nummer ändern")
    expect(desk.queue).to_contain_text(NUMBER)
    erika.press("Nummer löschen")
    expect(form).to_be_hidden()
    expect(desk.queue).not_to_contain_text("Bittet um Rückruf")


def unfold(erika: Citizen, page: str = "visit") -> None:
    erika.page.locator(f"#{page}-devices > summary").click()


def test_a_call_that_comes_during_the_test_is_shown_and_ends_it(
    desk: Clerk, erika: Citizen
) -> None:
    erika.knock()
    erika.comes_alive()
    unfold(erika)
    erika.press("Prüfung starten")
    says(erika.page, "camera", "Ihre Kamera funktioniert.")
    desk.call_next()
    erika.is_called()
    is_off(erika.page)
    erika.enter()


def test_the_test_while_waiting_keeps_the_place(desk: Clerk, erika: Citizen) -> None:
    erika.knock()
    erika.comes_alive()
    unfold(erika)
    with erika.page.expect_request("**/presence") as told:
        erika.press("Prüfung starten")
        hear(erika)
        says(erika.page, "verdict", ALL_IS_WELL)
        is_off(erika.page)
    assert told.value.method == "POST"
    expect(erika.page.locator("#visit-place")).to_have_text(
        "Sie sind als Nächstes dran."
    )


def test_news_do_not_end_the_test_nor_take_what_is_typed(
    desk: Clerk, erika: Citizen
) -> None:
    erika.page.context.add_init_script(SILENCE)
    erika.knock()
    erika.comes_alive()
    unfold(erika)
    erika.press("Prüfung starten")
    says(erika.page, "verdict", NOTHING)
    erika.page.get_by_label("Ihre Telefonnummer").fill("02000")
    visit = erika.page.url.partition("@@visit/")[2]
    erika.office.town.ask("POST", erika.office.path(f"@visits/{visit}/guests"))
    expect(erika.page.locator("#visit-guests")).to_contain_text("eingeladen")
    says(erika.page, "verdict", NOTHING)
    assert erika.page.evaluate(LIVE) == 2
    expect(erika.page.get_by_label("Ihre Telefonnummer")).to_have_value("02000")


def test_folding_the_test_up_ends_it(desk: Clerk, erika: Citizen) -> None:
    erika.knock()
    erika.comes_alive()
    unfold(erika)
    erika.press("Prüfung starten")
    says(erika.page, "camera", "Ihre Kamera funktioniert.")
    unfold(erika)
    is_off(erika.page)


def test_without_script_a_number_is_given_all_the_same(
    desk: Clerk, citizen: Callable[..., Citizen]
) -> None:
    erika = citizen(java_script_enabled=False)
    erika.page.goto(erika.office.path("@@device-test"))
    erika.reads("Die Prüfung braucht JavaScript")
    expect(erika.button("Prüfung starten")).to_be_hidden()
    erika.follow("Zum Anklopfen")
    erika.fill_in()
    unfold(erika, "knock")
    erika.reads("Auf der nächsten Seite können Sie uns eine Telefonnummer nennen.")
    erika.press("Anklopfen")
    erika.is_headed("Sie sind im Warteraum")
    erika.page.get_by_label("Ihre Telefonnummer").fill(NUMBER)
    erika.press("Um Rückruf bitten")
    erika.reads(f"Sie bitten um Rückruf: {NUMBER}")
    erika.press("Nummer löschen")
    expect(erika.page.get_by_text(NUMBER)).to_have_count(0)


@pytest.mark.parametrize("words", [GERMAN, ENGLISH], ids=["german", "english"])
def test_no_barriers_in_any_state(
    words: object, desk: Clerk, citizen: Callable[..., Citizen]
) -> None:
    erika = citizen(words)
    page = erika.page
    page.context.add_init_script(WATCH)
    open_test(erika)
    found = barriers(page, "before")
    page.locator("#devices-start").click()
    comes_true(page, PICTURE)
    page.locator("#devices-tone").click()
    found += barriers(page, "running")
    page.locator("#devices-heard").click()
    is_off(page)
    found += barriers(page, "well")
    page.context.add_init_script(problem("{audio: 'NotFoundError'}"))
    open_test(erika)
    page.locator("#devices-start").click()
    expect(page.locator("#device-test-else")).to_be_visible()
    found += barriers(page, "failed")
    page.goto(erika.office.path("@@knock?callback=1"))
    found += barriers(page, "form with a number")
    erika.open_form()
    unfold(erika, "knock")
    page.locator("#devices-start").click()
    expect(page.locator("#knock-phone")).to_be_visible()
    found += barriers(page, "form with a failed test")
    erika.knock()
    erika.comes_alive()
    page.locator("#visit-devices summary").click()
    page.locator("#devices-start").click()
    expect(page.locator("#visit-call-back")).to_be_visible()
    found += barriers(page, "waiting")
    page.locator("#visit-phone").fill("call me")
    page.locator("#visit-phone ~ button").click()
    expect(page.locator("#visit-phone-error")).to_be_visible()
    found += barriers(page, "number that is none")
    assert not found, "\n".join(found)


def test_the_test_needs_no_mouse(erika: Citizen) -> None:
    open_test(erika)
    keys = erika.page.keyboard
    move_to(erika, erika.button("Prüfung starten"))
    keys.press("Enter")
    expect(erika.button("Prüfung beenden")).to_be_focused()
    move_to(erika, erika.button("Testton abspielen"))
    keys.press("Space")
    move_to(erika, erika.button("Ja"))
    keys.press("Enter")
    expect(erika.button("Testton abspielen")).to_be_focused()
    says(erika.page, "verdict", ALL_IS_WELL)
