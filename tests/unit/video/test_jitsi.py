"""The way into a Jitsi room, as the page and a plain link get it."""

from .conftest import JAAS
from .conftest import ROOM
from .conftest import take_seat
from collective.virtualoffice.settings import Settings
from collective.virtualoffice.video import VideoUnavailable
from collective.virtualoffice.video.jitsi import Jitsi
from urllib.parse import parse_qs
from urllib.parse import unquote
from urllib.parse import urlsplit
import json
import pytest


SECRET = "a shared secret of more than 32 bytes"


def enter(seat=None, **values):
    settings = Settings(**{"jitsi_server": "meet.example.org", **values})
    return Jitsi().access(seat or take_seat(), settings)


def test_without_an_app_id_only_the_name_of_the_room_lets_in(set_key):
    set_key()
    access = enter()
    assert access.jwt is None
    assert (access.domain, access.room) == ("meet.example.org", ROOM)
    assert access.script == "https://meet.example.org/external_api.js"
    assert access.url.startswith(f"https://meet.example.org/{ROOM}?lang=de#config.")
    assert access.options["roomName"] == ROOM


def test_with_an_app_id_the_link_carries_a_token(set_key):
    set_key(SECRET)
    access = enter(jitsi_app_id="town")
    query = parse_qs(urlsplit(access.url).query)
    assert query == {"jwt": [access.jwt], "lang": ["de"]}
    assert "jwt" not in access.options


def test_a_tenant_stands_before_the_room(set_key):
    set_key(SECRET)
    access = enter(jitsi_app_id="town", jitsi_tenant="Hall")
    assert access.options["roomName"] == f"hall/{ROOM}"
    assert access.url.startswith(f"https://meet.example.org/hall/{ROOM}?jwt=")
    assert access.script == "https://meet.example.org/external_api.js"


def test_jaas_needs_no_server(set_key, rsa_key):
    set_key(rsa_key)
    access = enter(jitsi_server="", **JAAS)
    assert access.domain == "8x8.vc"
    assert access.script == "https://8x8.vc/vpaas-magic-cookie-1fc5/external_api.js"
    assert access.options["roomName"] == f"vpaas-magic-cookie-1fc5/{ROOM}"


def test_not_embedded_means_no_script():
    assert enter(jitsi_embedded=False).script is None


def test_nothing_is_recorded_and_nobody_invited():
    config = enter().options["configOverwrite"]
    assert config["prejoinConfig"]["enabled"] is True
    assert config["readOnlyName"] is True
    assert config["disableInviteFunctions"] is True
    assert config["disableThirdPartyRequests"] is True
    assert config["deeplinking"]["disabled"] is True
    assert config["recordingService"]["enabled"] is False
    assert config["localRecording"]["disable"] is True
    assert config["liveStreaming"]["enabled"] is False
    assert config["transcription"]["enabled"] is False
    assert config["audioTranslation"]["enabled"] is False
    assert config["fileSharing"]["enabled"] is False
    offered = set(config["toolbarButtons"])
    assert {"chat", "videoquality", "hangup"} <= offered
    assert not offered & {"recording", "livestreaming", "invite", "closedcaptions"}


@pytest.mark.parametrize("moderator", [True, False])
def test_only_the_desk_shows_its_screen(moderator):
    buttons = enter(take_seat(moderator=moderator)).options["configOverwrite"]
    assert ("desktop" in buttons["toolbarButtons"]) is moderator


def test_the_plain_link_says_the_same_as_the_embedded_room():
    access = enter(take_seat(name="Зоя #&=", language="de-AT"))
    said = dict(each.split("=") for each in urlsplit(access.url).fragment.split("&"))
    assert json.loads(unquote(said["userInfo.displayName"])) == "Зоя #&="
    assert json.loads(unquote(said["config.prejoinConfig.enabled"])) is True
    assert parse_qs(urlsplit(access.url).query)["lang"] == ["de"]
    assert access.options["lang"] == "de"
    assert access.options["userInfo"] == {"displayName": "Зоя #&="}


@pytest.mark.parametrize(
    "values, reason",
    [
        ({"jitsi_server": ""}, "unconfigured"),
        ({"jitsi_server": "a b"}, "unconfigured"),
        ({"jitsi_service": "jaas"}, "app_id_missing"),
        ({**JAAS, "jitsi_key_id": ""}, "key_id_missing"),
        ({"jitsi_app_id": "town", "jitsi_algorithm": "RS256"}, "key_id_missing"),
    ],
)
def test_while_something_is_not_set_nobody_gets_in(values, reason):
    with pytest.raises(VideoUnavailable) as caught:
        enter(**values)
    assert caught.value.reason == reason


def test_without_tokens_no_key_is_named():
    assert enter(jitsi_algorithm="RS256").jwt is None


def test_with_an_app_id_and_no_key_nobody_gets_in(set_key):
    set_key()
    with pytest.raises(VideoUnavailable) as caught:
        enter(jitsi_app_id="town")
    assert caught.value.reason == "key_missing"
