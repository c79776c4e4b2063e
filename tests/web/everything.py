"""A day in an office on which everything happens, told in the voices of its people."""

from collections.abc import Callable
from collections.abc import Iterator
from contextlib import contextmanager
from day import Day
from pathlib import Path
from spoken import name
from spoken import note
from spoken import PHONE
from spoken import STAFF
from town import ADMIN
from voices import Voice
import re


# Where something is broken on purpose, and who stumbles over it.
IN_STAFF_VIEW = "collective.virtualoffice.browser.staff.rows:minutes"
IN_WAITING_PAGE = "collective.virtualoffice.browser.citizen.stayview:clock"
IN_CALL_BACK = "collective.virtualoffice.browser.citizen.callback:phone_url"
IN_FORM = "collective.virtualoffice.browser.citizen.knock:languages"
IN_KNOCK = "collective.virtualoffice.browser.citizen.knock:knock"
IN_REST_KNOCK = "collective.virtualoffice.api.visits.knock:knock_at"
IN_WAITING_ROOM = "collective.virtualoffice.api.waiting_room.get:staff_visit_shape"
BREAKABLE = (
    IN_STAFF_VIEW,
    IN_WAITING_PAGE,
    IN_CALL_BACK,
    IN_FORM,
    IN_KNOCK,
    IN_REST_KNOCK,
    IN_WAITING_ROOM,
)


def live_through(day: Day) -> None:
    """Everything that can happen in one day, to its end."""
    open_office(day)
    have_a_conversation(day)
    come_by_form(day)
    erase(day)
    be_missed(day)
    be_taken_over(day)
    be_refused(day)
    talk_nonsense(day)
    break_down(day)
    look_around(day)
    end_the_day(day)
    look_around(day)


def open_office(day: Day) -> None:
    clerk, colleague = day.staff("clerk"), day.staff("colleague")
    clerk.ask(201, "POST", "@desk", label="Schalter 1")
    colleague.ask(201, "POST", "@desk", label="Schalter 2")
    stranger = day.staff("stranger")
    stranger.ask(201, "POST", day.elsewhere.path("@desk"))
    day.staff("head")
    day.staff("editor")


def have_a_conversation(day: Day) -> None:
    clerk = day.staff("clerk")
    erika = day.comes(
        "erika",
        name=name("Pfützenquarx"),
        note=note("Wüstenquarx"),
        phone="+49 (0)2000 0",
        page_language="de",
        spoken_languages=["de", "uk"],
    )
    erika.look(erika.page)
    erika.look(f"{erika.page}?reload")
    erika.press(erika.page, action="phone", phone=f"+49 (0)2000 {PHONE}-1")
    erika.ask(200, "POST", f"{erika.visit}/presence")
    olena = day.invites(erika, "olena", f"{erika.visit}/guests")
    boris = day.invites(erika, "boris", f"{erika.visit}/guests")
    olena.look(olena.invitation)
    form = {"name": name("Käuzchenquarx"), "privacy": "1"}
    olena.press(olena.invitation, action="ask", **form)
    asked = {"name": name("Möwenquarx"), "privacy_noted": True}
    boris.ask(200, "POST", f"@guests/{boris.token}/ask", **asked)
    clerk.ask(204, "POST", "@messages", text=note("Bücherquarx"), visit=erika.id)
    clerk.ask(204, "POST", "@messages", text=note("Lärmquarx"))
    look_at(day)
    talk(day)


def look_at(day: Day) -> None:
    """Everybody who may see Erika looks at her visit."""
    for each in map(day.staff, STAFF):
        each.ask(200, "GET", "@waiting-room")
        each.look("@@staff")
        each.look("@@staff-live")
    erika = day.voice("erika")
    erika.ask(200, "GET", erika.visit)
    erika.look(erika.page)


