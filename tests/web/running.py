"""Starts a whole town as `make start` does it, and a browser to look at it."""

from collections.abc import Iterator
from contextlib import contextmanager
from instance import free_port
from pathlib import Path
from secrets import token_hex
from town import Town
import os
import subprocess
import sys


CHECKOUT = Path(__file__).resolve().parents[2]
START = CHECKOUT / "scripts" / "start.py"
CLOCK = Path(__file__).parent / "ahead"
CHROMIUM_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--use-fake-device-for-media-stream",
    "--use-fake-ui-for-media-stream",
]


class NotStarted(Exception):
    """The town did not come up; the message is what it said."""


@contextmanager
def running_town(folder: Path) -> Iterator[Town]:
    """A town of its own, with its data in a folder. Raises NotStarted."""
    port, key, ahead = free_port(), token_hex(32), folder / "ahead"
    jitsi_key = token_hex(32)
    ahead.write_text("0")
    own = {
        "VIRTUALOFFICE_CLOCK_KEY": key,
        "VIRTUALOFFICE_JITSI_KEY": jitsi_key,
        "PYTHONPATH": str(CLOCK),
        "TOWN_IS_AHEAD_BY": str(ahead),
    }
    server = subprocess.Popen(
        [sys.executable, str(START), "--var", str(folder), "--port", str(port)],
        env={**os.environ, **own},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        wait_until_open(server)
        url = f"http://localhost:{port}/musterstadt"
        yield Town(url, key, ahead, folder, jitsi_key)
    finally:
        server.terminate()
        server.wait(60)


def wait_until_open(server: "subprocess.Popen[str]") -> None:
    said = []
    for line in server.stdout:
        said.append(line)
        if "Ctrl-C stops it" in line:
            return
    raise NotStarted("".join(said))
