"""Everybody can use every page in every state: axe, small screens, keys, language."""

from access import barriers
from access import violations
from collections.abc import Callable
from dataclasses import replace
from pages import FULL_SERVICE
from pages import opening
from people import Citizen
from people import Clerk
from people import Person
from playwright.sync_api import expect
from playwright.sync_api import ViewportSize
from sight import FOUR_TIMES
from sight import PHONE
from town import Office
from words import ENGLISH
from words import GERMAN
from words import Words
import pytest


class Survey:
    """Looks at one page after the other and tells all barriers at the end."""

    def __init__(self) -> None:
        self.found: list[str] = []

    def look(self, person: Person, name: str) -> None:
        self.found += barriers(person.page, name)

    def glance(self, person: Person, name: str) -> None:
        """Only what depends on the words: at one size."""
        person.page.set_viewport_size(PHONE)
        self.found += [f"{name}: {each}" for each in violations(person.page)]

    @property
    def report(self) -> str:
        return "\n".join(self.found)


@pytest.fixture
def survey() -> Survey:
    return Survey()


def test_no_barriers_before_a_door(
    office: Office, desk: Clerk, citizen: Callable[..., Citizen], survey: Survey
) -> None:
    erika = citizen()
    erika.page.goto(office.offer())
    erika.reads("Geöffnet – gerade frei")
    survey.look(erika, "service page")
    erika.page.goto(office.url)
    erika.reads("Geöffnet – gerade frei")
    survey.look(erika, "office page")
    erika.page.goto(office.offer(video="none", video_note="Das geht nur vor Ort."))
    survey.look(erika, "service not fit for video")
    erika.open_form()
    erika.page.get_by_text("Alles zum Datenschutz lesen").click()
    survey.look(erika, "knock form")
    erika.press("Anklopfen")
    erika.reads("Bitte prüfen Sie diese Angaben")
    survey.look(erika, "knock form with errors")
    closed = replace(erika, office=office.town.open_office(opening_hours=[]))
    closed.open_form()
    closed.reads("Geschlossen")
    survey.look(closed, "closed door")
    assert not survey.found, survey.report


def test_no_barriers_while_waiting_and_being_called(
    office: Office, desk: Clerk, citizen: Callable[..., Citizen], survey: Survey
) -> None:
    desk.tell_all("Bitte haben Sie Geduld")
    erika = citizen()
    erika.knock("Erika Mustermann-Beispielhausen-Musterfrau")
    erika.comes_alive()
    for fold in erika.page.locator("#visit summary").all():
        fold.click()
    survey.look(erika, "waiting room")
    erika.follow("Warteraum verlassen")
    erika.reads("Sie verlieren Ihren Platz.")
    survey.look(erika, "leave dialog")
    erika.press("Nein, weiter warten")
    desk.call_next()
    erika.is_called()
    survey.look(erika, "call")
    desk.press("Nicht erreicht")
    erika.is_headed("Wir haben Sie nicht erreicht")
    survey.look(erika, "missed call")
    assert not survey.found, survey.report


def test_no_barriers_in_the_room_and_at_the_end(
    office: Office, desk: Clerk, citizen: Callable[..., Citizen], survey: Survey
) -> None:
    erika = citizen()
    erika.knock()
    desk.call_next()
    erika.is_called()
    link = erika.page.url
    erika.enter()
    survey.look(erika, "room")
    survey.look(desk.enter(), "room of the clerk")
    erika.follow("Raum verlassen")
    erika.is_headed("Ihr Gespräch läuft")
    survey.look(erika, "conversation")
    erika.page.goto(f"{link}?leave")
    survey.look(erika, "question before leaving")
    desk.press("Zurückstellen")
    expect(desk.page.locator("#staff-hold")).to_be_visible()
    erika.page.goto(link)
    erika.is_headed("Kurze Pause")
    survey.look(erika, "break")
    desk.press("Mit dem Besuch weitermachen")
    desk.finish()
    erika.page.goto(link)
    erika.is_headed("Ihr Anliegen ist erledigt")
    survey.look(erika, "end")
    erika.follow("Meine Daten jetzt löschen")
    erika.is_headed("Möchten Sie Ihre Daten jetzt löschen?")
    survey.look(erika, "question before erasing")
    erika.press("Ja, meine Daten löschen")
    erika.is_headed("Ihre Daten sind gelöscht")
    survey.look(erika, "erased")
    erika.page.goto(link)
    survey.look(erika, "unknown link")
    assert not survey.found, survey.report


def test_no_barriers_in_the_staff_view(
    office: Office, clerk: Callable[..., Clerk], survey: Survey
) -> None:
    head = clerk(role="Office Head")
    head.page.goto(office.town.path("@@staff"))
    survey.look(head, "my offices")
    head.open_view()
    survey.look(head, "no desk")
    head.open_desk()
    survey.look(head, "empty queue")
    for name in ("Anna", "Bert", "Carl", "Dora", "Emil"):
        guest = office.knock(f"{name} Mustermann", spoken_languages=["de"])
        if name != "Emil":
            head.open_view()
            head.call_next()
        if name in ("Anna", "Bert", "Dora"):
            guest.answer()
            head.open_view()
        if name == "Anna":
            head.press("Zurückstellen")
            expect(head.page.locator("#staff-hold")).to_be_visible()
        if name == "Bert":
            head.finish()
        if name == "Carl":
            survey.look(head, "called")
            head.press("Nicht erreicht")
            expect(head.page.locator("#staff-missed")).to_be_visible()
    expect(head.queue).to_contain_text("Emil Mustermann")
    for fold in head.page.locator("#staff summary").all():
        fold.click()
    survey.look(head, "everything at once")
    head.page.locator("#staff-current").get_by_role("link", name="Neuer").click()
    head.reads("Der alte Link gilt sofort nicht mehr")
    survey.look(head, "question before a new link")
    head.press("Neuen Link erstellen")
    head.reads("Der alte Link gilt nicht mehr.")
    survey.look(head, "new link")
    head.page.goto(office.path("@@staff-end-day"))
    survey.look(head, "question before the end of the day")
    assert not survey.found, survey.report


