"""How citizens read the page of a service and the hours of an office."""

from collections.abc import Callable
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from pages import ELSEWHERE
from pages import FULL_SERVICE
from pages import opening
from people import Citizen
from people import Clerk
from playwright.sync_api import expect
from sight import PHONE
from town import Office
from words import ENGLISH
from words import GERMAN
from words import Words
import pytest


AFTER = "element => getComputedStyle(element, '::after').content"
WIDER_THAN_THE_SCREEN = "document.documentElement.scrollWidth - innerWidth"


@pytest.fixture
def service(office: Office) -> str:
    """The address of a service about which everything is said."""
    office.change(address="Rathausplatz 1\n12345 Musterstadt", other_ways="Briefkasten")
    return office.offer(**FULL_SERVICE)


def test_the_summary_tells_at_a_glance_what_it_takes_and_how_it_goes(
    service: str, office: Office, desk: Clerk, citizen: Callable[..., Citizen]
) -> None:
    erika = citizen(viewport=PHONE)
    erika.page.goto(service)
    told = erika.page.get_by_role("region", name="Auf einen Blick")
    for words in (
        "30,50 € bis 60 €",
        "sofort",
        "Personalausweis, Vollmacht",
        "Geöffnet – gerade frei",
        "02000 115-0",
    ):
        expect(told).to_contain_text(words)
    desk.press("Pause machen")
    expect(told).to_contain_text("Gerade ist niemand da")
    assert erika.page.evaluate(WIDER_THAN_THE_SCREEN) <= 0
    with erika.page.expect_response("**/@demand") as counted:
        told.get_by_role("link", name="02000 115-0").click()
    assert counted.value.status == 204
    told.get_by_role("link", name="Per Video, ohne Termin").click()
    expect(erika.page.locator("#doors")).to_be_in_viewport()


@pytest.mark.parametrize("words", [GERMAN, ENGLISH], ids=["german", "english"])
def test_everything_is_read_without_script(
    words: Words, service: str, office: Office, citizen: Callable[..., Citizen]
) -> None:
    erika = citizen(words, java_script_enabled=False)
    erika.page.goto(service)
    headings = erika.page.get_by_role("main").get_by_role("heading", level=2)
    assert len(headings.all()) == 18
    erika.reads("30,50 € bis 60 €" if words is GERMAN else "€30.50 to €60")
    expect(erika.page.locator("[data-door-told]")).to_be_hidden()
    expect(erika.page.locator("[data-door-knock]")).to_be_visible()
    erika.page.goto(office.url)
    erika.reads("Rund um die Uhr" if words is GERMAN else "Around the clock")


def test_on_paper_there_are_addresses_and_no_buttons(
    service: str, desk: Clerk, citizen: Callable[..., Citizen]
) -> None:
    erika = citizen()
    erika.page.goto(service)
    erika.reads("Geöffnet – gerade frei")
    erika.page.emulate_media(media="print")
    main = erika.page.get_by_role("main")
    for hidden in (".btn", ".vo-door-live", "[data-door-told]", ".vo-updates"):
        for each in main.locator(hidden).all():
            expect(each).to_be_hidden()
    for unfolded in ("Rathausplatz 1", "Briefkasten"):
        expect(main.locator(".vo-ways").get_by_text(unfolded)).to_be_visible()
    for path in ("stvo", "antrag.pdf", "karte", "parken"):
        address = f"{ELSEWHERE}/{path}"
        link = main.locator(f'a[href="{address}"]').first
        assert address in link.evaluate(AFTER)
    video = main.locator(".vo-card .vo-on-paper").get_by_text(service, exact=True)
    expect(video).to_be_visible()


def test_on_the_screen_links_have_no_addresses_behind_them(
    service: str, citizen: Callable[..., Citizen]
) -> None:
    erika = citizen()
    erika.page.goto(service)
    assert erika.link("§ 45 StVO").evaluate(AFTER) == "none"
    expect(erika.page.locator(".vo-card .vo-on-paper").first).to_be_hidden()


def test_a_page_that_says_nothing_tells_what_to_do(
    office: Office, citizen: Callable[..., Citizen]
) -> None:
    erika = citizen()
    erika.page.goto(office.offer(offices=[], documents=[], video=None))
    erika.reads("Hier steht noch nicht, wie Sie das erledigen.")
    erika.follow("Alle Dienstleistungen ansehen")
    expect(erika.page).to_have_url(office.town.path("@@services"))


def test_today_is_marked_for_eyes_and_ears_until_it_is_over(
    office: Office, citizen: Callable[..., Citizen]
) -> None:
    week = "MO TU WE TH FR SA SU"
    office.change(opening_hours=opening(week, "08:00:00", "18:00:00"))
    erika = citizen()
    erika.page.goto(office.url)
    line = erika.page.get_by_role("row", name="Montag bis Sonntag")
    expect(line).to_have_attribute("aria-current", "date")
    expect(line).to_contain_text("heute")
    expect(line.get_by_text("8–18 Uhr", exact=True)).to_be_visible()
    erika.page.clock.set_fixed_time(datetime.now(UTC) + timedelta(days=2))
    erika.page.reload()
    expect(line).not_to_have_attribute("aria-current", "date")
    expect(line).not_to_contain_text("heute")


def test_an_editor_takes_the_hours_of_another_office_over(
    office: Office, clerk: Callable[..., Clerk]
) -> None:
    hours = opening("MO TU", "08:00:00", "12:00:00")
    office.town.open_office(title="Bürgerbüro Vorbild", opening_hours=hours)
    editor = clerk(role="Editor")
    editor.page.goto(office.url)
    editor.page.get_by_role("link", name="Aktionen").click()
    editor.page.get_by_role(
        "link", name="Öffnungszeiten von einem anderen Büro übernehmen"
    ).click()
    choice = editor.page.get_by_label("Übernehmen von")
    model = choice.locator("option", has_text="Bürgerbüro Vorbild").last
    choice.select_option(model.get_attribute("value"))
    editor.press("Zeigen, was sich ändert")
    editor.reads("Danach: Bürgerbüro Vorbild")
    editor.reads("rund um die Uhr")
    editor.press("Öffnungszeiten ersetzen")
    done = "Die Öffnungszeiten sind jetzt die von „Bürgerbüro Vorbild“."
    expect(editor.told).to_contain_text(done)
    editor.reads("8–12 Uhr")
