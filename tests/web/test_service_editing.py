"""An editor turns pages into services and is told of doubled keys, in a browser."""

from access import barriers
from base64 import b64encode
from collections.abc import Callable
from playwright.sync_api import BrowserContext
from playwright.sync_api import expect
from playwright.sync_api import Page
from secrets import token_hex
from town import ADMIN
from town import Town
from words import GERMAN
import pytest


KEY = "99050012104000"


@pytest.fixture
def folder(town: Town) -> str:
    """The address of a folder with two pages."""
    made = town.make("", "Folder", title=f"Rathaus {token_hex(4)}")
    name = made["@id"].rpartition("/")[2]
    for title in ("Fundbüro", "Sperrmüll"):
        town.make(name, "Document", title=title)
    return made["@id"]


@pytest.fixture
def editor(person: Callable[..., BrowserContext]) -> Callable[..., Page]:
    """editor(**options) is the page of an administrator, who edits too."""

    def make(**options: object) -> Page:
        page = person(GERMAN.locale, **options).new_page()
        login = b64encode(":".join(ADMIN).encode()).decode()
        page.set_extra_http_headers({"authorization": f"Basic {login}"})
        return page

    return make


def test_pages_become_services_from_the_contents_of_their_folder(
    folder: str, editor: Callable[..., Page]
) -> None:
    page = editor()
    page.goto(f"{folder}/folder_contents")
    page.locator("tr", has_text="Fundbüro").get_by_role("checkbox").check()
    page.locator("#btn-make-services").click()
    question = page.locator(".popover", has_text="Das wird umgewandelt")
    expect(question.get_by_role("link", name="Fundbüro")).to_be_visible()
    with page.expect_response("**/@@fc-make-services") as answer:
        question.get_by_role("button", name="Umwandeln").click()
    assert answer.value.json()["status"] == "success"
    page.goto(f"{folder}/@@make-services")
    expect(page.get_by_label("Sperrmüll")).to_be_visible()
    expect(page.get_by_label("Fundbüro")).to_have_count(0)


def test_without_script_the_same_is_a_page(
    folder: str, editor: Callable[..., Page]
) -> None:
    page = editor(java_script_enabled=False)
    page.goto(f"{folder}/@@make-services")
    page.get_by_label("Sperrmüll").check()
    page.get_by_role("button", name="Zeigen, was passieren würde").click()
    page.get_by_role("button", name="Umwandeln").click()
    expect(page.get_by_text("Jetzt Dienstleistungen: 1.")).to_be_visible()


def test_its_pages_have_no_barriers(
    town: Town, folder: str, editor: Callable[..., Page]
) -> None:
    page = editor()
    page.goto(f"{folder}/@@make-services")
    assert barriers(page, "choice of pages") == []
    page.get_by_label("Sperrmüll").check()
    page.get_by_role("button", name="Zeigen, was passieren würde").click()
    assert barriers(page, "what would happen") == []
    first, second = (
        town.make("", "Service", title=title, service_keys=[KEY])["@id"]
        for title in ("Hund anmelden", "Hundesteuer")
    )
    page.goto(second)
    told = page.locator(".alert-warning", has_text="denselben Leistungsschlüssel")
    expect(told.locator(f"a[href='{first}']")).to_be_visible()
    assert barriers(page, "doubled keys") == []
