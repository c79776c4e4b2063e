"""How a Jitsi room looks and what it offers: the same embedded and by a plain link.

Names are those of Jitsi's config.js and IFrame API. A server ignores every other than
those of its react/features/base/config/configWhitelist.ts.
"""

from .access import Seat
from .server import Server
from collections.abc import Iterator
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote
import json


BUTTONS = (
    "camera",
    "chat",
    "fullscreen",
    "hangup",
    "microphone",
    "noisesuppression",
    "select-background",
    "settings",
    "tileview",
    "toggle-camera",
    "videoquality",
)

CONFIG: Mapping[str, Any] = {
    "prejoinConfig": {"enabled": True, "hideExtraJoinButtons": ["by-phone"]},
    "readOnlyName": True,
    "disableProfile": True,
    "requireDisplayName": True,
    "deeplinking": {"disabled": True},
    "disableDeepLinking": True,
    "disableInviteFunctions": True,
    "disableThirdPartyRequests": True,
    "doNotStoreRoom": True,
    "gravatar": {"disabled": True},
    "analytics": {"disabled": True},
    "hideConferenceSubject": True,
    "hideEmailInSettings": True,
    "feedbackPercentage": 0,
    "remoteVideoMenu": {"disableGrantModerator": True},
    "securityUi": {"hideLobbyButton": True, "disableLobbyPassword": True},
    "breakoutRooms": {"hideAddRoomButton": True},
    "disablePolls": True,
    "giphy": {"enabled": False},
    "whiteboard": {"enabled": False},
    "fileSharing": {"enabled": False},
    "audioTranslation": {"enabled": False},
    "recordingService": {"enabled": False},
    "localRecording": {"disable": True},
    "liveStreaming": {"enabled": False},
    "liveStreamingEnabled": False,
    "transcription": {"enabled": False},
    "disableChat": False,
}


def room_options(server: Server, seat: Seat, name: str) -> dict[str, Any]:
    """The options of `JitsiMeetExternalAPI`, but for token and place in the page."""
    extra = ["desktop", "mute-everyone", "participants-pane"] if seat.moderator else []
    return {
        "roomName": server.room_name(seat.room),
        "userInfo": {"displayName": name},
        "lang": seat.language.partition("-")[0].lower(),
        "configOverwrite": {**CONFIG, "toolbarButtons": [*BUTTONS, *extra]},
    }


def written_into_address(options: Mapping[str, Any]) -> str:
    """The same options as the fragment of a plain link, but for the language."""
    said = {"config": options["configOverwrite"], "userInfo": options["userInfo"]}
    return "&".join(
        f"{name}={quote(json.dumps(value))}" for name, value in _flat("", said)
    )


def _flat(prefix: str, values: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for name, value in values.items():
        if isinstance(value, Mapping):
            yield from _flat(f"{prefix}{name}.", value)
        else:
            yield f"{prefix}{name}", value
