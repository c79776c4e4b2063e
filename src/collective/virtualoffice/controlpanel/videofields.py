"""What may be entered about the video system, and what fits together."""

from collections.abc import Callable
from collective.virtualoffice import _
from collective.virtualoffice.settings import SERVER
from collective.virtualoffice.settings import Settings
from collective.virtualoffice.video.server import JAAS
from zope.schema import ValidationError
import re


JITSI = "jitsi"
FIELDS = (
    "video_system",
    "jitsi_service",
    "jitsi_server",
    "jitsi_tenant",
    "jitsi_app_id",
    "jitsi_key_id",
    "jitsi_algorithm",
)
TENANT = re.compile(r"[a-z0-9][a-z0-9_-]{0,99}", re.I | re.A)
APP_ID = re.compile(r"[a-z0-9][a-z0-9_.-]{0,99}", re.I | re.A)
KEY_ID = re.compile(r"[a-z0-9][a-z0-9_./-]{0,199}", re.I | re.A)
CLAIM = re.compile(r"[^\s*]{1,200}")


class NoServer(ValidationError):
    __doc__ = _(
        "settings_no_server",
        default="Enter a host name or an https address without a path, "
        "for example meet.example.org.",
    )


class NoTenant(ValidationError):
    __doc__ = _(
        "settings_no_tenant",
        default="Use letters, digits, hyphens and underscores only, without a slash.",
    )


class NoAppId(ValidationError):
    __doc__ = _(
        "settings_no_app_id",
        default="Use letters, digits, dots, hyphens and underscores only.",
    )


class NoKeyId(ValidationError):
    __doc__ = _(
        "settings_no_key_id",
        default="Enter the name of the key only: letters, digits, dots, hyphens, "
        "underscores and slashes. The key itself does not belong here.",
    )


class NoClaim(ValidationError):
    __doc__ = _(
        "settings_no_claim",
        default="Enter one word without spaces and asterisks, "
        "as it is written on the Jitsi server.",
    )


class ServerMissing(ValidationError):
    __doc__ = _(
        "settings_server_missing",
        default="Jitsi Meet needs a server: without it nobody can enter a room. Enter "
        "one, or choose the demonstration room.",
    )


class AppIdMissing(ValidationError):
    __doc__ = _(
        "settings_app_id_missing",
        default="JaaS needs your AppID. It starts with vpaas-magic-cookie- "
        "and is shown in the JaaS console.",
    )


class KeyIdMissing(ValidationError):
    __doc__ = _(
        "settings_key_id_missing",
        default="Tokens with RS256, as JaaS needs them, name their key. Enter its id.",
    )


class AlgorithmUnfit(ValidationError):
    __doc__ = _(
        "settings_algorithm_unfit",
        default="JaaS accepts RS256 only. Choose RS256.",
    )


def written_as(pattern: re.Pattern[str], error: type[ValidationError]) -> Callable:
    """A constraint: empty, or all of it printable and as in the pattern.

    Raises the error.
    """

    def is_written(value: str | None) -> bool:
        if value and not (pattern.fullmatch(value) and value.isprintable()):
            raise error(value)
        return True

    return is_written


is_server = written_as(SERVER, NoServer)
is_tenant = written_as(TENANT, NoTenant)
is_app_id = written_as(APP_ID, NoAppId)
is_key_id = written_as(KEY_ID, NoKeyId)
is_claim = written_as(CLAIM, NoClaim)


def mistakes(settings: Settings) -> dict[str, ValidationError]:
    """What does not fit together, by the field that has to change."""
    if settings.video_system != JITSI:
        return {}
    found = _of_jaas(settings) if settings.jitsi_service == JAAS else _of_own(settings)
    return {name: error(name) for name, error in found.items()}


def _of_jaas(settings: Settings) -> dict[str, type[ValidationError]]:
    wrong = {
        "jitsi_app_id": (not settings.jitsi_app_id, AppIdMissing),
        "jitsi_key_id": (not settings.jitsi_key_id, KeyIdMissing),
        "jitsi_algorithm": (settings.jitsi_algorithm != "RS256", AlgorithmUnfit),
    }
    return {name: error for name, (is_wrong, error) in wrong.items() if is_wrong}


def _of_own(settings: Settings) -> dict[str, type[ValidationError]]:
    """Prosody finds the public key for RS256 by the key's id."""
    if not settings.jitsi_server:
        return {"jitsi_server": ServerMissing}
    signs = settings.jitsi_app_id and settings.jitsi_algorithm == "RS256"
    if signs and not settings.jitsi_key_id:
        return {"jitsi_key_id": KeyIdMissing}
    return {}
