"""The video breaks while somebody talks; what a deed came to is said for a while."""

from access import barriers
from collections.abc import Callable
from collections.abc import Iterator
from people import Citizen
from people import Clerk
from playwright.sync_api import expect
from town import Office
from town import Town
import pytest


OUT_OF_ORDER = "Das Video ist gestört"
PHONE = "02000 115-7"


@pytest.fixture
def break_video(town: Town) -> Iterator[Callable[[], object]]:
    """break_video() asks for tokens of a kind that the key is not for, in this test."""
    broken = {
        "video_system": "jitsi",
        "jitsi_server": "meet.example.org",
        "jitsi_app_id": "musterstadt",
        "jitsi_algorithm": "RS256",
        "jitsi_key_id": "musterstadt",
    }
    before = town.set(**broken)
    town.set(video_system="demonstration")
    yield lambda: town.set(**broken)
    town.set(**before)


def test_a_visit_goes_on_by_phone_while_the_video_is_broken(
    town: Town, citizen: Callable[..., Citizen], desk: Clerk, break_video: Callable
) -> None:
    erika = citizen()
    erika.knock()
    desk.call_next()
    erika.is_called()
    erika.enter()
    break_video()
    room = desk.enter()
    room.is_headed(OUT_OF_ORDER)
    room.reads("Der Schlüssel für den Videoserver ist beschädigt")
    erika.page.reload()
    erika.is_headed(OUT_OF_ORDER)
    assert barriers(erika.page, "visitor") + barriers(room.page, "clerk") == []
    erika.page.get_by_label("Ihre Telefonnummer").fill(PHONE)
    erika.press("Um Rückruf bitten")
    expect(room.link(f"{PHONE} anrufen")).to_be_visible()
    desk.press("Zurückstellen")
    erika.is_headed("Kurze Pause")
    desk.press("Mit dem Besuch weitermachen")
    erika.is_headed(OUT_OF_ORDER)
    desk.page.context.route("**/@waiting-room", lambda route: route.abort())
    room = desk.enter()
    room.is_headed(OUT_OF_ORDER)
    town.set(video_system="demonstration")
    desk.page.context.unroute("**/@waiting-room")
    room.is_headed("Vorführraum")
    erika.is_headed("Es geht weiter!")
    erika.follow("Zurück in den Raum")
    erika.is_headed("Vorführraum")


def test_what_a_deed_came_to_is_said_for_a_while(
    office: Office, clerk: Callable[..., Clerk]
) -> None:
    made = clerk()
    made.page.clock.install()
    made.open_desk()
    expect(made.told).to_contain_text("Ihr Schalter ist geöffnet.")
    made.page.clock.run_for(20_000)
    expect(made.told).to_be_visible()
    made.page.clock.run_for(11_000)
    expect(made.told).to_have_count(0)
    office.knock("Max Mustermann")
    expect(made.queue).to_contain_text("Max Mustermann")
    made.page.clock.run_for(5_000)
    expect(made.told).to_have_count(0)
    made.press("Pause machen")
    expect(made.told).to_contain_text("Ihr Schalter macht Pause.")
