"""The embedded room: into it, out of it, and what is said when that fails."""

from access import barriers
from access import move_to
from access import PHONE
from collections.abc import Callable
from collections.abc import Iterator
from meeting import Call
from meeting import HOST
from meeting import VideoServer
from people import Citizen
from people import Clerk
from people import Person
from playwright.sync_api import BrowserContext
from playwright.sync_api import expect
from playwright.sync_api import Locator
from town import Office
from town import Town
from words import ENGLISH
import pytest


ENTER = "Raum betreten"
SOUND_ONLY = "Nur mit Ton"
NOT_LOADED = "Das Video lässt sich nicht laden."
# The server refuses the token. Fatal is to Jitsi only what it mends by loading anew.
REFUSED = {"name": "connection.passwordRequired", "isFatal": False}


@pytest.fixture(autouse=True)
def jitsi(town: Town) -> Iterator[None]:
    """The town uses a Jitsi server, embedded, while a test runs."""
    before = town.set(
        video_system="jitsi", jitsi_server=HOST, jitsi_embedded=True, jitsi_app_id=""
    )
    yield
    town.set(**before)


@pytest.fixture
def server() -> VideoServer:
    return VideoServer()


@pytest.fixture
def complaints() -> list[str]:
    """What the browsers complain of, breaches of a page's policy among it."""
    return []


@pytest.fixture
def person(
    person: Callable[..., BrowserContext], server: VideoServer, complaints: list[str]
) -> Callable[..., BrowserContext]:
    """People whose browsers ask the stand-in instead of a video server."""

    def make(*args: object, **options: object) -> BrowserContext:
        context = person(*args, **options)
        server.serve(context)
        context.on("console", lambda said: hear(said.type, said.text))
        return context

    def hear(kind: str, text: str) -> None:
        if kind == "error":
            complaints.append(text)

    return make


def frame(person: Person) -> Locator:
    return person.page.locator("#room-frame iframe")


def takes_keys(person: Person) -> bool:
    """Whether what is typed arrives in the video server's own page before long."""
    inside = person.page.frame_locator("#room-frame iframe").locator("html")
    for _ in range(30):
        person.page.keyboard.press("m")
        if inside.evaluate("() => document.title") == "m":
            return True
        person.page.wait_for_timeout(100)
    return False


def go_in(person: Person, button: str = ENTER) -> Call:
    """Into the room, past the server's own first page."""
    person.press(button)
    expect(frame(person)).to_be_visible()
    call = Call(person)
    call.play("videoConferenceJoined")
    return call


def assert_ended(call: Call) -> None:
    """The call was ended by command, and its frame is gone."""
    expect(frame(call.person)).to_have_count(0)
    assert call.last["commands"] == ["hangup"]
    assert call.last["disposed"]
    assert call.kept is None


def test_nothing_of_the_video_server_is_loaded_before_the_click(
    erika: Citizen, desk: Clerk, server: VideoServer, complaints: list[str]
) -> None:
    erika.reads(f"Das Gespräch findet auf {HOST} statt.")
    room = desk.enter()
    expect(room.button(ENTER)).to_be_visible()
    assert server.asked == []
    go_in(erika)
    go_in(room)
    expect(frame(erika)).to_be_in_viewport()
    assert server.asked.count(f"https://{HOST}/external_api.js") == 2
    assert complaints == []


def test_the_script_gets_what_the_room_needs(erika: Citizen, desk: Clerk) -> None:
    mine, theirs = go_in(erika).last, go_in(desk.enter()).last
    assert mine["domain"] == theirs["domain"] == HOST
    options = mine["options"]
    assert options["roomName"] == theirs["options"]["roomName"]
    assert options["userInfo"] == {"displayName": "Erika Mustermann"}
    assert options["lang"] == "de"
    assert options["configOverwrite"]["prejoinConfig"]["enabled"]
    assert not options["configOverwrite"]["startAudioOnly"]
    assert "jwt" not in options


def test_the_frame_has_a_name_and_may_use_camera_and_microphone(
    erika: Citizen,
) -> None:
    go_in(erika)
    expect(frame(erika)).to_have_attribute("title", "Videogespräch")
    expect(frame(erika)).to_be_focused()
    allowed = set((frame(erika).get_attribute("allow") or "").split("; "))
    assert {"camera", "microphone", "display-capture"} < allowed
    assert {"autoplay", "fullscreen"} < allowed


