"""The same without JavaScript: by buttons, links and plain forms."""

from collections.abc import Callable
from people import Citizen
from people import Clerk
from playwright.sync_api import expect
from town import Office
import re


def test_a_citizen_waits_is_called_enters_and_is_told_the_end(
    office: Office, citizen: Callable[..., Citizen], desk: Clerk
) -> None:
    erika = citizen(java_script_enabled=False)
    erika.page.goto(office.offer())
    erika.follow("Ansehen, ob geöffnet ist, und anklopfen")
    erika.reads("Geöffnet – gerade frei")
    erika.fill_in()
    erika.press("Anklopfen")
    erika.is_headed("Sie sind im Warteraum")

    desk.call_next()
    erika.press("Aktualisieren")
    erika.is_called()
    expect(desk.current).to_contain_text("Der Aufruf wird angezeigt.")
    erika.enter()
    assert desk.enter().room == erika.room

    desk.press("Zurückstellen")
    erika.follow("Raum verlassen")
    erika.is_headed("Kurze Pause")
    desk.press("Mit dem Besuch weitermachen")
    expect(desk.current).to_be_visible()
    erika.press("Aktualisieren")
    erika.is_headed("Es geht weiter!")
    desk.finish()
    erika.follow("Zurück in den Raum")
    erika.reads("Im Moment gibt es hier kein Gespräch für Sie.")
    erika.follow("Zurück zu meinem Besuch")
    erika.is_headed("Ihr Anliegen ist erledigt")
    erika.follow("Meine Daten jetzt löschen")
    erika.is_headed("Möchten Sie Ihre Daten jetzt löschen?")
    erika.press("Ja, meine Daten löschen")
    erika.is_headed("Ihre Daten sind gelöscht")


def test_the_page_reloads_by_itself_until_it_is_stopped(
    citizen: Callable[..., Citizen], desk: Clerk
) -> None:
    erika = citizen(java_script_enabled=False)
    erika.knock()
    erika.follow("Von selbst neu laden")
    erika.reads("Diese Seite lädt sich alle 25 Sekunden neu.")
    desk.call_next()
    erika.is_called()
    desk.press("Aufruf zurücknehmen")
    erika.press("Aktualisieren")
    erika.is_headed("Sie sind im Warteraum")
    erika.follow("Nicht mehr neu laden")
    expect(erika.page.locator("meta[http-equiv=refresh]")).to_have_count(0)
    expect(erika.page).to_have_url(re.compile(r"/@@visit/[^?]+$"))


def test_a_citizen_is_asked_before_leaving(
    office: Office, citizen: Callable[..., Citizen], desk: Clerk
) -> None:
    erika = citizen(java_script_enabled=False)
    erika.knock()
    erika.follow("Warteraum verlassen")
    erika.is_headed("Möchten Sie gehen?")
    erika.follow("Nein, weiter warten")
    erika.is_headed("Sie sind im Warteraum")
    erika.follow("Warteraum verlassen")
    erika.press("Ja, gehen")
    erika.is_headed("Sie sind gegangen")
    assert office.waiting == 0


def test_a_citizen_is_asked_before_erasing(
    citizen: Callable[..., Citizen], desk: Clerk
) -> None:
    erika = citizen(java_script_enabled=False)
    erika.knock()
    visit = erika.page.url
    erika.follow("Warteraum verlassen")
    erika.press("Ja, gehen")
    erika.follow("Meine Daten jetzt löschen")
    erika.reads("Sie verlieren: diese Seite und Ihren privaten Link")
    erika.follow("Nein, zurück")
    erika.is_headed("Sie sind gegangen")
    erika.follow("Meine Daten jetzt löschen")
    erika.press("Ja, meine Daten löschen")
    erika.is_headed("Ihre Daten sind gelöscht")
    answer = erika.page.goto(visit)
    assert answer is not None and answer.status == 404


def test_what_was_forgotten_in_the_form_is_named_and_the_rest_is_kept(
    citizen: Callable[..., Citizen], desk: Clerk
) -> None:
    erika = citizen(java_script_enabled=False)
    erika.open_form()
    erika.page.get_by_label("Ihr Name", exact=True).fill("Erika Mustermann")
    erika.press("Anklopfen")
    expect(erika.page.get_by_role("alert")).to_contain_text("setzen Sie das Häkchen")
    name = erika.page.get_by_label("Ihr Name", exact=True)
    expect(name).to_have_value("Erika Mustermann")


def test_a_clerk_serves_by_plain_forms(
    office: Office, clerk: Callable[..., Clerk]
) -> None:
    desk = clerk(java_script_enabled=False)
    desk.open_desk()
    guest = office.knock("Max Mustermann")
    desk.press("Erneuern, ich bin da")
    expect(desk.told).to_contain_text("Diese Seite ist auf dem neuesten Stand.")
    expect(desk.queue).to_contain_text("Max Mustermann")

    desk.call_next()
    expect(desk.told).to_contain_text("Aufgerufen. Gehen Sie jetzt in den Raum.")
    guest.answer()
    desk.open_view()
    desk.press("Zurückstellen")
    desk.press("Mit dem Besuch weitermachen")
    desk.finish()
    desk.press("Rückgängig, Besuch geht weiter")
    expect(desk.current).to_contain_text("Max Mustermann")
    desk.finish()
    desk.press("Meinen Schalter schließen")
    expect(desk.told).to_contain_text("Ihr Schalter ist geschlossen.")


def test_a_clerk_tells_suspends_and_ends_the_day_by_plain_forms(
    office: Office, clerk: Callable[..., Clerk]
) -> None:
    head = clerk(role="Office Head", java_script_enabled=False)
    head.open_desk()
    office.knock()
    head.tell_all("Es dauert etwas länger")
    head.page.get_by_text("Einlass anhalten", exact=True).click()
    head.press("Niemanden mehr einlassen")
    expect(head.told).to_contain_text("Es wird niemand mehr neu eingelassen.")
    head.follow("Tag beenden …")
    head.reads("Es warten jetzt: 1")
    head.page.get_by_role("main").get_by_role("button").click()
    expect(head.told).to_contain_text("Der Tag ist beendet.")
    assert office.waiting == 0
