"""Nobody is hurried (WCAG 2.2, 2.2.1): the limits are in docs/accessibility.rst."""

from collections.abc import Callable
from people import Citizen
from people import Clerk
from playwright.sync_api import expect
from town import Office
from town import Town


MORE = "Ich brauche mehr Zeit"
TIMES = 10  # WCAG 2.2, 2.2.1: at least


def test_a_citizen_gets_more_time_ten_times(
    town: Town, desk: Clerk, citizen: Callable[..., Citizen]
) -> None:
    erika = citizen()
    erika.knock()
    erika.comes_alive()
    desk.call_next()
    erika.is_called()
    left, until = (erika.page.locator(f"#visit-{it}") for it in ("left", "respond-by"))
    expect(left).to_contain_text("Sekunden")
    before = ""
    for _ in range(TIMES):
        town.let_pass(seconds=100)
        erika.press(MORE)
        expect(until).not_to_have_text(before)
        before = until.inner_text()
        expect(left).to_contain_text("Minuten")
        town.let_pass(seconds=10)
    expect(erika.button(MORE)).to_have_count(0)
    erika.enter()


def test_a_clerk_who_paused_the_updates_is_asked_all_the_same(
    town: Town, office: Office, desk: Clerk
) -> None:
    guest = office.knock("Max Mustermann")
    expect(desk.queue).to_contain_text("Max Mustermann")
    desk.press("Aktualisierung anhalten")
    town.let_pass(minutes=5, seconds=5)
    guest.be_present()
    expect(desk.page.locator("#staff-asked")).to_contain_text("Sind Sie noch da?")
    expect(desk.button("Aktualisierung fortsetzen")).to_be_visible()
