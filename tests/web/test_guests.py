"""An interpreter joins: with and without JavaScript, by keyboard, without barriers."""

from access import barriers
from collections.abc import Callable
from people import Citizen
from people import Clerk
from people import Person
from playwright.sync_api import BrowserContext
from playwright.sync_api import expect
from playwright.sync_api import Locator
from playwright.sync_api import Response
from town import Office
import pytest


NAME = "Olena Musterenko"


class Guest(Person):
    """Somebody who got a link from a citizen or a clerk."""

    def ask(self, name: str = NAME) -> None:
        self.is_headed("Sie sind zu einem Videogespräch eingeladen")
        self.page.get_by_label("Ihr Name").fill(name)
        self.page.get_by_label("Ich habe die Hinweise gelesen").check()
        self.press("Um Einlass bitten")
        self.is_headed("Das Büro entscheidet")


@pytest.fixture
def guest(
    office: Office, person: Callable[..., BrowserContext]
) -> Callable[..., Guest]:
    """guest(link, **options) is before the page of an invitation."""

    def make(link: str, **options: object) -> Guest:
        made = Guest(person(**options).new_page(), office)
        made.page.goto(link)
        return made

    return make


def invite(citizen: Citizen) -> str:
    """The link that the citizen makes."""
    fold = citizen.page.locator("#visit-guests")
    fold.locator("> summary").click()
    fold.get_by_role("button", name="Link erstellen").click()
    field = fold.get_by_label("Link für diese Person")
    expect(field).to_be_visible()
    return field.input_value()


def asked(desk: Clerk) -> Locator:
    """The one who asks at the clerk's own visit, shown without anything pressed."""
    found = desk.page.locator("#staff-current-guests").get_by_role("listitem")
    expect(found).to_contain_text("bittet um Einlass")
    return found


def test_an_interpreter_whom_the_citizen_invites_joins_the_conversation(
    citizen: Callable[..., Citizen], guest: Callable[..., Guest], desk: Clerk
) -> None:
    erika = citizen()
    erika.knock()
    olena = guest(invite(erika))
    desk.call_next()
    erika.is_called()
    erika.enter()
    olena.ask()
    asked(desk).get_by_role("button", name="Einlassen").click()
    olena.is_headed("Sie können jetzt eintreten!")
    assert olena.page.title().startswith("Sie können jetzt eintreten!")
    person = erika.page.locator("#room-list li", has_text=NAME)
    expect(person).to_contain_text("noch nicht im Raum")
    assert "Erika" not in olena.page.content()
    olena.follow("Jetzt eintreten")
    assert olena.room == erika.room
    expect(person).to_have_text(f"{NAME} im Raum")
    citizen_there = olena.page.locator("#room-list li", has_text="Erika Mustermann")
    expect(citizen_there).to_have_text("Erika Mustermann im Raum")

    desk.press("Zurückstellen")
    expect(olena.page.locator("#room-break")).to_be_visible()
    desk.press("Mit dem Besuch weitermachen")
    expect(olena.page.locator("#room-inside")).to_be_visible()
    desk.finish()
    expect(olena.page.locator("#room-over")).to_be_visible()
    olena.follow("Zum Stand der Dinge")
    olena.is_headed("Das Gespräch ist vorbei")
    olena.press("Meinen Namen jetzt löschen")
    olena.is_headed("Ihre Daten sind gelöscht")


def test_an_interpreter_whom_the_office_invites_is_refused_and_let_in_after_all(
    citizen: Callable[..., Citizen], guest: Callable[..., Guest], desk: Clerk
) -> None:
    erika = citizen()
    erika.knock()
    desk.call_next()
    erika.is_called()
    erika.enter()
    desk.current.get_by_text("Mehr").click()
    desk.press("Dritte Person einladen")
    link = desk.current.get_by_label("Link für diese Person").input_value()
    olena = guest(link)
    olena.ask()
    room = desk.enter()
    expect(room.page.locator("#room-asking")).to_contain_text(NAME)
    room.page.get_by_role("button", name=f"Ablehnen: {NAME}").click()
    olena.is_headed("Das Büro hat Sie nicht eingelassen")
    expect(room.page.locator("#room-asking")).to_be_hidden()
    desk.page.locator("#staff-current-guests").get_by_role(
        "button", name="Einlassen"
    ).click()
    olena.is_headed("Sie können jetzt eintreten!")
    expect(room.page.locator("#room-list")).to_contain_text(NAME)
    olena.follow("Jetzt eintreten")
    desk.page.locator("#staff-current-guests").get_by_role(
        "button", name="Link zurücknehmen"
    ).click()
    expect(olena.page.locator("#room-over")).to_be_visible()
    olena.follow("Zum Stand der Dinge")
    olena.is_headed("Diese Einladung gilt nicht")