def talk(day: Day) -> None:
    clerk, erika, olena = day.staff("clerk"), day.voice("erika"), day.voice("olena")
    call = f"@calls/{erika.id}"
    clerk.ask(200, "POST", "@calls", visit=erika.id)
    erika.ask(204, "POST", f"{erika.visit}/shown")
    erika.ask(200, "POST", f"{erika.visit}/extend")
    erika.look(erika.page)
    erika.ask(200, "POST", f"{erika.visit}/room")
    erika.look(f"{erika.page}/room")
    clerk.look(f"@@room/{erika.id}")
    dora = day.invites(clerk, "dora", f"{call}/guests")
    asked = {"name": name("Dünenquarx"), "privacy_noted": True}
    dora.ask(200, "POST", f"@guests/{dora.token}/ask", **asked)
    clerk.ask(200, "POST", f"{call}/guests/{dora.id}/withdraw")
    dora.look(dora.invitation, 404)
    boris = day.voice("boris")
    clerk.ask(200, "POST", f"{call}/guests/{boris.id}/refuse")
    boris.look(boris.invitation)
    clerk.ask(200, "POST", f"{call}/guests/{olena.id}/admit")
    olena.look(f"{olena.invitation}/room")
    erika.ask(204, "POST", f"{erika.visit}/seat", here=True)
    olena.ask(204, "POST", f"@guests/{olena.token}/seat", here=True)
    clerk.ask(204, "POST", f"{call}/seat", here=True)
    for kind in ("camera", "connection"):
        erika.ask(204, "POST", f"{erika.visit}/trouble", kind=kind)
    look_at(day)
    olena.ask(200, "GET", f"@guests/{olena.token}")
    clerk.ask(200, "POST", f"{call}/hold")
    clerk.ask(200, "POST", f"{call}/resume")
    clerk.ask(200, "POST", f"{call}/finish", outcome="solved")
    clerk.ask(200, "POST", f"{call}/undo")
    clerk.ask(200, "POST", f"{call}/finish", outcome="follow_up")
    look_at(day)


def come_by_form(day: Day) -> None:
    """Max knocks without JavaScript, is served by forms, and erases his visit."""
    clerk, max = day.staff("clerk"), day.voice("max")
    max.open_form()
    said = {"name": name("Jägerquarx"), "note": note("Höhlenquarx")}
    max.send_form(400, **said)
    said["phone"] = f"+49 2000 {PHONE}-2"
    link = max.send_form(303, privacy="1", **said)
    max.token = link.rpartition("/")[2]
    max.id = max.token.partition(".")[0]
    day.links[max.token] = {"max"}
    max.look(max.page)
    clerk.do("next")
    max.press(max.page, action="enter")
    clerk.do("tell", text=note("Lärmquarx"))
    clerk.do("finish", visit=max.id, outcome="in_person")
    clerk.look("@@staff")
    max.look(f"{max.page}?erase")


def erase(day: Day) -> None:
    """Max is forgotten, and asks again."""
    max = day.voice("max")
    max.press(max.page, action="erase")
    day.max_was_erased_at = len(day.heard)
    max.press(max.page, action="erase")
    max.look(max.page, 404)
    max.ask(404, "GET", max.visit)
    for each in map(day.staff, STAFF):
        each.ask(200, "GET", "@waiting-room")
        each.look("@@staff")


def be_missed(day: Day) -> None:
    clerk = day.staff("clerk")
    jana = day.comes("jana", name=name("Rübenquarx"), note=note("Äpfelquarx"))
    call = f"@calls/{jana.id}"
    clerk.ask(200, "POST", "@calls", visit=jana.id)
    clerk.ask(200, "POST", f"{call}/requeue")
    clerk.ask(200, "POST", "@calls", visit=jana.id)
    clerk.ask(200, "POST", f"{call}/missed")
    jana.look(jana.page)
    jana.ask(200, "POST", f"{jana.visit}/return")
    clerk.ask(200, "POST", "@calls", visit=jana.id)
    jana.ask(200, "POST", f"{jana.visit}/room")
    clerk.ask(200, "POST", f"{call}/finish", outcome="technical_failure")
    clerk.ask(200, "POST", f"{call}/undo")
    clerk.ask(200, "POST", f"{call}/finish", outcome="ended_by_office")
    jana.look(jana.page)


def be_taken_over(day: Day) -> None:
    """The clerk's browser goes silent; the colleague goes on, with a new link."""
    clerk, colleague = day.staff("clerk"), day.staff("colleague")
    lea = day.comes("lea", name=name("Kräuterquarx"), page_language="en")
    clerk.ask(200, "POST", "@calls", visit=lea.id)
    lea.ask(200, "POST", f"{lea.visit}/room")
    day.town.let_pass(minutes=3)
    colleague.ask(200, "POST", "@desk/presence")
    colleague.ask(200, "POST", f"@calls/{lea.id}/take-over")
    links = colleague.ask(200, "POST", f"@calls/{lea.id}/new-link")["links"]
    lea.look(lea.page, 404)
    lea.token = links["page"].rpartition("/")[2]
    day.links[lea.token] = {"lea", "colleague"}
    lea.look(lea.page)
    lea.ask(204, "DELETE", lea.visit)
    lea.look(lea.page)
    clerk.look("@@staff")


