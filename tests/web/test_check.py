"""An administrator tries the video system in a browser; the server is a stand-in."""

from access import barriers
from base64 import b64encode
from collections.abc import Callable
from collections.abc import Iterator
from playwright.sync_api import BrowserContext
from playwright.sync_api import expect
from playwright.sync_api import Page
from playwright.sync_api import Route
from town import ADMIN
from town import Town
import pytest


SERVER = "https://meet.example.org"
JITSI = {
    "video_system": "jitsi",
    "jitsi_server": "meet.example.org",
    "jitsi_app_id": "town",
}
NEVER = "never"
STAND_IN = """
window.JitsiMeetExternalAPI = class {
  constructor(domain, options) {
    window.tried = { domain, room: options.roomName, jwt: options.jwt };
    window.room = this;
    this.listeners = {};
    options.parentNode.append(document.createElement("p"));
  }
  addListener(name, listener) { this.listeners[name] = listener; }
  play(name, event) { this.listeners[name](event); }
  dispose() {}
};
"""


@pytest.fixture
def jitsi(town: Town) -> Iterator[None]:
    before = town.set(**JITSI)
    yield
    town.set(**before)


@pytest.fixture
def asked() -> list[str]:
    """What the browser asked of other servers."""
    return []


@pytest.fixture
def check(
    town: Town,
    jitsi: None,
    asked: list[str],
    person: Callable[..., BrowserContext],
) -> Callable[..., Page]:
    """check(script=…) answers the page of an administrator whose server sends that."""

    def open_page(script: str | None = STAND_IN) -> Page:
        login = b64encode(":".join(ADMIN).encode()).decode()
        administrator = person("de-DE")
        page = administrator.new_page()

        def answer(route: Route) -> None:
            asked.append(route.request.url)
            if script is None:
                route.abort()
            elif script is not NEVER:
                route.fulfill(body=script, content_type="text/javascript")

        page.route(
            f"{town.url}/**",
            lambda route: route.continue_(
                headers={**route.request.headers, "authorization": f"Basic {login}"}
            ),
        )
        page.route(f"{SERVER}/**", answer)
        page.goto(town.path("@@virtualoffice-check"))
        return page

    return open_page


def test_the_server_is_asked_only_after_the_click(
    check: Callable[..., Page], asked: list[str]
) -> None:
    page = check()
    expect(page.locator("#check-headers-result")).to_contain_text("wie die Website")
    assert asked == []
    page.get_by_role("button", name="Testraum hier öffnen").click()
    result = page.locator("#check-room-result")
    expect(result).to_contain_text("Der Videoserver antwortet")
    assert asked == [f"{SERVER}/external_api.js"]
    tried = page.evaluate("window.tried")
    assert tried["domain"] == "meet.example.org"
    assert len(tried["room"]) == 64 and tried["jwt"].count(".") == 2


@pytest.mark.parametrize("events", [["joined", "role"], ["role", "joined"]])
def test_it_says_whether_one_moderates(
    check: Callable[..., Page], events: list[str]
) -> None:
    page = check()
    page.get_by_role("button", name="Testraum hier öffnen").click()
    result = page.locator("#check-room-result")
    expect(result).to_contain_text("Der Videoserver antwortet")
    play = {
        "joined": "room.play('videoConferenceJoined', {id: 'me'})",
        "role": "room.play('participantRoleChanged', {id: 'me', role: 'moderator'})",
    }
    page.evaluate("room.play('participantRoleChanged', {id: 'x', role: 'moderator'})")
    for event in events:
        page.evaluate(play[event])
    expect(result).to_contain_text("Sie sind im Raum und moderieren ihn")
    page.evaluate("room.play('readyToClose')")
    expect(result).to_contain_text("Sie haben den Raum verlassen")


def test_a_server_that_makes_nobody_a_moderator(check: Callable[..., Page]) -> None:
    page = check()
    page.get_by_role("button", name="Testraum hier öffnen").click()
    result = page.locator("#check-room-result")
    expect(result).to_contain_text("Der Videoserver antwortet")
    page.evaluate("room.play('videoConferenceJoined', {id: 'me'})")
    expect(result).to_contain_text("die Moderation noch nicht gegeben")
    page.evaluate("room.play('errorOccurred', {error: {name: 'conference.gone'}})")
    expect(result).to_contain_text("Der Server meldet: conference.gone")


@pytest.mark.parametrize(
    "script, words",
    [(None, "konnte das Skript"), ("// something else", "nicht mit dem Skript")],
)
def test_a_script_that_does_not_come_is_told_with_what_to_do(
    check: Callable[..., Page], script: str | None, words: str
) -> None:
    page = check(script=script)
    button = page.get_by_role("button", name="Testraum hier öffnen")
    button.click()
    result = page.locator("#check-room-result")
    expect(result).to_contain_text(words)
    expect(result).not_to_contain_text("Sekunden")
    expect(page.get_by_role("link", name="Öffnen Sie diese Adresse")).to_be_visible()
    expect(page.get_by_text("Der Server weist Sie ab")).to_be_hidden()
    expect(button).to_be_enabled()


def test_a_server_that_never_answers_is_told_after_ten_seconds(
    check: Callable[..., Page],
) -> None:
    page = check(script=NEVER)
    page.get_by_role("button", name="Testraum hier öffnen").click()
    result = page.locator("#check-room-result")
    expect(result).to_contain_text("in 10 Sekunden nicht geantwortet")


def test_a_policy_that_forbids_the_script_is_named(
    check: Callable[..., Page], asked: list[str]
) -> None:
    page = check()
    elsewhere = "button => button.dataset.script = 'https://example.com/api.js'"
    button = page.get_by_role("button", name="Testraum hier öffnen")
    button.evaluate(elsewhere)
    button.click()
    result = page.locator("#check-room-result")
    expect(result).to_contain_text("Content-Security-Policy verbietet es")
    assert asked == []


def test_what_the_server_reports_comes_with_what_to_do(
    check: Callable[..., Page],
) -> None:
    page = check()
    page.get_by_role("button", name="Testraum hier öffnen").click()
    result = page.locator("#check-room-result")
    expect(result).to_contain_text("Der Videoserver antwortet")
    page.evaluate("room.play('errorOccurred', {error: {name: 'conference.gone'}})")
    expect(page.get_by_text("Der Server weist Sie ab")).to_be_visible()
    page.evaluate("room.play('videoConferenceJoined', {id: 'me'})")
    expect(page.get_by_text("mit dem Modul token_affiliation")).to_be_visible()
    expect(page.get_by_text("Der Server weist Sie ab")).to_be_hidden()


def test_no_barriers(check: Callable[..., Page]) -> None:
    found = barriers(check(), "check")
    assert not found, "\n".join(each[:160] for each in found)
