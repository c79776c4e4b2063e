"""Takes the small pictures of the page that explains a visit, in one language."""

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from people import Citizen
from people import Clerk
from PIL import Image
from playwright.sync_api import Browser
from playwright.sync_api import Locator
from playwright.sync_api import Page
from town import Office
from words import Words


CHECKOUT = Path(__file__).resolve().parents[1]
PICTURES = CHECKOUT / "src/collective/virtualoffice/browser/static/help"
SERVICE = "dienstleistungen/wohnsitz-anmelden"
SCREEN = {"width": 360, "height": 740}
SHARPNESS = 2
# A picture is as wide as the screen of a phone and shows three quarters of that height.
WIDTH, HEIGHT = 360, 270
LARGEST = 40_000
SMALLER = (80, 70, 60, 50, 40)
# Where a part of the page stands: its distance from the top of the page.
TOP = "element => element.getBoundingClientRect().top + scrollY"
AT_REST = "() => { document.activeElement.blur(); }"


@dataclass(frozen=True)
class Album:
    """Pictures of one language."""

    page: Page
    language: str

    def take(self, name: str, top: Locator, margin: int = 4) -> None:
        """What stands from this part of the page downwards."""
        self.page.evaluate(AT_REST)
        start = max(0, top.evaluate(TOP) - margin)
        shot = self.page.screenshot(
            animations="disabled",
            full_page=True,
            clip={"x": 0, "y": start, "width": WIDTH, "height": HEIGHT},
        )
        (PICTURES / f"{name}-{self.language}.webp").write_bytes(small(shot))


def small(shot: bytes) -> bytes:
    """The picture as WebP, as good as its limit of bytes allows."""
    with Image.open(BytesIO(shot)) as image:
        image = image.convert("RGB").resize((640, 480), Image.Resampling.LANCZOS)
        for quality in SMALLER:
            written = BytesIO()
            image.save(written, "WEBP", quality=quality, method=6)
            if len(written.getvalue()) <= LARGEST:
                return written.getvalue()
    raise ValueError("No picture of this page is small enough.")


def take_help(chromium: Browser, office: Office, clerk: Clerk, words: Words) -> None:
    """One visit, from the service page to its end."""
    context = chromium.new_context(
        locale=words.locale, viewport=SCREEN, device_scale_factor=SHARPNESS
    )
    context.set_default_timeout(45_000)
    page = context.new_page()
    album, citizen = Album(page, words.locale[:2]), Citizen(page, office, words)
    take_way_in(album, citizen)
    take_visit(album, citizen, clerk)
    context.close()


def take_way_in(album: Album, citizen: Citizen) -> None:
    page, office = album.page, citizen.office
    page.goto(office.town.path(SERVICE))
    page.locator("[data-door-headline]").filter(has_text="2").wait_for()
    album.take("look", page.locator(".vo-door .vo-door-state"))
    page.goto(office.path("@@device-test"))
    album.take("test", page.get_by_role("heading", level=1))
    citizen.open_form()
    citizen.fill_in()
    album.take("knock", page.locator("label[for=knock-name]"))


def take_visit(album: Album, citizen: Citizen, clerk: Clerk) -> None:
    page, words = album.page, citizen.words
    citizen.press(words.knock)
    citizen.is_headed(words.waiting_room)
    citizen.comes_alive()
    album.take("wait", page.locator(".vo-place"))
    clerk.open_view()
    clerk.press("Aufrufen Erika Mustermann")
    citizen.is_called()
    album.take("call", page.get_by_role("heading", level=1))
    link = page.url
    citizen.enter()
    clerk.open_view()
    clerk.finish()
    page.goto(link)
    citizen.is_headed(words.settled)
    album.take("end", page.get_by_role("heading", level=1))
