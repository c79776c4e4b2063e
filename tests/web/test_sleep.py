"""Phones that are locked while their owners wait: nothing of a page runs then."""

from collections.abc import Callable
from people import Citizen
from people import Clerk
from phone import Phone
from playwright.sync_api import expect
from town import Office
from town import Town
import pytest


PRESENCE = "**/presence"
SLEEP = 6_000  # longer than the page waits between two questions
AT_ONCE = 12_000  # long before its next sign of life, 25 seconds after the last


@pytest.fixture
def erika(phone: Phone, office: Office, desk: Clerk) -> Citizen:
    """Somebody who waits with a phone, while one clerk is there."""
    made = Citizen(phone.page, office)
    made.knock()
    made.comes_alive()
    expect(made.place).to_have_text("Sie sind als Nächstes dran.")
    return made


def test_a_locked_phone_asks_and_tells_nothing(
    phone: Phone, erika: Citizen, desk: Clerk
) -> None:
    phone.lock()
    asked: list[str] = []
    erika.page.on("request", lambda request: asked.append(request.url))
    desk.page.wait_for_timeout(SLEEP)
    assert asked == []
    with erika.page.expect_request(PRESENCE, timeout=AT_ONCE):
        phone.unlock()


def test_a_sign_of_life_that_got_lost_is_given_again_at_once(
    citizen: Callable[..., Citizen], desk: Clerk
) -> None:
    erika = citizen()
    erika.page.clock.install()
    erika.page.context.route(PRESENCE, lambda route: None)
    with erika.page.expect_request(PRESENCE):
        erika.knock()
    erika.page.wait_for_load_state()  # a page that is shown says so, too
    erika.page.clock.fast_forward(SLEEP)
    with erika.page.expect_request(PRESENCE, timeout=AT_ONCE):
        erika.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")


def test_whoever_has_a_locked_phone_is_absent_until_it_wakes(
    town: Town, phone: Phone, erika: Citizen, desk: Clerk
) -> None:
    phone.lock()
    desk.page.wait_for_timeout(SLEEP)
    town.let_pass(minutes=3)
    expect(desk.queue).to_contain_text("Abwesend")
    expect(desk.button("Nächste Person aufrufen")).to_be_disabled()
    phone.unlock()
    expect(desk.queue).not_to_contain_text("Abwesend")
    expect(erika.place).to_have_text("Sie sind als Nächstes dran.")
    desk.call_next()
    erika.is_called()


def test_a_phone_that_wakes_shows_the_place_as_it_is_now(
    office: Office, phone: Phone, desk: Clerk
) -> None:
    first = office.knock()
    erika = Citizen(phone.page, office)
    erika.knock()
    erika.comes_alive()
    expect(erika.place).to_have_text("Vor Ihnen: 1 Person")
    phone.lock()
    first.leave()
    phone.unlock()
    expect(erika.place).to_have_text("Sie sind als Nächstes dran.")


def test_a_phone_that_wakes_in_time_shows_the_call(
    phone: Phone, erika: Citizen, desk: Clerk
) -> None:
    phone.lock()
    desk.call_next()
    desk.page.wait_for_timeout(SLEEP)
    expect(desk.current).to_contain_text("Der Aufruf ist unterwegs.")
    phone.unlock()
    erika.is_called()
    expect(desk.current).to_contain_text("Der Aufruf wird angezeigt.")


def test_a_call_that_a_locked_phone_never_showed_costs_nothing(
    town: Town, phone: Phone, erika: Citizen, desk: Clerk
) -> None:
    phone.lock()
    desk.call_next()
    desk.page.wait_for_timeout(SLEEP)
    town.let_pass(minutes=2, seconds=30)
    expect(desk.current).to_have_count(0)
    phone.unlock()
    expect(erika.place).to_have_text("Sie sind als Nächstes dran.")
    expect(desk.queue).not_to_contain_text("Abwesend")
    expect(desk.queue).not_to_contain_text("Nicht geantwortet")


def test_a_phone_that_slept_too_long_says_how_the_visit_ended(
    town: Town, phone: Phone, erika: Citizen, desk: Clerk
) -> None:
    phone.lock()
    desk.page.wait_for_timeout(SLEEP)
    town.let_pass(minutes=31)
    expect(desk.queue).to_contain_text("Niemand wartet.")
    phone.unlock()
    erika.is_headed("Ihr Besuch ist abgelaufen")