def test_a_phone_shows_the_whole_frame_and_then_what_went_wrong(
    erika: Citizen,
) -> None:
    erika.page.set_viewport_size(PHONE)
    call = go_in(erika)
    expect(frame(erika)).to_be_in_viewport(ratio=1)
    call.play("cameraError")
    expect(erika.page.locator("#room-problem-text")).to_be_in_viewport()


def test_a_room_in_english(citizen: Callable[..., Citizen], desk: Clerk) -> None:
    erika = citizen(ENGLISH)
    erika.knock()
    desk.call_next()
    erika.is_called()
    erika.enter()
    call = go_in(erika, "Enter the room")
    assert call.last["options"]["lang"] == "en"
    expect(frame(erika)).to_have_attribute("title", "Video conversation")


def test_whoever_hangs_up_can_return_until_the_clerk_finishes(
    erika: Citizen, desk: Clerk
) -> None:
    go_in(erika).play("videoConferenceLeft")
    erika.is_headed("Ihr Gespräch läuft")
    erika.follow("Zurück in den Raum")
    call = go_in(erika)
    desk.finish()
    erika.reads("Das Gespräch ist zu Ende")
    assert_ended(call)
    erika.follow("Zurück zu meinem Besuch")
    erika.is_headed("Ihr Anliegen ist erledigt")


def test_a_clerk_who_hangs_up_is_in_the_staff_view_and_can_return(
    erika: Citizen, desk: Clerk
) -> None:
    room = desk.enter()
    go_in(room).play("readyToClose")
    expect(room.page.locator("#staff-current")).to_contain_text("Erika Mustermann")
    go_in(erika)


def test_the_clerk_finishes_in_the_room(erika: Citizen, desk: Clerk) -> None:
    call = go_in(erika)
    room = desk.enter()
    go_in(room)
    outcome = room.page.get_by_role("combobox")
    expect(outcome).to_have_value("")
    outcome.select_option("solved")
    room.press("Besuch beenden")
    room.reads("Beendet. Sie können das 2 Minuten lang rückgängig machen.")
    erika.reads("Das Gespräch ist zu Ende")
    assert_ended(call)
    answer = erika.page.goto(erika.page.url)
    assert answer is not None and answer.status == 409


def test_both_are_out_when_the_visit_is_finished_elsewhere(
    erika: Citizen, desk: Clerk
) -> None:
    room = desk.enter()
    calls = [go_in(erika), go_in(room)]
    desk.finish()
    for call in calls:
        call.person.reads("Das Gespräch ist zu Ende")
        assert_ended(call)


def test_a_break_ends_the_call_and_the_room_opens_again(
    erika: Citizen, desk: Clerk
) -> None:
    call = go_in(erika)
    room = desk.enter()
    go_in(room)
    room.press("Zurückstellen")
    room.reads("Zurückgestellt.")
    erika.reads("Kamera und Mikrofon sind auf dieser Seite aus.")
    assert_ended(call)
    room.press("Mit dem Besuch weitermachen")
    expect(erika.page.get_by_role("alert")).to_contain_text("Es geht weiter!")
    go_in(erika)


def test_whoever_is_put_back_in_line_is_led_out_of_the_call(
    erika: Citizen, desk: Clerk
) -> None:
    go_in(erika)
    desk.press("Zurück in die Reihe")
    erika.is_headed("Sie sind im Warteraum")


def test_sound_only(erika: Citizen) -> None:
    said = go_in(erika, SOUND_ONLY).last["options"]["configOverwrite"]
    assert said["startAudioOnly"] and said["startLowBandwidthMode"]
    assert said["startWithVideoMuted"]


@pytest.mark.parametrize("script", ["blocked", "never"])
def test_a_script_that_does_not_come_is_told_to_both_with_other_ways(
    script: str, erika: Citizen, desk: Clerk, server: VideoServer
) -> None:
    room = desk.enter()
    server.script = script
    erika.press(ENTER)
    problem = erika.page.locator("#room-problem")
    expect(problem).to_contain_text(NOT_LOADED)
    expect(erika.page.get_by_role("alert")).to_contain_text(NOT_LOADED)
    expect(erika.page.locator("#room-problem-text")).to_be_focused()
    plain = erika.link("Raum in neuem Tab öffnen")
    assert (plain.get_attribute("href") or "").startswith(f"https://{HOST}/")
    phone = erika.link("02000 115-0")
    expect(phone).to_have_attribute("href", "tel:020001150")
    told = "Das Video lässt sich im Browser nicht laden."
    expect(desk.current).to_contain_text(told)
    expect(room.page.locator("#room-troubles")).to_contain_text(told)
    server.script = "given"
    go_in(erika, "Noch einmal versuchen")
    expect(problem).to_be_hidden()
    expect(desk.current).not_to_contain_text(told)
    expect(room.page.locator("#room-troubles")).to_be_hidden()


