"""Takes the pictures of the documentation and of the help: the demo town with people.

Those of the documentation are German; those of the help are in both languages.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from playwright.sync_api import Browser
from playwright.sync_api import expect
from playwright.sync_api import Page
from playwright.sync_api import sync_playwright
from tempfile import TemporaryDirectory
import os
import sys


CHECKOUT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(CHECKOUT / "tests" / "web"), str(CHECKOUT / "scripts")]

from helppictures import take_help  # noqa: E402
from people import Citizen  # noqa: E402
from people import Clerk  # noqa: E402
from running import CHROMIUM_ARGUMENTS  # noqa: E402
from running import running_town  # noqa: E402
from town import Office  # noqa: E402
from town import PASSWORD  # noqa: E402
from town import Town  # noqa: E402
from words import ENGLISH  # noqa: E402
from words import GERMAN  # noqa: E402


PICTURES = CHECKOUT / "docs" / "images"
SIZES = {1280: 900, 360: 740}
PATIENCE = 45_000
FROM_THE_TOP = """() => {
    document.activeElement.blur();
    scrollTo({ top: 0, behavior: "instant" });
}"""
VISITORS = (
    ("Lena Mustermann", "meldebescheinigung", "Für die Bank", ["de"]),
    ("J. M.", "bibliothekskonto", "", ["en"]),
)


def main() -> None:
    expect.set_options(timeout=PATIENCE)
    PICTURES.mkdir(parents=True, exist_ok=True)
    with (
        TemporaryDirectory() as folder,
        running_town(Path(folder)) as town,
        browser() as chromium,
    ):
        take_all(town, chromium)


@contextmanager
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(
            executable_path=os.environ["CHROMIUM"], args=CHROMIUM_ARGUMENTS
        )


def take_all(town: Town, chromium: Browser) -> None:
    office = demo_office(town)
    clerk = somebody(chromium, office, "clerk1")
    clerk.open_desk()
    fill_waiting_room(office)
    for words in (GERMAN, ENGLISH):
        take_help(chromium, office, clerk, words)
    citizen = Citizen(new_page(chromium), office)
    take_citizen(citizen, clerk)
    take_editor(somebody(chromium, office, "editor"))
    take_administrator(somebody(chromium, office, "admin"))


def take_citizen(citizen: Citizen, clerk: Clerk) -> None:
    """From the service page into the room, and what the clerk sees meanwhile."""
    page, office = citizen.page, citizen.office
    page.goto(office.town.path("@@services"))
    take(page, "finder")
    page.goto(office.town.path("dienstleistungen/wohnsitz-anmelden"))
    citizen.reads("Geöffnet – 2 warten")
    take(page, "service")
    citizen.follow("Anklopfen (Videogespräch ohne Termin)")
    citizen.fill_in()
    page.get_by_label("Eine Notiz für uns").fill("Wir ziehen zu dritt um")
    take(page, "knock")
    citizen.press("Anklopfen")
    citizen.comes_alive()
    clerk.tell_all("Guten Tag! Heute geht es schnell.")
    citizen.reads("Guten Tag!")
    take(page, "waiting")
    expect(clerk.queue).to_contain_text("Wir ziehen zu dritt um")
    clerk.page.reload()
    take(clerk.page, "staff")
    clerk.press("Aufrufen Erika Mustermann")
    citizen.is_called()
    take(page, "call")
    citizen.enter()
    take(page, "room")
    clerk.open_view()
    take(clerk.page, "staff-visit")


def take_editor(editor: Clerk) -> None:
    editor.page.goto(editor.office.path("edit"))
    editor.page.get_by_role("link", name="Öffnungszeiten").click()
    take(editor.page, "office-edit")
    editor.page.goto(editor.office.town.path("@@service-inventory"))
    take(editor.page, "inventory")


def take_administrator(admin: Clerk) -> None:
    admin.page.goto(admin.office.town.path("@@service-import"))
    take(admin.page, "import")


def take(page: Page, name: str) -> None:
    """Two pictures, for a desk and for a phone."""
    for width, height in SIZES.items():
        page.set_viewport_size({"width": width, "height": height})
        page.evaluate(FROM_THE_TOP)
        page.screenshot(path=PICTURES / f"{name}-{width}.png", animations="disabled")


def demo_office(town: Town) -> Office:
    url = town.path("buergerbueros/buergerbuero")
    return Office(town, url, town.ask("GET", url)["UID"])


def fill_waiting_room(office: Office) -> None:
    for name, service, note, languages in VISITORS:
        url = office.town.path(f"dienstleistungen/{service}")
        uid = office.town.ask("GET", url)["UID"]
        office.knock(name, service=uid, note=note, spoken_languages=languages)


def somebody(chromium: Browser, office: Office, name: str) -> Clerk:
    """Somebody of the demo, logged in."""
    password = "admin" if name == "admin" else PASSWORD
    made = Clerk(new_page(chromium), office, login=(name, password))
    made.log_in()
    return made


def new_page(chromium: Browser) -> Page:
    context = chromium.new_context(locale="de-DE")
    context.set_default_timeout(PATIENCE)
    return context.new_page()


if __name__ == "__main__":
    main()
