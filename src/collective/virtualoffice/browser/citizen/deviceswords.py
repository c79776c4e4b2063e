"""What the test of camera and sound says, by step and result."""

from collective.virtualoffice import _
from collective.virtualoffice.wording import for_script
from typing import Any


BROWSER = {
    "browser_able": _("devices_browser", default="Your browser can do video."),
    "browser_old": _(
        "devices_browser_old",
        default="Your browser is too old for video. Please update it, or use the "
        "latest Firefox, Chrome, Edge or Safari.",
    ),
    "browser_insecure": _(
        "devices_browser_insecure",
        default="This page is not securely connected, so the browser gives it neither "
        "camera nor microphone. Please open it with https:// in front of the address.",
    ),
}

LINE = {
    "line_asking": _("devices_line_asking", default="We are measuring …"),
    "line_good": _(
        "devices_line_good",
        default="Your connection is good: our website answers within "
        "${milliseconds} milliseconds. The video server may be another one.",
        mapping={"milliseconds": "{milliseconds}"},
    ),
    "line_slow": _(
        "devices_line_slow",
        default="Your connection is slow: our website takes ${milliseconds} "
        "milliseconds to answer. Go nearer to your Wi-Fi, or close other programs that "
        "use the internet. The video server may be another one.",
        mapping={"milliseconds": "{milliseconds}"},
    ),
    "line_down": _(
        "devices_line_down",
        default="Our website does not answer. Please look whether other pages open, "
        "and test again.",
    ),
}

BUSY = _(
    "devices_busy",
    default="Another program is using it. Close other video programs and browser tabs, "
    "and test again.",
)
FAILED = _(
    "devices_failed",
    default="It does not start. Unplug it and plug it in again, or restart your "
    "device, and test again.",
)

CAMERA = {
    "camera_asking": _(
        "devices_asking",
        default="Your browser asks now whether this page may use camera and "
        "microphone. Please allow it.",
    ),
    "camera_on": _(
        "devices_camera_on",
        default="Your camera works. Is the picture black? Then something covers it.",
    ),
    "camera_refused": _(
        "devices_camera_refused",
        default="Your browser does not allow the camera here. Press the symbol in "
        "front of the address of this page, allow the camera, and test again. Your "
        "device may forbid it too: look in its settings under privacy.",
    ),
    "camera_missing": _(
        "devices_camera_missing",
        default="We find no camera. Is it plugged in and switched on?",
    ),
    "camera_busy": BUSY,
    "camera_failed": FAILED,
}

MICROPHONE = {
    "microphone_listening": _(
        "devices_microphone_listening",
        default="Please say something, for example your name.",
    ),
    "microphone_heard": _("devices_microphone_heard", default="We hear you."),
    "microphone_silent": _(
        "devices_microphone_silent",
        default="We hear nothing yet. Speak louder. Is the microphone muted, or is "
        "another one chosen in the settings of your device?",
    ),
    "microphone_refused": _(
        "devices_microphone_refused",
        default="Your browser does not allow the microphone here. Press the symbol in "
        "front of the address of this page, allow the microphone, and test again. Your "
        "device may forbid it too: look in its settings under privacy.",
    ),
    "microphone_missing": _(
        "devices_microphone_missing",
        default="We find no microphone. Is it plugged in and switched on? Many "
        "headsets have one.",
    ),
    "microphone_busy": BUSY,
    "microphone_failed": FAILED,
}

SOUND = {
    "sound_heard": _("devices_sound_heard", default="You can hear us."),
    "sound_unheard": _(
        "devices_sound_unheard",
        default="Turn the volume up. Is the device muted, or are headphones plugged "
        "in? Then play the tone again.",
    ),
}

VERDICTS = {
    "fine": _(
        "devices_fine",
        default="All is well: camera, microphone, sound and connection work.",
    ),
    "slow": _(
        "devices_slow",
        default="Camera, microphone and sound work, but your connection is slow. If "
        "the video stops and starts, switch your camera off: sound alone needs less.",
    ),
    "sound": _(
        "devices_only_sound",
        default="You can take part with sound only. That is enough for a "
        "conversation: we hear you, but do not see you.",
    ),
    "failed": _(
        "devices_nothing",
        default="A video conversation does not work like this. Above you read what you "
        "can do. Or choose another way.",
    ),
    "off": _("devices_off", default="Camera and microphone are off."),
    "stopped": _(
        "devices_stopped",
        default="The test has ended. Camera and microphone are off.",
    ),
}


def script_texts(request: Any) -> dict[str, str]:
    """Each text by step and result, as the script knows them."""
    texts = {**BROWSER, **LINE, **CAMERA, **MICROPHONE, **SOUND, **VERDICTS}
    return for_script(request, texts)
