"""Clerks who look elsewhere hear and see that somebody has come."""

from access import violations
from collections.abc import Callable
from dataclasses import replace
from people import Clerk
from playwright.sync_api import expect
from senses import Senses
from town import Office
from town import Town
import pytest


SWITCH = "Ton und Hinweise bei neuen Besuchen"
HIDE = """
Object.defineProperty(document, "hidden", { configurable: true, get: () => true });
"""


@pytest.fixture
def ready(clerk: Callable[..., Clerk]) -> Callable[..., tuple[Clerk, Senses]]:
    """ready(**permission) is a clerk who has switched it on, and what they perceive."""

    def make(**permission: str) -> tuple[Clerk, Senses]:
        made = clerk()
        senses = Senses.of(made.page, **permission)
        made.office.open_desk(made.login)
        made.open_view()
        expect(made.page.locator("html")).to_contain_class("vo-live")
        made.press(SWITCH)
        senses.rings(1)
        return made, senses

    return make


def note(clerk: Clerk) -> str:
    return clerk.page.locator("#staff-alerts-note").inner_text()


def learns(clerk: Clerk) -> None:
    """The page before the clerk knows how it is: it asks again only then."""
    for _ in range(2):
        with clerk.page.expect_request("**/@waiting-room"):
            pass


def wait(clerk: Clerk, seconds: int) -> None:
    """On the page so much time passes at once."""
    clerk.page.clock.run_for(seconds * 1000)


def test_an_arrival_is_heard_once(
    office: Office, ready: Callable[..., tuple[Clerk, Senses]]
) -> None:
    desk, senses = ready()
    expect(desk.button(SWITCH)).to_have_attribute("aria-pressed", "true")
    office.knock("Max Mustermann")
    senses.rings(2)
    wait(desk, 90)
    expect(desk.queue).to_contain_text("Max Mustermann")
    assert (senses.tones, senses.notices) == (2, [])


def test_two_arrivals_within_twenty_seconds_are_two_tones_twenty_seconds_apart(
    town: Town, office: Office, ready: Callable[..., tuple[Clerk, Senses]]
) -> None:
    desk, senses = ready()
    office.knock("Anna Mustermann")
    senses.rings(2)
    town.let_pass(seconds=2)
    office.knock("Bert Mustermann")
    expect(desk.queue).to_contain_text("Bert Mustermann")
    wait(desk, 20)
    senses.rings(3)
    first, second = desk.page.evaluate("senses.tones.slice(-2)")
    assert second - first >= 20_000


def test_who_waits_without_a_desk_is_told_every_minute_until_one_is_open(
    office: Office, ready: Callable[..., tuple[Clerk, Senses]]
) -> None:
    desk, senses = ready()
    office.knock("Max Mustermann")
    senses.rings(2)
    desk.press("Pause machen")
    expect(desk.button("Pause beenden")).to_be_visible()
    learns(desk)
    heard = senses.tones
    wait(desk, 40)
    assert senses.tones == heard
    wait(desk, 25)
    senses.rings(heard + 1)
    wait(desk, 60)
    senses.rings(heard + 2)
    desk.press("Pause beenden")
    expect(desk.button("Pause machen")).to_be_visible()
    heard = senses.tones
    wait(desk, 130)
    assert senses.tones == heard


def test_a_hidden_tab_shows_how_many_wait_and_nobodys_name(
    office: Office, ready: Callable[..., tuple[Clerk, Senses]]
) -> None:
    desk, senses = ready()
    desk.page.evaluate(HIDE)
    guest = office.knock("Max Mustermann")
    senses.rings(2)
    (shown,) = senses.notices
    assert (shown["title"], shown["body"]) == ("Jemand wartet", "Wartend: 1")
    guest.leave()
    expect(desk.queue).to_contain_text("Niemand wartet.")
    assert [each["isOpen"] for each in senses.notices] == [False]


def test_a_clerk_who_refuses_notifications_keeps_the_tone(
    office: Office, ready: Callable[..., tuple[Clerk, Senses]]
) -> None:
    desk, senses = ready(answer="denied")
    assert "Hinweise dieser Seite zeigt Ihr Browser nicht." in note(desk)
    desk.page.evaluate(HIDE)
    office.knock("Max Mustermann")
    senses.rings(2)
    assert senses.notices == []


