"""Desks whose clerks go away: with a visit, or while somebody waits."""

from collections.abc import Callable
from people import Citizen
from people import Clerk
from playwright.sync_api import expect
from playwright.sync_api import Locator
from town import Office
from town import Town


def test_a_colleague_takes_over_and_the_citizen_stays_in_the_room(
    town: Town,
    desk: Clerk,
    citizen: Callable[..., Citizen],
    clerk: Callable[..., Clerk],
) -> None:
    erika, colleague = citizen(), clerk()
    erika.knock()
    desk.call_next()
    erika.is_called()
    erika.enter()
    room, tab = erika.room, desk.enter()
    assert tab.room == room
    desk.go_offline()
    colleague.open_desk()
    town.let_pass(minutes=2, seconds=5)
    expect(with_colleagues(colleague)).to_contain_text("Der Schalter ist verlassen.")
    colleague.press("Besuch übernehmen")
    expect(colleague.current).to_contain_text("Erika Mustermann")
    assert colleague.enter().room == room == erika.room
    desk.go_online()
    expect(tab.page.locator("#room-over")).to_be_visible()
    desk.open_view()
    expect(desk.current).to_have_count(0)
    taken = desk.page.locator("#staff-taken")
    expect(taken).to_contain_text("hat Ihren Besuch übernommen: Erika Mustermann")
    expect(with_colleagues(desk)).to_contain_text("Erika Mustermann")
    expect(desk.button("Besuch übernehmen")).to_have_count(0)


def test_a_clerk_who_comes_back_in_time_keeps_the_visit(
    town: Town, office: Office, desk: Clerk, clerk: Callable[..., Clerk]
) -> None:
    guest, colleague = office.knock("Max Mustermann"), clerk()
    desk.call_next()
    guest.answer()
    desk.go_offline()
    colleague.open_desk()
    town.let_pass(minutes=2, seconds=5)
    expect(colleague.button("Besuch übernehmen")).to_be_visible()
    desk.go_online()
    desk.open_view()
    expect(desk.current).to_contain_text("Max Mustermann")
    expect(colleague.button("Besuch übernehmen")).to_have_count(0)


def test_a_desk_that_lets_somebody_wait_is_asked_and_then_paused(
    town: Town, office: Office, desk: Clerk, citizen: Callable[..., Citizen]
) -> None:
    guest, passer_by = office.knock("Max Mustermann"), citizen()
    asked = desk.page.locator("#staff-asked")
    town.let_pass(minutes=5, seconds=5)
    guest.be_present()
    expect(asked).to_contain_text("Sind Sie noch da?")
    passer_by.open_form()
    passer_by.reads("Geöffnet")
    town.let_pass(minutes=2)
    guest.be_present()
    expect(desk.page.get_by_role("alert")).to_contain_text("Ihr Schalter macht Pause")
    passer_by.open_form()
    passer_by.reads("Gerade ist niemand da")
    desk.press("Ich bin wieder da")
    expect(desk.button("Pause beenden")).to_have_count(0)
    passer_by.open_form()
    passer_by.reads("Geöffnet")


def test_a_clerk_who_says_to_be_there_is_not_paused(
    town: Town, office: Office, desk: Clerk
) -> None:
    guest = office.knock("Max Mustermann")
    town.let_pass(minutes=5, seconds=5)
    guest.be_present()
    desk.press("Ja, ich bin da")
    expect(desk.page.locator("#staff-asked")).to_have_count(0)
    town.let_pass(minutes=2)
    guest.be_present()
    desk.open_view()
    expect(desk.page.locator("#staff-desk")).to_contain_text("Pause machen")


def with_colleagues(clerk: Clerk) -> Locator:
    return clerk.page.locator("#staff-colleagues")
