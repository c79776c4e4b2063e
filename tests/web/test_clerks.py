"""What comes between clerks and visitors: colleagues, tabs, dead lines, log-outs."""

from collections.abc import Callable
from dataclasses import replace
from people import Clerk
from playwright.sync_api import expect
from playwright.sync_api import Page
from town import Office
from town import PASSWORD


def stop_news(page: Page) -> None:
    """From now on the page learns nothing by itself."""
    page.route("**/@waiting-room", lambda route: route.abort())
    page.route("**/@@staff-live", lambda route: route.abort())


def test_of_two_clerks_who_call_the_same_visit_one_is_told(
    office: Office, desk: Clerk, clerk: Callable[..., Clerk]
) -> None:
    colleague = clerk()
    colleague.open_desk()
    office.knock("Max Mustermann")
    expect(desk.queue).to_contain_text("Max Mustermann")
    stop_news(desk.page)
    expect(colleague.queue).to_contain_text("Max Mustermann")
    colleague.press("Aufrufen Max Mustermann")
    expect(colleague.current).to_contain_text("Max Mustermann")
    desk.press("Aufrufen Max Mustermann")
    expect(desk.told).to_contain_text("Dieser Besuch ist jetzt bei")
    expect(desk.current).to_have_count(0)


def test_two_clerks_who_call_the_next_get_two_visits(
    office: Office, desk: Clerk, clerk: Callable[..., Clerk]
) -> None:
    colleague = clerk()
    colleague.open_desk()
    office.knock("Anna Mustermann")
    office.knock("Bert Mustermann")
    desk.call_next()
    colleague.call_next()
    expect(desk.current).to_contain_text("Anna Mustermann")
    expect(colleague.current).to_contain_text("Bert Mustermann")


def test_two_tabs_of_one_clerk_show_the_same_desk(office: Office, desk: Clerk) -> None:
    second = replace(desk, page=desk.page.context.new_page())
    second.open_view()
    guest = office.knock("Max Mustermann")
    desk.call_next()
    guest.answer()
    expect(second.current).to_contain_text("Max Mustermann")
    second.finish()
    expect(desk.current).to_have_count(0)
    expect(desk.page.locator("#staff-finished")).to_contain_text("Max Mustermann")


def test_a_lost_line_is_told_and_the_view_recovers(office: Office, desk: Clerk) -> None:
    line = desk.page.locator("#staff-line")
    desk.go_offline()
    expect(line).to_contain_text("Keine Verbindung.")
    office.knock("Max Mustermann")
    desk.go_online()
    expect(line).to_be_hidden()
    expect(desk.queue).to_contain_text("Max Mustermann")


def test_a_view_that_was_logged_out_elsewhere_says_so(desk: Clerk) -> None:
    log_out_elsewhere(desk)
    line = desk.page.locator("#staff-line")
    expect(line).to_contain_text("Sie sind abgemeldet.")
    line.get_by_role("link", name="Wieder anmelden").click()
    log_in(desk)
    expect(desk.page.locator("#staff-desk")).to_be_visible()


def test_a_click_after_logging_out_elsewhere_changes_nothing_and_leads_back(
    office: Office, desk: Clerk
) -> None:
    office.knock("Max Mustermann")
    expect(desk.queue).to_contain_text("Max Mustermann")
    stop_news(desk.page)
    log_out_elsewhere(desk)
    desk.press("Nächste Person aufrufen")
    expect(desk.told).to_contain_text("Es wurde nichts getan: Sie waren abgemeldet.")
    desk.page.unroute_all()
    log_in(desk)
    expect(desk.queue).to_contain_text("Max Mustermann")


def test_what_a_clerk_types_survives_the_news(office: Office, desk: Clerk) -> None:
    message = desk.page.locator("#staff-messages").get_by_role("textbox")
    message.fill("Es dauert noch")
    office.knock("Max Mustermann")
    expect(desk.queue).to_contain_text("Max Mustermann")
    expect(message).to_have_value("Es dauert noch")
    expect(message).to_be_focused()


def test_how_a_visit_ended_is_chosen_and_survives_the_news_and_an_undo(
    office: Office, desk: Clerk
) -> None:
    guest = office.knock("Erika Mustermann")
    desk.call_next()
    guest.answer()
    outcome = desk.current.get_by_role("combobox")
    expect(outcome).to_have_value("")
    desk.press("Besuch beenden")
    expect(outcome).to_be_focused()
    outcome.select_option("in_person")
    office.knock("Max Mustermann")
    expect(desk.queue).to_contain_text("Max Mustermann")
    expect(outcome).to_have_value("in_person")
    desk.press("Besuch beenden")
    desk.press("Rückgängig, Besuch geht weiter")
    expect(outcome).to_have_value("in_person")


def log_out_elsewhere(clerk: Clerk) -> None:
    tab = clerk.page.context.new_page()
    tab.goto(clerk.office.town.path("logout"))
    tab.close()


def log_in(clerk: Clerk) -> None:
    """By the form, as the page offers it."""
    clerk.page.locator("#__ac_name").fill(clerk.login[0])
    clerk.page.locator("#__ac_password").fill(PASSWORD)
    clerk.press("Anmelden")
