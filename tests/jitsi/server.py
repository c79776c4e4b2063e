"""Debian's Prosody with Jitsi's modules, as a room's server."""

from .bosh import Client
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
import os
import socket
import subprocess
import time


CONFIGURATION = str(Path(__file__).parent / "prosody.cfg.lua")
# Debian has basexx and inspect for no later Lua, though they run in it.
LUA = "/usr/share/lua/5.2/?.lua;;"
FOCUS = ("focus", "focussecret")


@dataclass(frozen=True)
class Prosody:
    port: int
    host: str
    prefix: str

    def address(self, path: str) -> tuple[str, str]:
        """The room as Jitsi's page addresses it (/tenant/room), and the tenant."""
        tenant, _, room = path.strip("/").rpartition("/")
        domain = f"{tenant}.{self.host}" if tenant else self.host
        return f"{room}@{self.prefix}.{domain}", tenant

    def open(self, path: str) -> None:
        """As Jicofo does for whoever asks."""
        focus = Client(self.port, f"auth.{self.host}", login=FOCUS)
        focus.connect()
        focus.join(self.address(path)[0], "focus")

    def enter(self, path: str, token: str | None) -> tuple[str | None, str | None]:
        """Affiliation and role of whoever enters with the token. Raises Refused."""
        room, tenant = self.address(path)
        query = {"prefix": tenant, "room": path.rpartition("/")[2], "token": token}
        said = {name: value for name, value in query.items() if value}
        client = Client(self.port, self.host, said)
        client.connect()
        return client.join(room, "somebody")


@contextmanager
def running(host: str, prefix: str, **said: str) -> Iterator[Prosody]:
    """``said`` is what `prosody.cfg.lua` asks for besides."""
    prosody = Prosody(_free_port(), host, prefix)
    said |= {"PORT": str(prosody.port), "HOST": host, "PREFIX": prefix}
    chosen = {f"VO_{name}": value for name, value in said.items()}
    environment = {**os.environ, **chosen, "LUA_PATH": LUA}
    user, password = FOCUS
    register = ["register", user, f"auth.{host}", password]
    subprocess.run(
        ["prosodyctl", "--config", CONFIGURATION, *register],
        env=environment,
        capture_output=True,
        check=True,
    )
    command = ["prosody", "-F", "--config", CONFIGURATION]
    process = subprocess.Popen(command, env=environment)
    try:
        _wait(prosody)
        yield prosody
    finally:
        process.terminate()
        process.wait()


def _wait(prosody: Prosody, patience: float = 15) -> None:
    until = time.monotonic() + patience
    while True:
        try:
            return Client(prosody.port, f"auth.{prosody.host}", login=FOCUS).connect()
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
