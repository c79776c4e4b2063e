"""The page that explains a visit: for everybody, in both languages, kept by nobody."""

from access import barriers
from access import move_to
from collections.abc import Callable
from people import Citizen
from people import Clerk
from people import Person
from playwright.sync_api import BrowserContext
from playwright.sync_api import expect
from town import Office
from words import ENGLISH
from words import GERMAN
from words import Words
import pytest
import requests


HEADINGS = {"de-DE": "So funktioniert es", "en-GB": "How it works"}
BOTH = pytest.mark.parametrize("words", [GERMAN, ENGLISH], ids=["german", "english"])
LOADED = """async pictures => {
    await Promise.all(pictures.map(picture => picture.decode()));
    return pictures.map(picture => picture.naturalWidth);
}"""


def open_help(citizen: Callable[..., Citizen], words: Words = GERMAN) -> Citizen:
    reader = citizen(words)
    reader.page.goto(reader.office.path("@@how-it-works"))
    reader.is_headed(HEADINGS[words.locale])
    return reader


@BOTH
def test_nobody_meets_a_barrier(citizen: Callable[..., Citizen], words: Words) -> None:
    reader = open_help(citizen, words)
    for fold in reader.page.locator("#content-core summary").all():
        fold.click()
    assert barriers(reader.page, "help") == []


@BOTH
def test_its_pictures_show_our_pages_in_the_readers_language(
    citizen: Callable[..., Citizen], words: Words
) -> None:
    pictures = open_help(citizen, words).page.locator(".vo-step-picture")
    assert pictures.evaluate_all(LOADED) == [640] * 6
    sources = pictures.evaluate_all("all => all.map(each => each.src)")
    assert all(source.endswith(f"-{words.locale[:2]}.webp") for source in sources)
    assert all(pictures.evaluate_all("all => all.map(each => each.alt)"))


def test_it_can_be_read_in_the_other_language(
    citizen: Callable[..., Citizen],
) -> None:
    reader = open_help(citizen)
    reader.follow("English")
    reader.is_headed("How it works")
    expect(reader.page.locator("html")).to_have_attribute("lang", "en")
    reader.follow("Deutsch")
    reader.is_headed("So funktioniert es")


def test_it_needs_no_script(
    office: Office, person: Callable[..., BrowserContext]
) -> None:
    page = person(java_script_enabled=False).new_page()
    page.goto(office.path("@@how-it-works"))
    expect(page.locator("#help-end")).to_contain_text("als Nächstes")
    page.get_by_text("Alles zum Datenschutz lesen").click()
    expect(page.get_by_text("Welche Rechte haben Sie?")).to_be_visible()
    expect(page.locator("#content-core .vo-ways")).to_contain_text("02000 115-0")


def test_it_needs_no_mouse(citizen: Callable[..., Citizen]) -> None:
    reader = open_help(citizen)
    move_to(reader, reader.link("Zur Prüfung"))
    move_to(reader, reader.page.get_by_text("Alles zum Datenschutz lesen"))
    reader.page.keyboard.press("Enter")
    reader.reads("Welche Rechte haben Sie?")


def test_it_may_be_kept_and_leaves_no_cookie(office: Office) -> None:
    answer = requests.get(office.path("@@how-it-works"), timeout=60)
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "public, max-age=600"
    assert answer.headers["Vary"] == "Accept-Language, Cookie"
    assert not answer.cookies


def test_what_staff_see_of_it_is_kept_for_them_alone(
    office: Office, desk: Clerk
) -> None:
    answer = desk.page.goto(office.path("@@how-it-works"))
    assert answer.headers["cache-control"] == "private, no-cache"


def test_whoever_waits_reads_it_without_losing_the_place(
    desk: Clerk, citizen: Callable[..., Citizen]
) -> None:
    erika = citizen(ENGLISH)
    erika.open_form()
    assert other_tab(erika).url == erika.office.path("@@how-it-works")
    erika.knock()
    tab = other_tab(erika)
    expect(tab.get_by_role("heading", level=1)).to_have_text("How it works")
    assert tab.evaluate("document.referrer") == ""
    tab.close()
    erika.is_headed(ENGLISH.waiting_room)


def other_tab(person: Person) -> object:
    with person.page.expect_popup() as popup:
        person.follow("How it works (in a new tab)")
    return popup.value


def test_it_names_the_languages_of_the_office(
    office: Office, citizen: Callable[..., Citizen]
) -> None:
    office.change(languages=["de", "de-simple", "gsg"])
    support = open_help(citizen).page.locator("#help-support ~ dl")
    expect(support).to_contain_text(
        "Hier können Sie wählen: Deutsch, Leichte Sprache, Deutsche Gebärdensprache."
    )


def test_every_door_leads_to_it(
    office: Office, citizen: Callable[..., Citizen]
) -> None:
    reader = citizen()
    for page in (office.url, office.offer()):
        reader.page.goto(page)
        reader.follow("So funktioniert es")
        reader.is_headed("So funktioniert es")