def test_no_barriers_on_pages_that_few_people_see(
    office: Office,
    clerk: Callable[..., Clerk],
    citizen: Callable[..., Citizen],
    survey: Survey,
) -> None:
    head, stranger = clerk(role="Office Head"), clerk(role="Reader")
    speaks_german = {"languages": ["de"]}
    office.town.ask("POST", office.path("@desk"), head.login, **speaks_german)
    erika = citizen()
    erika.open_form()
    erika.fill_in()
    erika.page.get_by_label("In welcher Sprache").select_option("en")
    erika.press("Anklopfen")
    erika.reads("Bitte beachten Sie zuerst")
    survey.look(erika, "knock form with a caution")
    erika.page.goto(office.path("@@room"))
    survey.look(erika, "room of nobody")
    stranger.page.goto(office.town.path("@@staff"))
    survey.look(stranger, "overview of somebody who serves nowhere")
    head.page.goto(office.path("@@staff-suspend"))
    survey.look(head, "question before admission stops")
    head.page.goto(office.path("@@staff-release?desk=none"))
    survey.look(head, "question before a desk is released")
    assert not survey.found, survey.report


def test_no_barriers_on_pages_about_services_and_hours(
    office: Office,
    clerk: Callable[..., Clerk],
    citizen: Callable[..., Citizen],
    survey: Survey,
) -> None:
    erika, stranger = citizen(), citizen(ENGLISH)
    full = office.offer(**FULL_SERVICE)
    erika.page.goto(full)
    survey.look(erika, "full service page")
    erika.page.emulate_media(media="print")
    survey.glance(erika, "full service page on paper")
    erika.page.emulate_media(media="screen")
    stranger.page.goto(full)
    survey.glance(stranger, "full service page in English")
    erika.page.goto(office.offer(offices=[], documents=[], video=None))
    survey.look(erika, "nearly empty service page")
    office.change(
        opening_hours=opening("MO TU WE", "08:00:00", "12:30:00"), holiday_state="BY"
    )
    erika.page.goto(office.url)
    survey.look(erika, "hours by groups of days")
    stranger.page.goto(office.url)
    survey.glance(stranger, "hours in English")
    editor, model = clerk(role="Editor"), office.town.open_office()
    editor.page.goto(office.path(f"@@copy-hours?from={model.uid}"))
    survey.look(editor, "hours before they are copied")
    assert not survey.found, survey.report


def test_no_barriers_in_english(
    office: Office,
    clerk: Callable[..., Clerk],
    citizen: Callable[..., Citizen],
    survey: Survey,
) -> None:
    desk, erika = clerk(ENGLISH), citizen(ENGLISH)
    desk.open_desk()
    survey.glance(desk, "staff view")
    erika.page.goto(office.offer())
    erika.reads(ENGLISH.free)
    survey.glance(erika, "service page")
    erika.open_form()
    erika.press(ENGLISH.knock)
    expect(erika.page.locator("#knock-errors")).to_be_visible()
    survey.glance(erika, "knock form with errors")
    erika.knock()
    erika.comes_alive()
    survey.glance(erika, "waiting room")
    desk.call_next()
    erika.is_called()
    survey.glance(erika, "call")
    erika.enter()
    survey.glance(erika, "room")
    desk.page.reload()
    desk.finish()
    erika.follow(ENGLISH.to_my_visit)
    erika.is_headed(ENGLISH.settled)
    survey.glance(erika, "end")
    assert not survey.found, survey.report


def test_news_do_not_take_the_focus_away(office: Office, desk: Clerk) -> None:
    pause = desk.button("Pause machen")
    pause.focus()
    office.knock("Max Mustermann")
    expect(desk.queue).to_contain_text("Max Mustermann")
    expect(pause).to_be_focused()


@pytest.mark.parametrize("words", [GERMAN, ENGLISH], ids=["german", "english"])
def test_every_page_names_its_language(
    words: Words,
    office: Office,
    desk: Clerk,
    citizen: Callable[..., Citizen],
    clerk: Callable[..., Clerk],
) -> None:
    language = words.locale[:2]
    erika, colleague = citizen(words), clerk(words)
    colleague.open_view()
    expect(colleague.page.locator("html")).to_have_attribute("lang", language)
    erika.open_form()
    expect(erika.page.locator("html")).to_have_attribute("lang", language)
    erika.knock()
    expect(erika.page.locator("html")).to_have_attribute("lang", language)


def test_a_visit_goes_on_in_the_language_in_which_it_began(
    desk: Clerk, citizen: Callable[..., Citizen]
) -> None:
    erika, german = citizen(ENGLISH), citizen()
    erika.knock()
    german.page.goto(erika.page.url)
    german.is_headed(ENGLISH.waiting_room)
    expect(german.page.locator("html")).to_have_attribute("lang", "en")


@pytest.mark.parametrize("size", [PHONE, FOUR_TIMES], ids=["320 px", "400 %"])
def test_a_small_screen_shows_the_call_without_scrolling(
    size: ViewportSize, desk: Clerk, citizen: Callable[..., Citizen]
) -> None:
    erika = citizen(viewport=size)
    erika.knock()
    desk.call_next()
    erika.is_called()
    expect(erika.button("Jetzt eintreten")).to_be_in_viewport()