def be_refused(day: Day) -> None:
    clerk, rita, ralf = day.staff("clerk"), day.voice("rita"), day.voice("ralf")
    rita.open_form()
    ralf.open_form()
    clerk.ask(200, "POST", "@admission", suspended=True, notice="Wir räumen um.")
    said = {"name": name("Türenquarx"), "note": note("Körbequarx")}
    said["phone"] = f"02000 {PHONE}-3"
    rita.ask(409, "POST", "@visits", privacy_noted=True, **said)
    rita.send_form(409, privacy="1", **said)
    knock = {"name": name("Bärenquarx"), "privacy_noted": True}
    for _ in range(4):
        ralf.ask(409, "POST", "@visits", **knock)
    ralf.ask(429, "POST", "@visits", **knock)
    ralf.send_form(429, name=name("Bärenquarx"), privacy="1")
    clerk.ask(200, "POST", "@admission", suspended=False)
    for way in ("phone", "address", "online"):
        day.voice("anybody").ask(204, "POST", "@demand", way=way)


def talk_nonsense(day: Day) -> None:
    """Requests that are refused, with a name in them and somebody else's link."""
    wendy, erika = day.voice("wendy"), day.voice("erika")
    said = name("Lückenquarx")
    much = said * 300_000
    text, json = {"Content-Type": "text/plain"}, {"Content-Type": "application/json"}
    accept = {"Accept": "application/json"}
    bodies = [
        (400, json, f'{{"name": "{said}'),
        (400, json, "[" * 5_000 + said),
        (413, json, much),
        (415, text, said),
    ]
    for status, headers, body in bodies:
        sent = {"data": body.encode(), "headers": {**accept, **headers}}
        wendy.send(status, "POST", "@visits", **sent)
    for wrong in (
        {"name": said * 9},
        {"name": said},
        {"name": said, "privacy_noted": True, "service": said},
        {"name": said, "privacy_noted": True, "phone": said},
        {"name": [said], "privacy_noted": said},
    ):
        wendy.ask(400, "POST", "@visits", **wrong)
    wendy.press("@@knock", 413, name=much)
    wendy.press("@@knock", 400, name=said, privacy="1", key=said)
    wendy.press("@@knock", 400, name=said, website=said)
    wendy.press("@@knock", 400, **{"name:int": said})
    wrong = f"{erika.token[:-4]}abcd"
    day.links[wrong] = {"wendy"}
    wendy.look(f"@@visit/{wrong}", 404)
    wendy.look(f"@@visit/{wrong}/nowhere", 404)
    wendy.look(f"@@guest/{wrong}", 404)
    wendy.ask(404, "GET", f"@visits/{wrong}")
    wendy.ask(404, "POST", f"@visits/{wrong}/phone", phone="02000 115")
    wendy.ask(404, "POST", f"@visits/{wrong}/{wrong}", name=said)
    wendy.ask(405, "PUT", f"@visits/{wrong}", name=said)
    wendy.ask(401, "POST", day.town.path("@clock"), name=said)
    wendy.ask(401, "POST", f"@calls/{erika.id}/finish", outcome=said)
    wendy.ask(401, "POST", "@messages", text=said)
    wendy.look("@@staff", 302)
    wendy.press("@@staff-do", deed="tell", text=said)
    erika.ask(409, "POST", f"{erika.visit}/phone", phone="02000 115")
    erika.ask(404, "POST", f"{erika.visit}/nowhere", name=said)


