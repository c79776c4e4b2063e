"""An editor keeps the services of a town in order."""

from access import barriers
from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from playwright.sync_api import BrowserContext
from playwright.sync_api import expect
from playwright.sync_api import Locator
from playwright.sync_api import Page
from secrets import token_hex
from town import ADMIN
from town import Town
from words import ENGLISH
from words import GERMAN
from words import Words
import csv
import pytest


@dataclass(frozen=True)
class Stock:
    """Services of one life situation, which nobody else's are."""

    url: str
    situation: str

    @property
    def page(self) -> str:
        return f"{self.url}?situation={self.situation}"


@pytest.fixture
def stock(town: Town) -> Stock:
    situation = f"Lage-{token_hex(4)}"
    office = town.open_office(title=f"Büro {situation}")
    for title, fields in (
        ("Hund anmelden", {}),
        ("Wohngeld", {"maturity": "3", "video": "complete"}),
        ("=1+1", {"hints": '<p><a href="/nirgends">dort</a></p>'}),
    ):
        wish = {"title": title, "subjects": [situation], "offices": [office.uid]}
        town.make("", "Service", **wish, **fields)
    return Stock(town.path("@@service-inventory"), situation)


@pytest.fixture
def editor(town: Town, person: Callable[..., BrowserContext]) -> Callable[..., Page]:
    """editor(words, **options) is the page of somebody who edits, but releases not."""
    name = f"editor-{token_hex(4)}"
    secret = f"secret-{name}"
    wish = {"username": name, "password": secret, "email": f"{name}@example.org"}
    town.ask("POST", town.path("@users"), ADMIN, roles=["Editor", "Member"], **wish)
    login = b64encode(f"{name}:{secret}".encode()).decode()

    def make(words: Words = GERMAN, **options: object) -> Page:
        page = person(words.locale, **options).new_page()
        page.set_extra_http_headers({"authorization": f"Basic {login}"})
        return page

    return make


def rows(page: Page) -> Locator:
    return page.locator(".vo-inventory tbody th a")


def tick(page: Page, name: str) -> Locator:
    return page.get_by_role("checkbox", name=name, exact=True)


def review(page: Page, day: str) -> None:
    page.get_by_label("Zuletzt geprüft am").fill(day)
    page.get_by_role("button", name="Ansehen, was sich ändern würde").click()


def test_an_editor_finds_what_needs_care_and_takes_it_along(
    stock: Stock, editor: Callable[..., Page], tmp_path: Path
) -> None:
    page = editor()
    page.goto(stock.page)
    expect(rows(page)).to_have_text(["=1+1", "Hund anmelden", "Wohngeld"])
    expect(page.locator("#chart-maturity tbody tr").nth(3)).to_contain_text("33")
    page.get_by_label("Befund").select_option("dead_link")
    page.get_by_role("button", name="Anzeigen").click()
    expect(rows(page)).to_have_text(["=1+1"])
    expect(page.locator(".vo-findings")).to_contain_text("/nirgends")
    with page.expect_download() as saved:
        page.get_by_role("link", name="CSV").click()
    saved.value.save_as(tmp_path / "list.csv")
    with (tmp_path / "list.csv").open(encoding="utf-8-sig", newline="") as file:
        _, *found = csv.reader(file, delimiter=";")
    assert [row[0] for row in found] == ["'=1+1"]
    page.go_back()
    expect(rows(page)).to_have_count(3)


@pytest.mark.parametrize("script", (True, False))
def test_an_editor_changes_many_at_once(
    stock: Stock, editor: Callable[..., Page], script: bool
) -> None:
    page = editor(java_script_enabled=script)
    page.goto(stock.page)
    tick(page, "Auswählen: Hund anmelden").check()
    tick(page, "Auswählen: Wohngeld").check()
    page.get_by_label("Geht das in einem Videogespräch?").select_option("advice")
    review(page, "2026-01-31")
    expect(page.locator("#outcome-left li")).to_have_count(2)
    expect(page.locator("#outcome-left")).to_contain_text("was per Video nicht geht")
    expect(page.get_by_text("Es würde sich nichts ändern.")).to_be_visible()
    page.go_back()
    expect(tick(page, "Auswählen: Wohngeld")).to_be_checked()
    expect(page.get_by_label("Zuletzt geprüft am")).to_have_value("2026-01-31")
    page.get_by_label("Was geht nicht per Video?").fill("Der Ausweis.")
    page.get_by_role("button", name="Ansehen, was sich ändern würde").click()
    expect(page.locator("#outcome-changed > ul > li")).to_have_count(2)
    page.get_by_role("button", name="Diese 2 Dienstleistungen jetzt ändern").click()
    expect(page.get_by_role("heading", name="Das wurde geändert")).to_be_visible()
    page.go_back()  # Plone's script makes the question an address, which is the list's
    if not script:
        page.get_by_role("button", name="Diese 2 Dienstleistungen jetzt").click()
        expect(page.get_by_text("Es wurde nichts geändert.")).to_be_visible()
        page.get_by_role("link", name="Zurück zur Liste").click()
    expect(page).to_have_url(stock.page)
    page.reload()
    expect(page.locator(".vo-inventory")).to_contain_text("31.01.2026")
    expect(page.locator("#chart-fitness tbody tr").nth(1)).to_contain_text("67")


def test_all_that_the_filter_found_may_be_left_out(
    stock: Stock, editor: Callable[..., Page], town: Town
) -> None:
    """An editor may not release what waits for it."""
    hidden = {"@type": "Service", "title": "Geheim", "subjects": [stock.situation]}
    made = town.ask("POST", town.path(""), ADMIN, exclude_from_nav=True, **hidden)
    everybody = {"roles": {"Member": True, "Editor": True, "Reader": True}}
    entries = [{"id": "AuthenticatedUsers", "type": "group", **everybody}]
    town.ask("POST", f"{made['@id']}/@sharing", ADMIN, entries=entries)
    page = editor()
    page.goto(stock.page)
    page.get_by_label("Alle 4, die der Filter gefunden hat").check()
    page.get_by_label("Freigeben").check()
    page.get_by_role("button", name="Ansehen, was sich ändern würde").click()
    expect(page.locator("#outcome-left")).to_contain_text(
        "Geheim: Sie dürfen sie nicht freigeben."
    )
    expect(page.locator("#outcome-same h2")).to_have_text("Schon so: 3")


@pytest.mark.parametrize("words", (GERMAN, ENGLISH), ids=lambda words: words.locale)
def test_no_barriers(stock: Stock, editor: Callable[..., Page], words: Words) -> None:
    page = editor(words)
    page.goto(stock.page)
    found = barriers(page, "inventory")
    page.locator("[name='which'][value='found']").check()
    page.locator("[name='reviewed']").fill("2999-01-01")
    page.locator("#inventory-change").evaluate("form => form.noValidate = true")
    page.locator("#inventory-change button[type=submit]").click()
    expect(page.locator("main [role=alert]")).to_be_visible()
    found += barriers(page, "wish with a mistake")
    page.locator("[name='reviewed']").fill("2026-01-31")
    page.locator("main form button[type=submit]").click()
    expect(page.locator("#outcome-changed")).to_be_visible()
    found += barriers(page, "what would change")
    page.locator("main form button[type=submit]").click()
    expect(page.locator("h1")).to_contain_text(
        ("geändert", "changed")[words is ENGLISH]
    )
    found += barriers(page, "what was changed")
    page.goto(f"{stock.page}&text=nichts")
    found += barriers(page, "nothing found")
    assert "\n".join(found) == ""