def test_a_page_loaded_anew_goes_on_after_the_next_click(
    office: Office, ready: Callable[..., tuple[Clerk, Senses]]
) -> None:
    desk, senses = ready()
    desk.page.reload()
    told = desk.page.locator("#staff-alerts-note")
    expect(told).to_contain_text("sobald Sie auf diese Seite klicken")
    expect(desk.button(SWITCH)).to_have_attribute("aria-pressed", "true")
    desk.page.get_by_role("heading", level=1).click()
    expect(told).to_contain_text("An: ein Ton")
    office.knock("Max Mustermann")
    senses.rings(1)


def test_of_two_tabs_one_sounds(
    office: Office, ready: Callable[..., tuple[Clerk, Senses]]
) -> None:
    desk, senses = ready()
    other = replace(desk, page=desk.page.context.new_page())
    heard = Senses.of(other.page)
    other.open_view()
    other.press(SWITCH)
    heard.rings(1)
    office.knock("Max Mustermann")
    expect(desk.queue).to_contain_text("Max Mustermann")
    expect(other.queue).to_contain_text("Max Mustermann")
    desk.page.wait_for_timeout(1_000)
    assert senses.tones + heard.tones == 3


def test_switched_off_nothing_sounds(
    office: Office, ready: Callable[..., tuple[Clerk, Senses]]
) -> None:
    desk, senses = ready()
    desk.press(SWITCH)
    expect(desk.button(SWITCH)).to_have_attribute("aria-pressed", "false")
    office.knock("Max Mustermann")
    expect(desk.queue).to_contain_text("Max Mustermann")
    desk.page.wait_for_timeout(1_000)
    assert senses.tones == 1


def test_the_overview_counts_and_sounds_for_all_offices(
    office: Office, clerk: Callable[..., Clerk]
) -> None:
    desk = clerk()
    senses = Senses.of(desk.page)
    office.open_desk(desk.login)
    desk.page.goto(office.town.path("@@staff"))
    desk.press(SWITCH)
    senses.rings(1)
    office.knock("Max Mustermann")
    desk.reads("Geöffnet – 1 Person wartet")
    senses.rings(2)
    assert "(1)" in desk.page.title()
    assert violations(desk.page) == []


def test_the_overview_and_an_office_beside_it_sound_once(
    office: Office, ready: Callable[..., tuple[Clerk, Senses]]
) -> None:
    desk, senses = ready()
    overview = replace(desk, page=desk.page.context.new_page())
    heard = Senses.of(overview.page)
    overview.page.goto(office.town.path("@@staff"))
    overview.press(SWITCH)
    heard.rings(1)
    office.knock("Max Mustermann")
    expect(desk.queue).to_contain_text("Max Mustermann")
    overview.reads("Geöffnet – 1 Person wartet")
    desk.page.wait_for_timeout(1_000)
    assert senses.tones + heard.tones == 3


def test_an_overview_that_was_logged_out_says_so(clerk: Callable[..., Clerk]) -> None:
    desk = clerk()
    desk.page.goto(desk.office.town.path("@@staff"))
    desk.page.context.clear_cookies()
    line = desk.page.locator("#staff-line")
    expect(line).to_contain_text("Sie sind abgemeldet.")


def test_the_head_stops_admission_and_ends_the_day_with_a_phone(
    office: Office, clerk: Callable[..., Clerk]
) -> None:
    size = {"width": 360, "height": 640}
    head = clerk(role="Office Head", viewport=size, has_touch=True, is_mobile=True)
    office.open_desk(head.login)
    office.knock("Max Mustermann")
    overview = office.town.path("@@staff")
    head.page.goto(overview)
    tap(head, "link", "Einlass anhalten …")
    head.reads("Jetzt warten: 1.")
    tap(head, "button", "Niemanden mehr einlassen")
    expect(head.told).to_contain_text("niemand")
    head.page.goto(overview)
    tap(head, "button", "Wieder anklopfen lassen")
    expect(head.told).to_contain_text("wieder anklopfen")
    tap(head, "link", "Zur Tür: Einlass anhalten, Tag beenden")
    expect(head.page.locator("#staff-suspend summary")).to_be_in_viewport()
    tap(head, "link", "Tag beenden …")
    head.reads("Es warten jetzt: 1.")
    tap(head, "button", "Tag des Büros beenden")
    head.reads("Der Tag ist beendet")


def tap(head: Clerk, role: str, name: str) -> None:
    """As large as fingers need it (WCAG 2.5.5: 44 px)."""
    target = head.page.get_by_role(role, name=name).first
    box = target.bounding_box()
    assert min(box["width"], box["height"]) >= 44, f"{name}: {box}"
    target.tap()
