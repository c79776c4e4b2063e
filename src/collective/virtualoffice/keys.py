"""Secrets of the installation: from the environment, or from a file beside the data.

Neither is in the database, so that a copy of the database opens no private link.
"""

from App.config import getConfiguration
from collective.virtualoffice import _
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any
from zope.i18nmessageid import Message
import logging
import os
import secrets
import tempfile


TOKEN_KEY = "VIRTUALOFFICE_TOKEN_KEY"
CLOCK_KEY = "VIRTUALOFFICE_CLOCK_KEY"
FILE_NAME = "virtualoffice-token.key"
SHORTEST_KEY = 32
AS_GIVEN = "surrogateescape"  # how bytes that are no text stand in the environment

logger = logging.getLogger(__name__)


class KeyUnavailable(Exception):
    """There is no usable token key; `reason` says why, for the health page."""

    def __init__(self, reason: Message) -> None:
        super().__init__(reason.default)
        self.reason = reason


@cache
def token_key() -> bytes:
    """The key under which private links are made, the same in every process.

    Processes on one machine share the file only if they share the instance's var
    directory; all others need the environment. Raises KeyUnavailable.
    """
    written = os.environ.get(TOKEN_KEY)
    key = _shared_file_key(key_file()) if written is None else written.strip()
    if len(key) < SHORTEST_KEY:
        raise KeyUnavailable(
            _(
                "settings_key_too_short",
                default="The token key has fewer than ${count} characters.",
                mapping={"count": SHORTEST_KEY},
            )
        )
    return key.encode(errors=AS_GIVEN)


def clock_key() -> bytes | None:
    """The key that the machine's clock must show, or None if none is set."""
    return os.environ.get(CLOCK_KEY, "").strip().encode(errors=AS_GIVEN) or None


def key_file() -> Path:
    """Where the instance keeps its token key when the environment has none."""
    return Path(getConfiguration().clienthome) / FILE_NAME


def make_key_at_start(event: Any) -> None:
    """Make the key before the first citizen comes; say loudly if there is none."""
    try:
        token_key()
    except KeyUnavailable as error:
        logger.critical("No private link can be made or opened. %s", error)


def _shared_file_key(path: Path) -> str:
    try:
        if not path.exists():
            _make_key_file(path)
        return path.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise KeyUnavailable(
            _(
                "settings_key_unreadable",
                default="The file ${name} with the token key cannot be made or read. "
                "Check its owner and its rights, or set ${variable}.",
                mapping={"name": FILE_NAME, "variable": TOKEN_KEY},
            )
        ) from error


def _make_key_file(path: Path) -> None:
    """Of processes that start at once the first wins, and nobody sees half a key.

    The key is written aside, with mode 0600, and linked into place: linking, unlike
    renaming, fails when the name is taken.
    """
    handle, aside = tempfile.mkstemp(prefix=FILE_NAME, dir=path.parent)
    try:
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(secrets.token_hex(32))
            file.flush()
            os.fsync(file.fileno())
        with suppress(FileExistsError):
            os.link(aside, path)
    finally:
        os.unlink(aside)
