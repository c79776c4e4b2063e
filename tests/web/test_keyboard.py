"""Whoever has a keyboard and no mouse comes from the first page to the last."""

from collections.abc import Callable
from keys import is_focused
from keys import Keys
from people import Citizen
from people import Clerk
from people import Person
from playwright.sync_api import BrowserContext
from playwright.sync_api import expect
from town import Office
from town import PASSWORD


# Else the page still scrolls to what has the focus while that is looked for.
CALM = {"reduced_motion": "reduce"}
BETWEEN_SIGNS = 5_000  # milliseconds: then a page that wakes tells that it is there


def test_a_citizen_needs_no_mouse_from_the_door_to_the_erasing(
    office: Office, desk: Clerk, citizen: Callable[..., Citizen]
) -> None:
    office.offer()
    erika = citizen(**CALM)
    keys = Keys(erika)
    erika.page.goto(office.url)
    erika.reads("Geöffnet – gerade frei")
    keys.press(erika.page.locator("[data-door-knock]"))
    fill_in(erika, keys)
    wait(erika, keys, desk)
    desk.call_next()
    erika.is_called()
    expect(erika.page.locator("#visit-live")).to_be_focused()
    keys.stroke("Tab")
    assert is_focused(erika.button("Jetzt eintreten")), "the call is not next"
    keys.press(erika.button("Ich brauche mehr Zeit"))
    expect(erika.button("Ich brauche mehr Zeit")).to_be_focused()
    keys.to(erika.button("Jetzt eintreten"), "Shift+Tab")
    keys.stroke("Enter")
    expect(erika.page.locator("#room")).to_be_visible()
    keys.press(erika.button("Kamera einschalten"), "Space")
    keys.press(erika.link("Raum verlassen"))
    erika.is_headed("Ihr Gespräch läuft")
    desk.open_view()
    desk.finish()
    erika.is_headed("Ihr Anliegen ist erledigt")
    keys.press(erika.link("Meine Daten jetzt löschen"))
    keys.press(erika.button("Ja, meine Daten löschen"))
    erika.is_headed("Ihre Daten sind gelöscht")


def fill_in(erika: Citizen, keys: Keys) -> None:
    """First with a mistake, from which a link leads to where it is."""
    label = erika.page.get_by_label
    keys.skip()
    keys.type(label("Ihr Name", exact=True), "Erika Mustermann")
    keys.choose(label("Worum geht es?"), "Wohnsitz anmelden")
    keys.type(label("Eine Notiz für uns"), "Umzug")
    try_devices(erika, keys)
    keys.press(erika.button("Anklopfen"))
    mistakes = erika.page.locator("#knock-errors")
    expect(mistakes).to_be_focused()
    keys.press(mistakes.get_by_role("link"))
    expect(label("Ich habe die Hinweise gelesen")).to_be_focused()
    keys.stroke("Space")
    keys.press(erika.button("Anklopfen"))
    erika.is_headed("Sie sind im Warteraum")


def try_devices(erika: Citizen, keys: Keys) -> None:
    """Within the form: the focus is always on a control of the test."""
    keys.press(erika.page.get_by_text("Kamera und Ton vorher prüfen"), "Space")
    keys.press(erika.button("Prüfung starten"))
    expect(erika.button("Prüfung beenden")).to_be_focused()
    keys.press(erika.button("Testton abspielen"), "Space")
    keys.press(erika.button("Ja"))
    expect(erika.button("Testton abspielen")).to_be_focused()


def wait(erika: Citizen, keys: Keys, desk: Clerk) -> None:
    """News take nobody away from where they are, and the dialog lets go."""
    erika.comes_alive()
    keys.skip()
    keys.press(erika.button("Meinen Platz ansagen"))
    desk.tell_all("Es dauert noch etwas")
    erika.page.wait_for_timeout(BETWEEN_SIGNS)
    erika.page.evaluate("document.dispatchEvent(new Event('resume'))")
    erika.reads("Es dauert noch etwas")
    expect(erika.button("Meinen Platz ansagen")).to_be_focused()
    leave = erika.page.locator("#visit-leave")
    keys.press(leave)
    dialog = erika.page.get_by_role("dialog")
    stay = dialog.get_by_role("button", name="Nein, weiter warten")
    expect(stay).to_be_focused()
    keys.to(dialog.get_by_role("button", name="Ja"))
    keys.to(stay, "Shift+Tab")
    keys.stroke("Escape")
    expect(dialog).to_be_hidden()
    expect(leave).to_be_focused()


