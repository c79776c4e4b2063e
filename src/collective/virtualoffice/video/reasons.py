"""Why nobody can enter a room, in words for staff, and what administrators can do."""

from .secret import KEY
from .secret import KEY_FILE
from .secret import SHORTEST_RSA_KEY
from .secret import SHORTEST_SECRET
from collective.virtualoffice import _
from zope.i18nmessageid import Message


REASONS = {
    "unconfigured": _(
        "video_unconfigured",
        default="Video is not set up: the settings name no server.",
    ),
    "app_id_missing": _(
        "video_app_id_missing",
        default="Video is not set up: the settings choose JaaS, but name no AppID.",
    ),
    "key_id_missing": _(
        "video_key_id_missing",
        default="Video is not set up: the settings name no key id.",
    ),
    "system_missing": _(
        "video_system_missing",
        default="The video system of the settings is not installed.",
    ),
    "key_missing": _(
        "video_key_missing", default="The key for the video server is missing."
    ),
    "key_unreadable": _(
        "video_key_unreadable", default="The key for the video server cannot be read."
    ),
    "key_short": _(
        "video_key_short", default="The key for the video server is too short."
    ),
    "key_unfit": _(
        "video_key_unfit",
        default="The key for the video server is damaged, "
        "or not of the kind that is set.",
    ),
}

REMEDIES = {
    "unconfigured": _(
        "video_unconfigured_help",
        default="Enter your Jitsi server in the settings. "
        "If you have a contract for JaaS, choose JaaS there.",
    ),
    "app_id_missing": _(
        "video_app_id_missing_help",
        default="Enter it in the settings as application id. "
        "The JaaS console shows it, and it starts with vpaas-magic-cookie-.",
    ),
    "key_id_missing": _(
        "video_key_id_missing_help",
        default="Tokens with RS256, as JaaS needs them, name their key. "
        "Enter its id in the settings.",
    ),
    "system_missing": _(
        "video_system_missing_help",
        default="Choose another video system in the settings, "
        "or install its add-on again.",
    ),
    "key_missing": _(
        "video_key_missing_help",
        default="There is an application id, so tokens have to be signed. "
        "Give the key to every process of this site: "
        "in the environment variable ${key}, "
        "or in a file whose path is in ${file}. The file may not be empty. "
        "A changed environment counts after a restart.",
        mapping={"key": KEY, "file": KEY_FILE},
    ),
    "key_unreadable": _(
        "video_key_unreadable_help",
        default="${file} names a file that is not there, that this process may not "
        "read, or that is no text. Check its path, its owner and its rights.",
        mapping={"file": KEY_FILE},
    ),
    "key_short": _(
        "video_key_short_help",
        default="A shared secret needs at least ${bytes} bytes, "
        "a private RSA key at least ${bits} bits. Make a new one, "
        "and give it to the Jitsi server too.",
        mapping={"bytes": SHORTEST_SECRET, "bits": SHORTEST_RSA_KEY},
    ),
    "key_unfit": _(
        "video_key_unfit_help",
        default="HS256 needs a shared secret, RS256 a private RSA key in PEM without "
        "a passphrase. Check which of the two the settings name, "
        "and whether the key is complete.",
    ),
}


def reason_words(reason: str) -> Message:
    """What is wrong; a reason that only its own video system knows stays a code."""
    unknown = _(
        "video_other_reason",
        default="The video system is not ready (${reason}).",
        mapping={"reason": reason},
    )
    return REASONS.get(reason, unknown)


def outage_words(reason: str) -> Message:
    """What is wrong, what follows from it, and who can help."""
    return _(
        "staff_alarm_video",
        default="${reason} Nobody can enter a room. Please tell your administrators.",
        mapping={"reason": reason_words(reason)},
    )
