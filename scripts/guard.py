"""What keeps two starts from getting into each other's way."""

from contextlib import suppress
from pathlib import Path
from typing import IO
import errno
import fcntl
import json
import os
import secrets
import socket


class AlreadyStarted(Exception):
    """Another start holds this folder; ``port`` is None until it answers."""

    def __init__(self, port: int | None) -> None:
        self.port = port


class Claim:
    """Holds a folder as long as this process lives, and says at which port.

    The kernel lets go of the lock when the process dies, however it dies: there is
    no stale pid to clean up.
    """

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self.file = path.open("a+")
        if not _lock(self.file):
            raise AlreadyStarted(_read(path).get("port"))
        self.tell(None)

    def tell(self, port: int | None) -> None:
        self.file.truncate(0)
        json.dump({"pid": os.getpid(), "port": port}, self.file)
        self.file.flush()


def is_database_held(database: Path) -> bool:
    """Whether another process has this FileStorage open."""
    lock = database.with_name(f"{database.name}.lock")
    if not lock.exists():
        return False
    with lock.open("r+") as file:
        return not _lock(file)


def is_port_free(port: int) -> bool:
    """Whether nothing listens there, on IPv4 or IPv6."""
    return all(
        _can_bind(family, host, port)
        for family, host in ((socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1"))
    )


def read_key(path: Path) -> str:
    """The secret in this file, made when missing; mode 0600, never half written."""
    if not path.exists():
        draft = path.with_suffix(".draft")
        draft.unlink(missing_ok=True)
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write(secrets.token_urlsafe(32))
        draft.rename(path)
    return path.read_text().strip()


def _lock(file: IO[str]) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _read(path: Path) -> dict[str, int | None]:
    with suppress(ValueError):
        return json.loads(path.read_text())
    return {}


def _can_bind(family: socket.AddressFamily, host: str, port: int) -> bool:
    try:
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, port))
    except PermissionError:
        return False
    except OSError as error:
        return family == socket.AF_INET6 and not _is_in_use(error)
    return True


def _is_in_use(error: OSError) -> bool:
    return error.errno == errno.EADDRINUSE
