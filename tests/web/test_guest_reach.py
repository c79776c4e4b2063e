"""A third person who looks elsewhere hears and sees when they may enter."""

from access import violations
from collections.abc import Callable
from people import Clerk
from people import Person
from playwright.sync_api import BrowserContext
from playwright.sync_api import expect
from senses import Senses
from town import Guest as Visitor
from town import Office
import pytest


SOUND = "Ton beim Start einschalten"
ENTER = "Sie können jetzt eintreten!"


@pytest.fixture
def visitor(office: Office, desk: Clerk) -> Visitor:
    """Somebody who waits at the office of an open desk."""
    return office.knock("Erika Mustermann")


@pytest.fixture
def olena(
    visitor: Visitor, person: Callable[..., BrowserContext]
) -> tuple[Person, Senses]:
    """An interpreter who asked to come along, and what they perceive."""
    office, ask = visitor.office, visitor.office.town.ask
    link = ask("POST", office.path(f"@visits/{visitor.token}/guests"))["link"]
    wish = {"name": "Olena Musterenko", "privacy_noted": True}
    ask("POST", f"{link.replace('@@guest', '@guests')}/ask", **wish)
    made = Person(person().new_page(), office)
    senses = Senses.of(made.page)
    made.page.goto(link)
    made.is_headed("Das Büro entscheidet")
    expect(made.page.locator("html")).to_contain_class("vo-live")
    return made, senses


def let_in(desk: Clerk, visitor: Visitor) -> None:
    """The conversation is on, and the one who asks may come along."""
    desk.call_next()
    visitor.answer()
    guests = desk.page.locator("#staff-current-guests")
    guests.get_by_role("button", name="Einlassen").click()


def test_who_may_enter_is_rung_and_notified(
    visitor: Visitor, olena: tuple[Person, Senses], desk: Clerk
) -> None:
    guest, senses = olena
    guest.press(SOUND)
    senses.rings(1)
    guest.reads("So klingt es, wenn Sie eintreten können.")
    guest.press("Benachrichtigung erlauben")
    guest.reads("Ihr Name steht nicht darin.")
    let_in(desk, visitor)
    guest.is_headed(ENTER)
    senses.rings(3)
    (shown,) = senses.notices
    assert (shown["title"], shown["body"]) == (ENTER, "Bürgerbüro Mitte")
    assert violations(guest.page) == []
    guest.press("Ton ausschalten")
    senses.is_silent()
    desk.press("Zurückstellen")
    guest.is_headed("Kurze Pause")
    assert [each["isOpen"] for each in senses.notices] == [False]
    heard = senses.tones
    desk.press("Mit dem Besuch weitermachen")
    guest.is_headed(ENTER)
    senses.rings(heard + 1)


def test_who_left_the_room_open_is_rung_back_there(
    visitor: Visitor, olena: tuple[Person, Senses], desk: Clerk
) -> None:
    guest, senses = olena
    guest.press(SOUND)
    let_in(desk, visitor)
    guest.follow("Jetzt eintreten")
    guest.page.locator("#room").click()
    desk.press("Zurückstellen")
    expect(guest.page.locator("#room-break")).to_be_visible()
    desk.press("Mit dem Besuch weitermachen")
    expect(guest.page.locator("#room-resumed")).to_be_visible()
    senses.rings(1)


def test_who_still_asks_at_the_end_is_not_thanked_and_not_rung(
    visitor: Visitor, olena: tuple[Person, Senses]
) -> None:
    guest, senses = olena
    guest.press(SOUND)
    senses.rings(1)
    visitor.leave()
    guest.is_headed("Der Besuch ist zu Ende")
    guest.reads("Das Büro hat nicht rechtzeitig entschieden")
    assert senses.tones == 1


def test_a_link_that_was_taken_back_is_asked_for_once(
    visitor: Visitor, olena: tuple[Person, Senses]
) -> None:
    guest, _ = olena
    refused: list[str] = []
    guest.page.on(
        "response",
        lambda answer: answer.status == 404 and refused.append(answer.url),
    )
    visits = visitor.office.path(f"@visits/{visitor.token}/guests")
    taken_back = f"{visits}/{visitor.id}-1"
    visitor.office.town.ask("DELETE", taken_back)
    guest.is_headed("Diese Einladung gilt nicht")
    guest.page.wait_for_timeout(6_000)
    asked = guest.page.url.replace("@@guest", "@guests")
    assert refused == [asked, guest.page.url]
