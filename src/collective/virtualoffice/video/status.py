"""Whether people can meet, as an administrator wants to know it.

Nothing is asked of the video server: whether it answers is tried in the
administrator's own browser (`browser/check`).
"""

from .access import IVideoSystem
from .access import video_trouble
from .reasons import reason_words
from .reasons import REMEDIES
from .server import jitsi_server
from .server import Server
from collective.virtualoffice import _
from collective.virtualoffice.settings import read_settings
from dataclasses import dataclass
from typing import Literal
from zope.component import getUtility
from zope.i18nmessageid import Message


PUBLIC_HOST = "meet.jit.si"


@dataclass(frozen=True)
class Status:
    """``level`` is how serious it is, the first of the ``lines`` says it in short."""

    level: Literal["success", "warning", "danger"]
    lines: tuple[Message, ...]


def video_status() -> Status:
    """How the video system stands that is set."""
    settings = read_settings()
    trouble = video_trouble()
    if trouble is not None:
        remedy = REMEDIES.get(trouble)
        return Status("danger", (reason_words(trouble), *([remedy] if remedy else [])))
    if settings.video_system == "demonstration":
        return Status("warning", (DEMONSTRATION,))
    server = jitsi_server(settings) if settings.video_system == "jitsi" else None
    return _of_jitsi(server) if server else _of_other(settings.video_system)


DEMONSTRATION = _(
    "video_status_demonstration",
    default="Only the demonstration room is set: everybody sees their own camera, "
    "and nobody sees or hears anybody else.",
)


def _of_other(name: str) -> Status:
    said = _(
        "video_status_other",
        default="Rooms are provided by: ${system}.",
        mapping={"system": getUtility(IVideoSystem, name=name).title},
    )
    return Status("success", (said,))


def _of_jitsi(server: Server) -> Status:
    lines = _with_tokens(server) if server.has_tokens else _without_tokens(server)
    if server.host == PUBLIC_HOST:
        return Status("warning", (*lines, PUBLIC))
    return Status("success" if server.has_tokens else "warning", lines)


def _with_tokens(server: Server) -> tuple[Message, ...]:
    return (
        _(
            "video_status_tokens",
            default="Rooms are on ${host}. Tokens are signed with ${algorithm}.",
            mapping={"host": server.host, "algorithm": server.algorithm},
        ),
        _(
            "video_status_tokens_help",
            default="If the server checks them, it lets in only whom this site sends, "
            "into this one room, until the token ends; only the clerk moderates. "
            "Whether it does, the test shows.",
        ),
    )


def _without_tokens(server: Server) -> tuple[Message, ...]:
    return (
        _(
            "video_status_random",
            default="Rooms are on ${host}, without tokens.",
            mapping={"host": server.host},
        ),
        _(
            "video_status_random_help",
            default="Only the random name protects a room: whoever learns it can come "
            "in, even after the conversation. The Jitsi server decides who moderates, "
            "often whoever comes first. Enter an application id to use tokens.",
        ),
    )


PUBLIC = _(
    "video_status_public",
    default="meet.jit.si is a public service: it asks whoever opens a room to log in "
    "there, and ends embedded conversations after five minutes. "
    "It is not fit for an office.",
)
