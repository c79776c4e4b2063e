"""The finder of services: for everybody, with a script and without."""

from access import barriers
from collections.abc import Callable
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from people import Clerk
from playwright.sync_api import BrowserContext
from playwright.sync_api import expect
from playwright.sync_api import Locator
from playwright.sync_api import Page
from secrets import token_hex
from town import ADMIN
from town import Office
from words import ENGLISH
from words import GERMAN
from words import Words
import pytest
import re


ONLINE = "https://antrag.example.org"
SITUATION = "Umzug"


@dataclass(frozen=True)
class Finder:
    """A folder of this test's own that is shown as a finder."""

    office: Office
    url: str

    def look(self, page: Page, query: str = "") -> None:
        page.goto(f"{self.url}{query}")
        expect(found(page)).to_be_visible()


def found(page: Page) -> Locator:
    return page.locator("#finder-count")


def titles(page: Page) -> Locator:
    return page.locator("#finder-services > li > a")


@contextmanager
def without_loading(page: Page) -> Iterator[None]:
    """Fails where a new page is loaded meanwhile."""
    page.evaluate("window.stays = true")
    yield
    assert page.evaluate("window.stays")


@pytest.fixture(scope="module")
def stock(town) -> Finder:
    """Services that the tests below only read, for an office where nobody is."""
    office = town.open_office()
    name = f"dienste-{token_hex(4)}"
    folder = town.make("", "Folder", id=name, title="Dienste", layout="service-finder")
    town.ask("PATCH", folder["@id"], ADMIN, layout="service-finder")
    for title, fields in (
        ("Wohnsitz anmelden", {"subjects": [SITUATION], "synonyms": ["Meldung"]}),
        ("Ärztliche Bescheinigung", {"video": "none", "video_note": "Nur vor Ort."}),
        ("Hund anmelden", {"online_url": ONLINE}),
        *((f"Antrag {number:02}", {}) for number in range(26)),
    ):
        wish = {"title": title, "video": "complete", "offices": [office.uid], **fields}
        town.make(name, "Service", **wish)
    return Finder(office, folder["@id"])


@pytest.fixture
def reader(person: Callable[..., BrowserContext]) -> Callable[..., Page]:
    """reader(words, **options) is somebody's empty page."""

    def make(words: Words = GERMAN, **options: object) -> Page:
        return person(words.locale, **options).new_page()

    return make


def test_what_is_typed_is_found_without_a_new_page(
    stock: Finder, reader: Callable[..., Page]
) -> None:
    page = reader()
    stock.look(page)
    expect(found(page)).to_have_text("1 bis 25 von 29 Dienstleistungen")
    with without_loading(page):
        page.get_by_label("Was suchen Sie?").press_sequentially("meld")
        expect(found(page)).to_have_text("1 Dienstleistung")
        expect(titles(page)).to_have_text(["Wohnsitz anmelden"])
        expect(page.get_by_label("Was suchen Sie?")).to_be_focused()
    assert page.url == f"{stock.url}?text=meld"
    canonical = page.locator("link[rel=canonical]")
    expect(canonical).to_have_attribute("href", f"{stock.url}?text=meld")


def test_filters_are_put_on_and_taken_off_without_a_new_page(
    stock: Finder, reader: Callable[..., Page]
) -> None:
    page = reader()
    stock.look(page)
    with without_loading(page):
        page.get_by_label("Online").check()
        expect(titles(page)).to_have_text(["Hund anmelden"])
        page.get_by_role("link", name="Online").click()
        expect(page.get_by_label("Online")).not_to_be_checked()
        page.get_by_label("Lebenslage").select_option(SITUATION)
        expect(titles(page)).to_have_text(["Wohnsitz anmelden"])
        page.get_by_label("Was suchen Sie?").fill("hund")
        expect(found(page)).to_have_text("Nichts gefunden")
        page.get_by_role("link", name="Alle Filter wegnehmen", exact=True).click()
        expect(found(page)).to_contain_text("29")
        expect(page.get_by_label("Was suchen Sie?")).to_have_value("")
        expect(page.get_by_label("Lebenslage")).to_have_value("")
    assert page.url == stock.url


def test_letters_lead_to_what_begins_with_them(
    stock: Finder, reader: Callable[..., Page]
) -> None:
    page = reader()
    stock.look(page)
    letters = page.locator("#finder-letters")
    expect(letters.get_by_role("link")).to_have_count(3)
    expect(letters.get_by_text("Z", exact=True)).to_be_visible()
    with without_loading(page):
        letters.get_by_role("link", name="A").click()
        expect(found(page)).to_have_text("1 bis 25 von 27 Dienstleistungen")
        page.get_by_role("link", name="Nächste Seite").click()
        last = ["Antrag 25", "Ärztliche Bescheinigung"]
        expect(titles(page)).to_have_text(last)
        expect(page.locator("#finder-found")).to_be_focused()
    assert page.url == f"{stock.url}?letter=A&b_start=25"


