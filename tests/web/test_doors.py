"""Doors through which nobody can knock, and what they say instead."""

from collections.abc import Callable
from people import Citizen
from people import Clerk
from playwright.sync_api import expect
from town import Office
from town import Town
import pytest


KNOCK = "Anklopfen (Videogespräch ohne Termin)"
PHONE = "02000 115-0"


@pytest.fixture
def erika(citizen: Callable[..., Citizen]) -> Citizen:
    return citizen()


def test_a_closed_office_says_so_and_names_other_ways(
    office: Office, erika: Citizen
) -> None:
    office.change(opening_hours=[], address="Rathausplatz 1")
    erika.page.goto(office.url)
    erika.reads("Geschlossen")
    expect(erika.link(KNOCK)).to_be_hidden()
    erika.reads(PHONE)
    erika.open_form()
    erika.reads("Geschlossen")
    erika.reads(PHONE)
    expect(erika.button("Anklopfen")).to_have_count(0)
    with erika.page.expect_response("**/@demand") as counted:
        erika.page.get_by_text("Vor Ort: unsere Adresse").click()
    assert counted.value.status == 204


def test_a_full_waiting_room_lets_nobody_knock(
    office: Office, desk: Clerk, erika: Citizen
) -> None:
    office.change(max_waiting=1)
    office.knock()
    erika.page.goto(office.url)
    erika.reads("Der Warteraum ist voll")
    erika.reads(PHONE)
    expect(erika.link(KNOCK)).to_be_hidden()


def test_suspended_admission_keeps_those_inside(
    office: Office, desk: Clerk, citizen: Callable[..., Citizen], erika: Citizen
) -> None:
    inside = citizen()
    inside.knock()
    desk.page.get_by_text("Einlass anhalten", exact=True).click()
    desk.page.get_by_label("Grund, der an der Tür steht").fill("Störung im Netz")
    desk.press("Niemanden mehr einlassen")
    expect(desk.told).to_contain_text("Es wird niemand mehr neu eingelassen.")
    erika.page.goto(office.url)
    erika.reads("Zurzeit kein neuer Einlass.")
    erika.reads("Wer wartet, kommt noch dran.")
    erika.reads("Störung im Netz")
    expect(erika.link(KNOCK)).to_be_hidden()
    desk.call_next()
    inside.is_called()


def test_a_door_that_closes_during_the_writing_keeps_what_was_written(
    office: Office, desk: Clerk, erika: Citizen
) -> None:
    erika.open_form()
    erika.fill_in()
    desk.press("Meinen Schalter schließen")
    expect(desk.page.locator("#staff-desk")).to_have_count(0)
    erika.press("Anklopfen")
    erika.reads("Gerade ist niemand da")
    erika.reads("Die Tür hat sich geschlossen, während Sie geschrieben haben.")
    name = erika.page.get_by_label("Ihr Name", exact=True)
    expect(name).to_have_value("Erika Mustermann")
    desk.open_desk()
    erika.press("Anklopfen")
    erika.is_headed("Sie sind im Warteraum")
    assert office.waiting == 1


def test_whoever_waits_at_the_end_of_the_day_is_told_and_can_start_again(
    office: Office, clerk: Callable[..., Clerk], erika: Citizen
) -> None:
    head = clerk(role="Office Head")
    head.open_desk()
    erika.knock()
    head.follow("Tag beenden …")
    head.press("Tag des Büros beenden")
    erika.is_headed("Das Büro hat geschlossen, bevor Sie dran waren")
    erika.reads("Wir öffnen wieder")
    erika.reads(PHONE)
    expect(erika.link("Noch einmal anklopfen")).to_have_count(0)
    head.reads("Der Tag wurde um")
    head.press("Wieder anklopfen lassen")
    head.open_desk()
    erika.page.reload()
    erika.follow("Noch einmal anklopfen")
    erika.reads("Geöffnet – gerade frei")


def test_a_service_not_fit_for_video_says_why_and_has_no_knock(
    office: Office, desk: Clerk, erika: Citizen
) -> None:
    why = "Wir müssen das Original sehen."
    erika.page.goto(office.offer(video="none", video_note=why))
    erika.reads("Diese Dienstleistung geht nicht per Video.")
    erika.reads(why)
    erika.reads(PHONE)
    expect(erika.page.locator("a[href*='@@knock']")).to_have_count(0)


def test_a_service_for_advice_only_says_first_what_cannot_be_done(
    office: Office, desk: Clerk, erika: Citizen
) -> None:
    limit = "Den Antrag stellen Sie selbst."
    erika.page.goto(office.offer(video="advice", video_note=limit))
    erika.reads(limit)
    erika.follow(KNOCK)
    erika.reads("Per Video können wir Sie beraten.")
    erika.reads(limit)
    erika.fill_in()
    erika.press("Anklopfen")
    erika.is_headed("Sie sind im Warteraum")


def test_the_offices_of_the_town_show_their_doors(town: Town, erika: Citizen) -> None:
    erika.page.goto(town.path("dienstleistungen/bewohnerparkausweis"))
    expect(erika.page.locator(".vo-door")).to_have_count(2)
    expect(erika.page.locator(".vo-door[data-status]")).to_have_count(2)
