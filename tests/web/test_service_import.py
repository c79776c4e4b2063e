"""An administrator brings a file of services and decides what it may do."""

from access import barriers
from base64 import b64encode
from collections.abc import Callable
from pathlib import Path
from playwright.sync_api import BrowserContext
from playwright.sync_api import expect
from playwright.sync_api import Page
from secrets import token_hex
from servicefiles import service_row
from servicefiles import table
from town import ADMIN
from town import Town
from words import ENGLISH
from words import GERMAN
import pytest


PAGE = "@@service-import"


@pytest.fixture
def admin(town: Town, person: Callable[..., BrowserContext]) -> Callable[..., Page]:
    """admin(locale, …) stands before the page of the import."""

    def make(locale: str = GERMAN.locale, **options: object) -> Page:
        login = b64encode(":".join(ADMIN).encode()).decode()
        page = person(locale, **options).new_page()
        page.set_extra_http_headers({"authorization": f"Basic {login}"})
        page.goto(town.path(PAGE))
        return page

    return make


@pytest.fixture
def source() -> str:
    """A catalogue of this test's own."""
    return f"town-{token_hex(4)}"


def bring(page: Page, data: bytes, name: str = "liste.csv") -> None:
    file = {"name": name, "mimeType": "text/csv", "buffer": data}
    page.locator("#import-file").set_input_files(files=[file])
    page.locator("form[enctype] button[type=submit]").click()


def rows(source: str, *more: dict[str, str]) -> bytes:
    return table(service_row("1", source=source), *more)


def test_nothing_is_changed_before_it_is_said(admin, source):
    page = admin()
    wrong = service_row("2", source=source, title="Falsch", video="ja")
    bring(page, rows(source, wrong))
    expect(page.get_by_text("Noch ist nichts geändert")).to_be_visible()
    refused = page.get_by_role("region", name="Zeile 3")
    expect(refused).to_contain_text("video")
    expect(refused).to_contain_text("gibt es nicht zur Auswahl")
    page.get_by_role("button", name="Zeilen importieren: 1").click()
    expect(page.get_by_text("Zeilen sind abgelehnt")).to_be_visible()
    page.get_by_label("ohne die abgelehnten").check()
    page.get_by_role("button", name="Zeilen importieren: 1").click()
    expect(page.get_by_text("Der Import ist fertig")).to_be_visible()


def test_what_changed_is_shown_field_by_field_in_the_readers_language(admin, source):
    page = admin(ENGLISH.locale)
    bring(page, rows(source))
    page.get_by_role("button", name="Import rows: 1").click()
    expect(page.get_by_text("The import is done")).to_be_visible()
    page.get_by_role("link", name="Back to import and export").click()
    changed = service_row("1", source=source, title="Katze anmelden")
    bring(page, table(changed))
    row = page.get_by_role("region", name="Row 2")
    expect(row.locator("del")).to_have_text("Old: Hund anmelden")
    expect(row.locator("ins")).to_have_text("New: Katze anmelden")


def test_it_works_without_script(admin, source):
    page = admin(java_script_enabled=False)
    bring(page, rows(source))
    expect(page.get_by_text("Noch ist nichts geändert")).to_be_visible()
    page.get_by_role("button", name="Zeilen importieren: 1").click()
    expect(page.get_by_text("Der Import ist fertig")).to_be_visible()


def test_a_long_import_shows_how_far_it_is(admin, source):
    page = admin()
    many = [service_row(str(n), source=source, title=f"Dienst {n}") for n in range(60)]
    bring(page, table(*many))
    page.get_by_role("button", name="Zeilen importieren: 60").click()
    expect(page.get_by_role("progressbar")).to_be_visible()
    expect(page.get_by_text("Der Import ist fertig")).to_be_visible()


def test_a_wrong_file_is_refused_in_words(admin):
    page = admin()
    bring(page, b"%PDF-1.7\x00", "urkunde.pdf")
    expect(page.get_by_role("alert")).to_contain_text("weder eine CSV- noch")


def test_an_export_is_what_the_import_takes(admin, source, tmp_path: Path):
    page = admin()
    bring(page, rows(source))
    page.get_by_role("button", name="Zeilen importieren: 1").click()
    expect(page.get_by_text("Der Import ist fertig")).to_be_visible()
    page.get_by_role("link", name="Zurück zu Import").click()
    page.locator("#export-source").select_option(source)
    with page.expect_download() as downloading:
        page.get_by_role("button", name="Als XLSX exportieren").click()
    file = tmp_path / "services.xlsx"
    downloading.value.save_as(file)
    page.locator("#import-file").set_input_files(file)
    page.locator("form[enctype] button[type=submit]").click()
    expect(page.get_by_text("Es gibt nichts zu importieren")).to_be_visible()


@pytest.mark.parametrize("words", [GERMAN, ENGLISH], ids=["de", "en"])
def test_no_barriers_on_the_way(admin, source, words):
    page = admin(words.locale)
    found = barriers(page, "import")
    wrong = service_row("2", source=source, video="ja", text="<div>a</div>")
    bring(page, rows(source, wrong))
    expect(page.get_by_role("button", name="1")).to_be_visible()
    found += barriers(page, "dry run")
    page.get_by_role("link", name=words_of_new(words)).click()
    page.locator("#service-import summary").first.click()
    found += barriers(page, "new rows")
    assert found == []


def words_of_new(words: object) -> str:
    return "Neu: 1" if words is GERMAN else "New: 1"