@pytest.mark.parametrize(
    "event, said, text, told",
    [
        ("cameraError", {"type": "gum.permission_denied"}, "kein Bild", "Kamerabild"),
        ("micError", {"type": "gum.permission_denied"}, "hören Sie nicht", "Mikrofon"),
        ("errorOccurred", {"error": REFUSED}, "klappt nicht", "den Raum"),
        ("browserSupport", {"supported": False}, "Browser kann dieses", "im Browser"),
    ],
)
def test_what_the_video_server_reports_is_told_to_both(
    event: str, said: dict, text: str, told: str, erika: Citizen, desk: Clerk
) -> None:
    erika.press(ENTER)
    expect(frame(erika)).to_be_visible()
    Call(erika).play(event, **said)
    expect(erika.page.locator("#room-problem")).to_contain_text(text)
    expect(frame(erika)).to_be_visible()
    expect(desk.current.get_by_role("alert")).to_contain_text(told)


def test_without_a_camera_one_can_talk_with_sound_only(erika: Citizen) -> None:
    erika.press(ENTER)
    expect(frame(erika)).to_be_visible()
    Call(erika).play("cameraError")
    call = go_in(erika, SOUND_ONLY)
    assert call.last["options"]["configOverwrite"]["startAudioOnly"]
    expect(frame(erika)).to_have_count(1)


@pytest.mark.parametrize(
    "error, works, trouble, told",
    [
        ("cameraError", "videoMuteStatusChanged", "camera", "Kamerabild"),
        ("micError", "audioMuteStatusChanged", "microphone", "Mikrofon"),
    ],
)
def test_the_clerk_reads_what_fails_until_it_works(
    error: str, works: str, trouble: str, told: str, erika: Citizen, desk: Clerk
) -> None:
    erika.press(ENTER)
    expect(frame(erika)).to_be_visible()
    call = Call(erika)
    call.play(error)
    expect(desk.current.get_by_role("alert")).to_contain_text(told)
    with erika.page.expect_response("**/trouble"):
        call.play("videoConferenceJoined")
    office = desk.office
    (seen,) = office.town.ask("GET", office.path("@waiting-room"), desk.login)["visits"]
    assert seen["troubles"] == [trouble]
    call.play(works, muted=True)
    call.play(works, muted=False)
    expect(desk.current.get_by_role("alert")).to_have_count(0)


def test_an_error_that_the_call_survives_is_not_told(erika: Citizen) -> None:
    call = go_in(erika)
    call.play("errorOccurred", error={"name": "conference.restarted"})
    expect(erika.page.locator("#room-problem")).to_be_hidden()


def test_whoever_does_not_get_in_is_told_how(erika: Citizen, desk: Clerk) -> None:
    erika.page.clock.install()
    erika.page.reload()
    erika.press(ENTER)
    expect(frame(erika)).to_be_visible()
    erika.page.clock.run_for(61_000)
    erika.reads("Sie sind noch nicht im Raum.")
    expect(desk.current).to_contain_text("Der Besuch kommt nicht in den Raum.")
    Call(erika).play("videoConferenceJoined")
    expect(erika.page.locator("#room-problem")).to_be_hidden()


def test_a_page_that_stood_for_long_asks_for_a_fresh_way_in(erika: Citizen) -> None:
    erika.page.clock.install()
    erika.page.reload()
    expect(erika.button(ENTER)).to_be_visible()
    erika.page.clock.fast_forward(301_000)
    room = erika.page.url
    with erika.page.expect_response(lambda answer: answer.url == room):
        erika.press(ENTER)
    expect(frame(erika)).to_be_visible()


def test_a_clerk_who_is_logged_out_goes_on_talking(erika: Citizen, desk: Clerk) -> None:
    room = desk.enter()
    call = go_in(room)
    room.page.context.clear_cookies()
    room.reads("Sie sind abgemeldet. Das Gespräch geht weiter.")
    assert call.last["commands"] == []
    expect(frame(room)).to_be_visible()


