"""What renews itself can be paused (WCAG 2.2, 2.2.2), and nobody loses by it."""

from collections.abc import Callable
from people import Citizen
from people import Clerk
from people import Person
from playwright.sync_api import expect
from town import Office


PAUSE = "Aktualisierung anhalten"
RESUME = "Aktualisierung fortsetzen"
PAUSED = "Die Aktualisierung ist angehalten."
NEWS = f"{PAUSED} Es gibt Neues."
BETWEEN_SIGNS = 5_000  # milliseconds: then a page that wakes tells that it is there


def pause(somebody: Person) -> None:
    somebody.press(PAUSE)
    expect(somebody.page.get_by_role("main")).to_contain_text(PAUSED)
    expect(somebody.button(RESUME)).to_be_focused()


def test_a_clerk_reads_in_peace(office: Office, desk: Clerk) -> None:
    office.knock("Max Mustermann")
    expect(desk.queue).to_contain_text("Max Mustermann")
    pause(desk)
    office.knock("Anna Mustermann")
    desk.reads(NEWS)
    expect(desk.queue).not_to_contain_text("Anna Mustermann")
    desk.press(RESUME)
    expect(desk.queue).to_contain_text("Anna Mustermann")
    expect(desk.page.get_by_text(PAUSED)).to_have_count(0)


def test_a_desk_whose_clerk_paused_the_updates_is_attended(desk: Clerk) -> None:
    pause(desk)
    with desk.page.expect_request(lambda asked: asked.url.endswith("/presence")):
        desk.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")


def test_the_overview_of_offices_waits(
    office: Office, clerk: Callable[..., Clerk]
) -> None:
    head = clerk(role="Office Head")
    head.page.goto(office.town.path("@@staff"))
    pause(head)
    office.open_desk(head.login)
    head.reads(NEWS)
    head.reads("Sie haben keinen Schalter offen")
    head.press(RESUME)
    head.reads("Mein Schalter:")


def test_a_door_waits(
    office: Office, desk: Clerk, citizen: Callable[..., Citizen]
) -> None:
    erika = citizen()
    erika.page.goto(office.offer())
    erika.reads("Geöffnet – gerade frei")
    pause(erika)
    office.knock("Max Mustermann")
    erika.reads(NEWS)
    erika.reads("Geöffnet – gerade frei")
    erika.press(RESUME)
    erika.reads("Geöffnet – 1 Person wartet")


def test_whoever_paused_the_waiting_room_is_there_and_is_called(
    office: Office, desk: Clerk, citizen: Callable[..., Citizen]
) -> None:
    first = office.knock("Max Mustermann")
    erika = citizen()
    erika.knock()
    erika.comes_alive()
    pause_waiting(erika)
    first.leave()
    erika.page.wait_for_timeout(BETWEEN_SIGNS)
    with erika.page.expect_response(lambda answer: answer.url.endswith("/presence")):
        erika.page.evaluate("document.dispatchEvent(new Event('resume'))")
    expect(erika.place).to_have_text("Vor Ihnen: 1 Person")
    desk.call_next()
    erika.is_called()


def pause_waiting(erika: Citizen) -> None:
    erika.press(PAUSE)
    expect(erika.page.get_by_role("status")).to_contain_text(PAUSED)


def test_without_a_script_nothing_renews_itself_or_offers_to_pause(
    office: Office, citizen: Callable[..., Citizen]
) -> None:
    erika = citizen(java_script_enabled=False)
    erika.page.goto(office.url)
    expect(erika.button(PAUSE)).to_be_hidden()