def test_a_clerk_needs_no_mouse_from_the_login_to_the_closing(
    office: Office, person: Callable[..., BrowserContext]
) -> None:
    name, _ = login = office.hire("Office Clerk")
    desk = Clerk(person(**CALM).new_page(), office, login=login)
    keys = Keys(desk)
    desk.page.goto(office.path("@@staff"))
    keys.type(desk.page.get_by_label("Benutzername"), name)
    keys.type(desk.page.get_by_label("Passwort", exact=True), PASSWORD)
    keys.stroke("Enter")
    desk.is_headed("Für Mitarbeitende: Bürgerbüro Mitte")
    keys.skip()
    keys.press(desk.button("Meinen Schalter öffnen"))
    desk.reads("Ihr Schalter ist geöffnet.")
    anna = office.knock("Anna Mustermann")
    tell(desk, keys)
    call = desk.button("Nächste Person aufrufen")
    keys.press(call)
    expect(desk.current).to_contain_text("Anna Mustermann")
    keys.press(desk.button("Nicht erreicht"), "Space")
    keys.press(desk.button("Zurück in die Reihe holen"))
    expect(desk.queue).to_contain_text("Anna Mustermann")
    keys.press(call)
    expect(desk.current).to_be_visible()
    anna.answer()
    keys.press(desk.button("Zurückstellen"))
    keys.press(desk.button("Mit dem Besuch weitermachen"))
    keys.choose(desk.current.get_by_role("combobox"), "Erledigt")
    keys.press(desk.button("Besuch beenden"))
    keys.press(desk.button("Rückgängig, Besuch geht weiter"))
    expect(desk.current).to_contain_text("Anna Mustermann")
    keys.choose(desk.current.get_by_role("combobox"), "Erledigt")
    keys.press(desk.button("Besuch beenden"))
    keys.press(desk.button("Meinen Schalter schließen"))
    expect(desk.page.locator("#staff-open")).to_be_visible()


def tell(desk: Clerk, keys: Keys) -> None:
    """A message to all who wait, and withdraw it."""
    box = desk.page.locator("#staff-messages")
    keys.type(box.get_by_role("textbox"), "Bitte haben Sie Geduld")
    keys.press(box.get_by_role("button", name="Nachricht anzeigen"))
    expect(box.get_by_role("list")).to_contain_text("Bitte haben Sie Geduld")
    keys.press(box.get_by_role("button", name="Zurückziehen"))
    expect(box.get_by_role("list")).to_have_count(0)


def test_a_head_ends_the_day_without_a_mouse(
    office: Office, clerk: Callable[..., Clerk]
) -> None:
    head = clerk(role="Office Head", **CALM)
    keys = Keys(head)
    head.page.goto(office.town.path("@@staff"))
    keys.skip()
    keys.press(head.page.locator(f"#staff-places a[href='{office.path('@@staff')}']"))
    head.is_headed("Für Mitarbeitende: Bürgerbüro Mitte")
    keys.skip()
    keys.press(head.page.locator("#staff-suspend summary"), "Space")
    keys.type(head.page.get_by_label("Grund"), "Es ist voll")
    keys.press(head.button("Niemanden mehr einlassen"))
    keys.press(head.button("Wieder anklopfen lassen"))
    keys.press(head.link("Tag beenden …"))
    keys.skip()
    keys.press(head.page.locator("main form").get_by_role("button"))
    head.reads("Der Tag wurde beendet.")


def test_a_third_person_needs_no_mouse(
    office: Office, desk: Clerk, person: Callable[..., BrowserContext]
) -> None:
    erika, ask = office.knock("Erika Mustermann"), office.town.ask
    link = ask("POST", office.path(f"@visits/{erika.token}/guests"))["link"]
    olena = Person(person(**CALM).new_page(), office)
    keys = Keys(olena)
    olena.page.goto(link)
    keys.skip()
    keys.type(olena.page.get_by_label("Ihr Name", exact=True), "Olena Musterenko")
    keys.press(olena.page.get_by_label("Ich habe die Hinweise gelesen"), "Space")
    keys.press(olena.page.locator("#guest-live [type=submit]").first)
    olena.is_headed("Das Büro entscheidet")
    keys.press(olena.button("Ton beim Start einschalten"))
    desk.call_next()
    erika.answer()
    desk.page.get_by_role("button", name="Einlassen").click()
    olena.is_headed("Sie können jetzt eintreten!")
    expect(olena.page.locator("#guest-live")).to_be_focused()
    keys.stroke("Tab")
    assert is_focused(olena.link("Jetzt eintreten")), "the way in is not next"
    keys.stroke("Enter")
    expect(olena.page.locator("#room")).to_be_visible()


def test_the_focus_stays_near_a_button_that_goes(office: Office, desk: Clerk) -> None:
    colleague = office.hire("Office Clerk")
    office.open_desk(colleague)
    max_ = office.knock("Max Mustermann")
    expect(desk.queue).to_contain_text("Max Mustermann")
    button = desk.queue.get_by_role("button", name="Aufrufen Max")
    button.focus()
    office.town.ask("POST", office.path("@calls"), colleague, visit=max_.id)
    expect(button).to_have_count(0)
    expect(desk.queue).to_be_focused()


def test_the_focus_stays_near_a_button_that_nobody_can_press(
    office: Office, desk: Clerk
) -> None:
    max_ = office.knock("Max Mustermann")
    call = desk.button("Nächste Person aufrufen")
    expect(call).to_be_enabled()
    call.focus()
    max_.leave()
    expect(call).to_be_disabled()
    expect(desk.page.locator("#staff-next")).to_be_focused()


def test_the_focus_stays_in_a_room_that_closes(erika: Citizen, desk: Clerk) -> None:
    erika.button("Kamera einschalten").focus()
    desk.finish()
    expect(erika.page.locator("#room-over")).to_be_focused()


def test_the_focus_stays_at_a_door_that_closes(
    office: Office, desk: Clerk, citizen: Callable[..., Citizen]
) -> None:
    erika = citizen()
    erika.page.goto(office.url)
    knock = erika.page.locator("[data-door-knock]")
    erika.reads("Geöffnet – gerade frei")
    knock.focus()
    suspend = {"suspended": True}
    office.town.ask("POST", office.path("@admission"), desk.login, **suspend)
    expect(knock).to_be_hidden()
    expect(erika.page.locator("[data-door-state]")).to_be_focused()