def test_the_room_alone_keeps_a_desk_attended(
    town: Town, office: Office, erika: Citizen, desk: Clerk
) -> None:
    room = desk.enter()
    desk.page.close()
    town.let_pass(minutes=3)
    with room.page.expect_response("**/@desk/presence"):
        room.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    seen = town.ask("GET", office.path("@waiting-room"), desk.login)
    assert [each["left_alone"] for each in seen["desks"]] == [False]


def test_the_room_needs_no_mouse(erika: Citizen, desk: Clerk) -> None:
    move_to(erika, erika.button(ENTER))
    erika.page.keyboard.press("Enter")
    assert takes_keys(erika)
    Call(erika).play("cameraError")
    move_to(erika, erika.page.locator("#room-retry-sound"))
    erika.page.keyboard.press("Space")
    assert takes_keys(erika)
    erika.page.keyboard.press("Tab")
    expect(erika.link("Raum verlassen")).to_be_focused()


def test_no_barriers_in_the_embedded_room(
    erika: Citizen, desk: Clerk, server: VideoServer
) -> None:
    room = desk.enter()
    found = barriers(erika.page, "before") + barriers(room.page, "clerk before")
    server.script = "blocked"
    erika.press(ENTER)
    erika.reads(NOT_LOADED)
    expect(room.page.locator("#room-troubles")).to_be_visible()
    found += barriers(erika.page, "blocked") + barriers(room.page, "clerk told")
    server.script = "given"
    call = go_in(erika, "Noch einmal versuchen")
    go_in(room)
    found += barriers(erika.page, "in the room") + barriers(room.page, "clerk inside")
    call.play("cameraError")
    erika.reads("Wir bekommen kein Bild von Ihnen.")
    found += barriers(erika.page, "no camera")
    desk.finish()
    erika.reads("Das Gespräch ist zu Ende")
    room.reads("Das Gespräch ist zu Ende")
    found += barriers(erika.page, "over") + barriers(room.page, "clerk over")
    assert not found, "\n".join(found)


def test_a_plain_link_where_the_room_is_not_to_be_embedded(
    town: Town, erika: Citizen, server: VideoServer
) -> None:
    town.set(jitsi_embedded=False)
    erika.page.reload()
    link = erika.link("Raum in neuem Tab öffnen")
    assert (link.get_attribute("href") or "").startswith(f"https://{HOST}/")
    expect(erika.button(ENTER)).to_have_count(0)
    assert server.asked == []


def test_without_script_the_room_is_a_plain_link(
    citizen: Callable[..., Citizen], desk: Clerk
) -> None:
    erika = citizen(java_script_enabled=False)
    erika.knock()
    desk.call_next()
    erika.page.reload()
    erika.enter()
    link = erika.link("Raum in neuem Tab öffnen").locator("visible=true")
    assert (link.get_attribute("href") or "").startswith(f"https://{HOST}/")
    expect(erika.button(ENTER)).to_be_hidden()


def test_another_try_asks_for_the_server_as_it_is_set_by_then(
    town: Town, erika: Citizen, server: VideoServer
) -> None:
    server.script = "blocked"
    erika.press(ENTER)
    erika.reads(NOT_LOADED)
    town.set(jitsi_server="video.example.org")
    erika.press("Noch einmal versuchen")
    erika.reads("Das Gespräch findet auf video.example.org statt.")


def test_in_the_room_is_who_joined_it(erika: Citizen, desk: Clerk) -> None:
    room = desk.enter()
    citizen = room.page.locator("#room-list li", has_text="Erika Mustermann")
    expect(citizen).to_contain_text("noch nicht im Raum")
    own = erika.page.locator("#room-list li", has_text="Sie:")
    expect(own).to_contain_text("noch nicht im Raum")
    call = go_in(erika)
    expect(citizen).to_have_text("Erika Mustermann im Raum")
    expect(own).to_have_text("Sie: Erika Mustermann im Raum")
    call.play("readyToClose")
    expect(citizen).to_have_text("Erika Mustermann gerade nicht im Raum")


def test_of_a_room_behind_a_plain_link_nobody_knows_who_is_there(
    town: Town, erika: Citizen, desk: Clerk
) -> None:
    town.set(jitsi_embedded=False)
    room = desk.enter()
    room.reads("Wer gehört zu diesem Gespräch")
    entry = room.page.locator("#room-list li", has_text="Erika Mustermann")
    expect(entry).to_have_text("Erika Mustermann")
