"""What a citizen's browser is asked to keep, to tell and to load: nothing."""

from collections.abc import Callable
from dataclasses import dataclass
from dataclasses import field
from people import Citizen
from people import Clerk
from playwright.sync_api import BrowserContext
from playwright.sync_api import ConsoleMessage
from playwright.sync_api import Request
from playwright.sync_api import Response
from town import Office
from urllib.parse import urlsplit
import pytest


@dataclass
class Watch:
    """What a browser asked for and complained of."""

    host: str
    elsewhere: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    pages: dict[str, Response] = field(default_factory=dict)

    def over(self, context: BrowserContext) -> None:
        context.on("request", self.see_request)
        context.on("console", self.see_console)
        context.on("response", self.see_response)

    def see_request(self, request: Request) -> None:
        if urlsplit(request.url).netloc != self.host:
            self.elsewhere.append(request.url)

    def see_console(self, message: ConsoleMessage) -> None:
        """Errors; the browser reports breaches of a page's policy as such."""
        if message.type == "error":
            self.complaints.append(message.text)

    def see_response(self, response: Response) -> None:
        if response.request.is_navigation_request() and response.status == 200:
            self.pages[response.url] = response


@pytest.fixture
def watch(office: Office) -> Watch:
    return Watch(urlsplit(office.url).netloc)


@pytest.fixture
def erika(citizen: Callable[..., Citizen], watch: Watch) -> Citizen:
    made = citizen()
    watch.over(made.page.context)
    return made


def live_through(erika: Citizen, desk: Clerk, office: Office) -> None:
    """The whole story, from the service page to being forgotten."""
    erika.page.goto(office.offer())
    erika.follow("Anklopfen (Videogespräch ohne Termin)")
    erika.fill_in()
    erika.press("Anklopfen")
    erika.is_headed("Sie sind im Warteraum")
    desk.call_next()
    erika.is_called()
    erika.enter()
    erika.press("Kamera einschalten")
    erika.button("Kamera ausschalten").wait_for()
    erika.follow("Raum verlassen")
    desk.open_view()
    desk.finish()
    erika.is_headed("Ihr Anliegen ist erledigt")
    erika.follow("Meine Daten jetzt löschen")
    erika.press("Ja, meine Daten löschen")
    erika.is_headed("Ihre Daten sind gelöscht")


def test_a_whole_visit_leaves_no_cookie_asks_nobody_else_and_is_kept_by_nobody(
    office: Office, desk: Clerk, erika: Citizen, watch: Watch
) -> None:
    live_through(erika, desk, office)
    assert erika.page.context.cookies() == []
    assert watch.elsewhere == []
    assert watch.complaints == []
    assert_private(watch)


def assert_private(watch: Watch) -> None:
    """Nobody keeps the private pages, and they load nothing from elsewhere."""
    private = {url: page for url, page in watch.pages.items() if "/@@" in url}
    assert len(private) >= 4
    for page in private.values():
        headers = page.headers
        assert headers["cache-control"] == "no-store"
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["x-robots-tag"] == "noindex"
        assert headers["x-content-type-options"] == "nosniff"
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "script-src 'self';" in policy
        assert "frame-ancestors 'none'" in policy
        allows_camera = "camera=(self)" in headers["permissions-policy"]
        has_test = any(name in page.url for name in ("/@@visit/", "/@@knock"))
        assert allows_camera == has_test


def test_the_private_link_is_told_to_no_page_behind_it(
    office: Office, desk: Clerk, erika: Citizen
) -> None:
    erika.knock()
    with erika.page.expect_popup() as popup:
        erika.follow("Bürgerbüro Mitte")
    assert popup.value.evaluate("document.referrer") == ""
    assert popup.value.evaluate("window.opener") is None
