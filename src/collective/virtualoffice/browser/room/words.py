"""What the script of the room's page says."""

from collective.virtualoffice import _
from collective.virtualoffice.domain.waiting.seats import Whereabouts


PREFIXES = {
    "you": _("room_you", default="You:"),
    "desk": _("room_desk", default="The office:"),
    "citizen": "",
    "guest": "",
}

WHEREABOUTS = {
    Whereabouts.AWAITED: _("room_awaited", default="not in the room yet"),
    Whereabouts.HERE: _("room_here", default="in the room"),
    Whereabouts.GONE: _("room_gone", default="not in the room at the moment"),
}

TEXTS = {
    **{f"prefix_{role}": words for role, words in PREFIXES.items()},
    **{f"where_{where}": words for where, words in WHEREABOUTS.items()},
    "refused": _(
        "room_camera_refused",
        default="Your browser does not allow the camera here. Allow it in the "
        "browser's settings for this page and try again. "
        "You can stay without a picture.",
    ),
    "missing": _(
        "room_camera_missing",
        default="We find no camera. You can stay without a picture.",
    ),
    "stop": _("room_camera_stop", default="Switch the camera off"),
    "start": _("room_camera_start", default="Switch the camera on"),
    "down": _(
        "room_down",
        default="No connection at the moment. We go on trying by ourselves.",
    ),
    "resumed": _("visit_title_resumed", default="It goes on!"),
    "up": _("room_up", default="The connection is there again."),
}

# About third persons who ask to come along.
DECISIONS = {
    "admit": _("staff_let_in", default="Let in"),
    "admit_done": _(
        "staff_done_let_in", default="The third person may enter the room."
    ),
    "refuse": _("staff_turn_away", default="Refuse"),
    "refuse_done": _(
        "staff_done_turned_away", default="The third person was not let in."
    ),
}

# What went wrong, and what helps.
EMBEDDED = {
    "frame": _("room_heading", default="Video conversation"),
    "script": _("room_script_failed", default="The video does not load."),
    "script_help": _(
        "room_script_failed_help",
        default="Perhaps the video server is out of order at the moment. Or your "
        "network or a program on your device blocks it.",
    ),
    "browser": _(
        "room_browser_unfit", default="Your browser is not made for this video."
    ),
    "browser_help": _(
        "room_browser_unfit_help",
        default="Please update your browser, or use another browser or device.",
    ),
    "camera": _("room_camera_failed", default="We do not get a picture of you."),
    "camera_help": _(
        "room_camera_failed_help",
        default="Allow the camera in your browser's settings for this page. "
        "Close other programs that use the camera. "
        "You can also talk with sound only.",
    ),
    "microphone": _("room_microphone_failed", default="We do not hear you."),
    "microphone_help": _(
        "room_microphone_failed_help",
        default="Allow the microphone in your browser's settings for this page. "
        "Close other programs that use the microphone.",
    ),
    "connection": _(
        "room_connection_failed", default="The connection to the room has failed."
    ),
    "connection_help": _(
        "room_connection_failed_help",
        default="Check your connection to the internet, or use another network. "
        "Perhaps the video server is out of order at the moment.",
    ),
    "late": _("room_late", default="You are not in the room yet."),
    "late_help": _(
        "room_late_help",
        default="Press the button below your picture to go in. "
        "If you see no button, one of these ways helps:",
    ),
}