def test_going_back_shows_what_was_there(
    stock: Finder, reader: Callable[..., Page]
) -> None:
    page = reader()
    stock.look(page)
    text = page.get_by_label("Was suchen Sie?")
    page.get_by_label("Online").check()
    expect(titles(page)).to_have_text(["Hund anmelden"])
    text.press_sequentially("hun")
    expect(page).to_have_url(re.compile("text=hun"))
    text.press_sequentially("de")
    expect(found(page)).to_have_text("Nichts gefunden")
    with without_loading(page):
        page.go_back()
        expect(titles(page)).to_have_text(["Hund anmelden"])
        expect(text).to_have_value("")
        expect(page.get_by_label("Online")).to_be_checked()
        page.go_back()
        expect(found(page)).to_contain_text("29")
        expect(page.get_by_label("Online")).not_to_be_checked()
        page.go_forward()
        page.go_forward()
        expect(text).to_have_value("hunde")
        page.go_back()
        expect(titles(page)).to_have_text(["Hund anmelden"])


def test_coming_back_from_a_service_shows_the_same_search(
    stock: Finder, reader: Callable[..., Page]
) -> None:
    page = reader()
    stock.look(page)
    page.get_by_label("Was suchen Sie?").fill("wohnsitz")
    expect(titles(page)).to_have_text(["Wohnsitz anmelden"])
    titles(page).click()
    expect(page.locator("h1")).to_have_text("Wohnsitz anmelden")
    page.go_back()
    expect(titles(page)).to_have_text(["Wohnsitz anmelden"])
    expect(page.get_by_label("Was suchen Sie?")).to_have_value("wohnsitz")


def test_it_needs_no_script(stock: Finder, reader: Callable[..., Page]) -> None:
    page = reader(java_script_enabled=False)
    stock.look(page)
    page.get_by_label("Was suchen Sie?").fill("anmelden")
    page.get_by_label("Online").check()
    page.get_by_role("button", name="Suchen").click()
    expect(titles(page)).to_have_text(["Hund anmelden"])
    page.get_by_role("link", name="Online").click()
    expect(titles(page)).to_have_text(["Hund anmelden", "Wohnsitz anmelden"])
    page.locator("#finder-letters").get_by_role("link", name="W").click()
    expect(titles(page)).to_have_text(["Wohnsitz anmelden"])


def test_who_finds_nothing_is_helped(
    stock: Finder, reader: Callable[..., Page]
) -> None:
    page = reader()
    stock.look(page, "?text=xyz")
    expect(found(page)).to_have_text("Nichts gefunden")
    nothing = page.locator("#finder-nothing")
    expect(nothing).to_contain_text("Suchen Sie mit anderen oder weniger Wörtern")
    expect(nothing.get_by_role("link", name="02000 115-0").first).to_be_visible()


def test_by_video_now_follows_the_door(
    office: Office, desk: Clerk, reader: Callable[..., Page]
) -> None:
    service = office.offer(title="Zauberschein")
    page, query = reader(), "?text=zauberschein&way=video"
    page.goto(office.town.path(f"@@services{query}"))
    expect(page.locator(f'#finder-services a[href="{service}"]')).to_be_visible()
    expect(page.locator("#finder-services")).to_contain_text("Jetzt per Video")
    desk.press("Pause machen")
    expect(desk.button("Pause beenden")).to_be_visible()
    page.wait_for_timeout(1_500)
    page.reload()
    expect(page.locator(f'#finder-services a[href="{service}"]')).to_have_count(0)


@pytest.mark.parametrize("words", [GERMAN, ENGLISH], ids=["german", "english"])
def test_nobody_meets_a_barrier(
    stock: Finder, reader: Callable[..., Page], words: Words
) -> None:
    page, met = reader(words), []
    for query in ("", "?text=anmelden&way=online&letter=H", "?text=xyz&way=video"):
        stock.look(page, query)
        met += barriers(page, f"finder{query}")
    assert met == []


@pytest.mark.parametrize("words", [GERMAN, ENGLISH], ids=["german", "english"])
def test_the_finder_of_the_site_speaks_the_readers_language(
    stock: Finder, reader: Callable[..., Page], words: Words
) -> None:
    page = reader(words)
    page.goto(stock.office.town.path("@@services"))
    title = {"de": "Dienstleistungen A–Z", "en": "Services A–Z"}[words.locale[:2]]
    expect(page.locator("h1")).to_have_text(title)
    expect(page).to_have_title(re.compile(title))
    assert barriers(page, "finder of the site") == []