def test_an_interpreter_joins_without_javascript(
    citizen: Callable[..., Citizen], guest: Callable[..., Guest], desk: Clerk
) -> None:
    erika = citizen(java_script_enabled=False)
    erika.knock()
    olena = guest(invite(erika), java_script_enabled=False)
    olena.ask()
    erika.press("Aktualisieren")
    expect(erika.page.locator("#visit-guests-list")).to_contain_text(NAME)
    desk.call_next()
    asked(desk).get_by_role("button", name="Einlassen").click()
    olena.follow("Aktualisieren")
    olena.is_headed("Sie dürfen dabei sein")
    erika.press("Aktualisieren")
    erika.enter()
    olena.follow("Aktualisieren")
    olena.follow("Jetzt eintreten")
    assert olena.room == erika.room
    olena.follow("Raum verlassen")
    olena.press("Ich bin nicht dabei. Namen löschen")
    olena.is_headed("Ihre Daten sind gelöscht")


def test_a_name_that_is_being_typed_stays_while_the_conversation_begins(
    citizen: Callable[..., Citizen], guest: Callable[..., Guest], desk: Clerk
) -> None:
    erika = citizen()
    erika.knock()
    olena = guest(invite(erika))
    field = olena.page.get_by_label("Ihr Name")
    field.fill(NAME)
    desk.call_next()
    erika.is_called()
    erika.enter()
    with olena.page.expect_response(says_that_it_began):
        pass
    expect(field).to_have_value(NAME)


def says_that_it_began(answer: Response) -> bool:
    """The page may have asked before the citizen came in."""
    return "@guests" in answer.url and answer.json()["visit"] == "in_call"


def test_a_link_that_is_taken_back_ends_the_page(
    citizen: Callable[..., Citizen], guest: Callable[..., Guest], desk: Clerk
) -> None:
    erika = citizen()
    erika.knock()
    olena = guest(invite(erika))
    olena.ask()
    erika.press("Link zurücknehmen")
    olena.is_headed("Diese Einladung gilt nicht")
    expect(erika.page.locator("#visit-guests-list")).to_have_count(0)


def test_keys_alone_invite_and_ask(
    citizen: Callable[..., Citizen], guest: Callable[..., Guest], desk: Clerk
) -> None:
    erika = citizen()
    erika.knock()
    erika.page.locator("#visit-guests > summary").focus()
    for key in ("Enter", "Tab", "Enter"):
        erika.page.keyboard.press(key)
    field = erika.page.get_by_label("Link für diese Person")
    expect(field).to_be_visible()
    olena = guest(field.input_value())
    olena.page.get_by_label("Ihr Name").focus()
    olena.page.keyboard.type(NAME)
    for key in ("Tab", "Tab", "Space", "Tab", "Enter"):
        olena.page.keyboard.press(key)
    olena.is_headed("Das Büro entscheidet")


def test_no_barriers_for_guests_nor_for_who_invites_and_decides(
    citizen: Callable[..., Citizen], guest: Callable[..., Guest], desk: Clerk
) -> None:
    found: list[str] = []
    erika = citizen()
    erika.knock()
    olena = guest(invite(erika))
    found += barriers(erika.page, "waiting page with a guest's link")
    found += barriers(olena.page, "invitation")
    olena.page.locator("#guest-ask").click()
    olena.reads("Diese Angabe fehlt.")
    found += barriers(olena.page, "invitation with errors")
    olena.ask()
    found += barriers(olena.page, "asking")
    desk.call_next()
    asked(desk)
    found += barriers(desk.page, "staff view with somebody who asks")
    asked(desk).get_by_role("button", name="Einlassen").click()
    olena.is_headed("Sie dürfen dabei sein")
    found += barriers(olena.page, "let in before the call")
    erika.is_called()
    erika.enter()
    found += barriers(erika.page, "room with a guest")
    olena.is_headed("Sie können jetzt eintreten!")
    found += barriers(olena.page, "may enter")
    olena.follow("Jetzt eintreten")
    found += barriers(olena.page, "the guest's room")
    desk.finish()
    olena.follow("Zum Stand der Dinge")
    olena.is_headed("Das Gespräch ist vorbei")
    found += barriers(olena.page, "over")
    link = olena.page.url
    with olena.page.expect_navigation():
        olena.press("Meinen Namen jetzt löschen")
    olena.page.goto(link)
    olena.is_headed("Diese Einladung gilt nicht")
    found += barriers(olena.page, "link that is dead")
    assert found == []
