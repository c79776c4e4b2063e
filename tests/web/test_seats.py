"""Each side sees who is in the room: as it is, not as it should be."""

from access import barriers
from people import Citizen
from people import Clerk
from people import Person
from playwright.sync_api import expect
from playwright.sync_api import Locator
from town import Town


AWAITED, HERE, GONE = "noch nicht im Raum", "im Raum", "gerade nicht im Raum"


def entry(reader: Person, name: str) -> Locator:
    return reader.page.locator("#room-list li", has_text=name)


def test_both_sides_see_each_other_come_and_go(erika: Citizen, desk: Clerk) -> None:
    office = entry(erika, "Das Büro:")
    expect(office).to_contain_text(AWAITED)
    room = desk.enter()
    citizen = entry(room, "Erika Mustermann")
    expect(citizen).to_have_text(f"Erika Mustermann {HERE}")
    expect(office).not_to_contain_text("nicht")
    erika.follow("Raum verlassen")
    expect(citizen).to_have_text(f"Erika Mustermann {GONE}")
    expect(room.page.locator("#room-polite")).to_have_text(f"Erika Mustermann: {GONE}")
    erika.follow("Zurück in den Raum")
    expect(citizen).to_have_text(f"Erika Mustermann {HERE}")
    room.page.close()
    expect(office).to_contain_text(GONE)
    assert barriers(erika.page, "room that the clerk left") == []


def test_whose_line_is_lost_is_gone_after_a_while(
    town: Town, erika: Citizen, desk: Clerk
) -> None:
    room = desk.enter()
    citizen = entry(room, "Erika Mustermann")
    expect(citizen).to_have_text(f"Erika Mustermann {HERE}")
    erika.go_offline()
    town.let_pass(seconds=196)
    expect(citizen).to_have_text(f"Erika Mustermann {GONE}")
    erika.go_online()
    expect(citizen).to_have_text(f"Erika Mustermann {HERE}")


def test_nobody_is_in_the_room_during_a_break(erika: Citizen, desk: Clerk) -> None:
    room = desk.enter()
    expect(entry(room, "Erika Mustermann")).to_contain_text(HERE)
    desk.press("Zurückstellen")
    expect(erika.page.locator("#room-break")).to_be_visible()
    desk.press("Mit dem Besuch weitermachen")
    expect(erika.page.locator("#room-inside")).to_be_visible()
    expect(entry(room, "Erika Mustermann")).to_have_text(f"Erika Mustermann {HERE}")
