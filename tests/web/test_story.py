"""The whole story, as two people see it."""

from collections.abc import Callable
from people import Citizen
from people import Clerk
from playwright.sync_api import expect
from town import Office
from words import ENGLISH
from words import GERMAN
from words import Words
import pytest
import re


@pytest.mark.parametrize("words", [GERMAN, ENGLISH], ids=["german", "english"])
def test_a_citizen_knocks_waits_is_called_talks_and_is_forgotten(
    words: Words,
    office: Office,
    citizen: Callable[..., Citizen],
    clerk: Callable[..., Clerk],
) -> None:
    erika, desk = citizen(words), clerk(words)

    erika.page.goto(office.offer())
    erika.reads(words.unstaffed)
    desk.open_desk()
    erika.reads(words.free)

    other = office.knock()
    erika.follow(words.knock_here)
    erika.page.get_by_label(words.note).fill("Umzug zum 1. Mai")
    erika.fill_in()
    erika.press(words.knock)
    erika.is_headed(words.waiting_room)
    expect(erika.place).to_have_text(words.one_ahead)
    waiting_room = erika.page.url

    expect(desk.queue).to_contain_text("Umzug zum 1. Mai")
    desk.tell_all("Wir kommen gleich")
    other.leave()
    expect(erika.place).to_have_text(words.next)
    erika.reads("Wir kommen gleich")

    back = erika.page.locator("#visit p a").first
    back.focus()
    desk.call_next()
    erika.is_called()
    expect(back).to_be_focused()
    expect(erika.page).to_have_title(re.compile(re.escape(words.your_turn)))
    expect(erika.page.get_by_role("alert")).to_have_text([words.your_turn])
    assert erika.page.url == waiting_room

    erika.enter()
    room = erika.room
    assert desk.enter().room == room

    desk.press(words.hold)
    erika.reads(words.break_)
    erika.follow(words.break_papers)
    erika.is_headed(words.break_)
    desk.press(words.resume)
    erika.is_headed(words.goes_on)
    expect(erika.page.get_by_role("alert")).to_have_text([words.goes_on])
    expect(erika.page).to_have_title(re.compile(re.escape(words.goes_on)))
    erika.follow(words.to_room)
    assert erika.room == room

    desk.finish()
    erika.reads(words.conversation_over)
    erika.follow(words.to_my_visit)
    erika.is_headed(words.settled)

    erika.follow(words.erase)
    erika.is_headed(words.erase_question)
    erika.press(words.do_erase)
    erika.is_headed(words.erased)
    answer = erika.page.goto(waiting_room)
    assert answer is not None and answer.status == 404
    erika.is_headed(words.unknown)
