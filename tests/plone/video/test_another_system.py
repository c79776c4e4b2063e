"""A second video system, as an add-on would bring it: the example of docs/jitsi.rst."""

from collective.virtualoffice.settings import Settings
from collective.virtualoffice.video import find_video
from collective.virtualoffice.video import RoomAccess
from collective.virtualoffice.video import Seat
from collective.virtualoffice.video import video_trouble
from collective.virtualoffice.video import VideoUnavailable
from collective.virtualoffice.video.access import IVideoSystem
from collective.virtualoffice.video.status import video_status
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from urllib.parse import urlencode
from zope.component import provideUtility
from zope.interface import implementer
from zope.interface.verify import verifyObject
import os
import pytest


@implementer(IVideoSystem)
class TownTalk:
    """Rooms of an invented service: a link, and no script to embed."""

    title = "Town Talk"

    def access(self, seat: Seat, settings: Settings) -> RoomAccess:
        host = os.environ.get("TOWN_TALK_HOST")
        if not host:
            raise VideoUnavailable("town_talk_host")
        query = urlencode({"name": seat.name, "host": int(seat.moderator)})
        return RoomAccess(
            url=f"https://{host}/{seat.room}?{query}",
            domain=host,
            script=None,
            room=seat.room,
            expires_at=seat.until,
        )


@pytest.fixture
def town_talk(portal, monkeypatch):
    """Registered as by ``<utility factory=".TownTalk" name="town-talk" />``."""
    monkeypatch.setenv("TOWN_TALK_HOST", "talk.example.org")
    provideUtility(TownTalk(), IVideoSystem, "town-talk")
    yield
    from zope.component import getGlobalSiteManager

    getGlobalSiteManager().unregisterUtility(provided=IVideoSystem, name="town-talk")


@pytest.fixture
def chosen(town_talk):
    from plone import api

    api.portal.set_registry_record("collective.virtualoffice.video_system", "town-talk")


def test_it_keeps_the_interface():
    assert verifyObject(IVideoSystem, TownTalk())


def test_it_can_be_chosen(town_talk, portal, get_vocabulary):
    terms = get_vocabulary("collective.virtualoffice.video_systems", portal)
    assert {term.value: term.title for term in terms}["town-talk"] == "Town Talk"


def test_whoever_is_called_gets_its_room(chosen):
    until = datetime.now(UTC) + timedelta(hours=1)
    seat = Seat("abc", "id", "Erika Mustermann", False, "", until, "de")
    access = find_video(seat)
    assert access.url == "https://talk.example.org/abc?name=Erika+Mustermann&host=0"
    assert access.expires_at == until


def test_the_panel_names_it(chosen):
    (line,) = video_status().lines
    assert line.mapping["system"] == "Town Talk"


def test_its_own_reason_reaches_staff_as_it_is(chosen, monkeypatch):
    monkeypatch.delenv("TOWN_TALK_HOST")
    assert video_trouble() == "town_talk_host"
    assert video_status().lines[0].mapping == {"reason": "town_talk_host"}