def break_down(day: Day) -> None:
    """The office itself fails, where it knows most."""
    clerk, erika, kim = day.staff("clerk"), day.voice("erika"), day.voice("kim")
    said = {"name": name("Zöpfequarx"), "note": note("Zöpfequarx")}
    day.comes("kim", **said)
    kim.press(kim.page, action="phone", phone=f"02000 {PHONE}-4")
    kim.open_form()
    clerk.ask(204, "POST", "@messages", text=note("Lärmquarx"))
    knock = {"privacy_noted": True, **said}
    fails: list[tuple[str, Callable[[], object]]] = [
        (IN_STAFF_VIEW, lambda: clerk.look("@@staff", 500)),
        (IN_WAITING_ROOM, lambda: clerk.ask(500, "GET", "@waiting-room")),
        (IN_WAITING_PAGE, lambda: erika.look(erika.page, 500)),
        (IN_CALL_BACK, lambda: kim.look(kim.page, 500)),
        (IN_FORM, lambda: kim.send_form(500, **said)),
        (IN_KNOCK, lambda: kim.send_form(500, privacy="1", **said)),
        (IN_REST_KNOCK, lambda: kim.ask(500, "POST", "@visits", **knock)),
    ]
    for place, stumble in fails:
        with breaks(day.broken, place):
            stumble()


@contextmanager
def breaks(file: Path, place: str) -> Iterator[None]:
    """This place fails for a while."""
    file.write_text(place)
    try:
        yield
    finally:
        file.write_text("")


def look_around(day: Day) -> None:
    """Those who have nothing to do with it look wherever they may."""
    day.town.run_clock()
    public = ["@door", "@board", "@@knock", "@@how-it-works", "@@device-test", ""]
    anybody, stranger = day.voice("anybody"), day.staff("stranger")
    auditor, editor = day.voice("auditor", ADMIN), day.staff("editor")
    for voice in (anybody, stranger, editor, day.voice("wendy"), day.voice("rita")):
        for path in public:
            voice.send(200, "GET", path, headers=kind(path))
    for path in ("@waiting-room", "@desk"):
        anybody.ask(401, "GET", path)
        editor.ask(401, "GET", path)
        stranger.ask(401, "GET", path)
        stranger.ask(200, "GET", day.elsewhere.path(path))
    for path in ("@@services", "@services"):
        anybody.send(200, "GET", day.town.path(path), headers=kind(path))
    for path in ("@@staff", "@@virtualoffice-health"):
        stranger.look(day.town.path(path))
    for path in ("", "@@edit", "@@sharing", "@@copy-hours"):
        editor.look(path)
    for path in ("@history", "@actions", "@workflow", "@types"):
        auditor.send(200, "GET", path, headers=kind("@"))
    inspect(day, auditor)


def inspect(day: Day, auditor: Voice) -> None:
    """What Plone itself shows to administrators, who need to know nobody."""
    for path in (
        "@controlpanels/virtualoffice",
        "@registry?q=collective.virtualoffice&b_size=200",
        "@search?SearchableText=Rübenqua*&metadata_fields=_all",
        "@search?b_size=1000&metadata_fields=_all",
    ):
        auditor.send(200, "GET", day.town.path(path), headers=kind("@"))
    for path in (
        "@@virtualoffice-controlpanel",
        "@@virtualoffice-health",
        "@@service-inventory",
        "@@service-inventory.csv",
        "@@error-log-form",
        "error_log/manage_main",
        "portal_catalog/manage_catalogView",
        "@@redirection-controlpanel",
    ):
        auditor.look(day.town.path(path))
    auditor.look(f"{day.town.root}/Control_Panel/Database/main/manage_UndoForm")
    shown = auditor.look(day.town.path("error_log/manage_main"))
    for entry in re.findall(r"showEntry\?id=([0-9.]+)", shown):
        auditor.look(day.town.path(f"error_log/showEntry?id={entry}"))


def end_the_day(day: Day) -> None:
    """Kim is silent for too long; Pat is sent away at the end of the day."""
    head, kim = day.staff("head"), day.voice("kim")
    head.ask(201, "POST", "@desk", label="Schalter 3")
    for _ in range(4):
        day.town.let_pass(minutes=10)
        head.ask(200, "POST", "@desk/presence")
    assert kim.ask(200, "GET", kim.visit)["state"] == "expired"
    pat = day.comes("pat", name=name("Blütenquarx"))
    head.ask(200, "POST", "@admission", end_day=True)
    assert pat.ask(200, "GET", pat.visit)["state"] == "dismissed"
    pat.look(pat.page)
    kim.look(kim.page)
    head.look("@@staff")


def kind(path: str) -> dict[str, str]:
    """What is asked for: services answer JSON, pages HTML."""
    is_service = path.startswith("@") and not path.startswith("@@")
    return {"Accept": "application/json" if is_service else "text/html"}
