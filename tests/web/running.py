"""Starts a whole town as `make start` does it, and a browser to look at it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from instance import free_port
from instance import Instance
from pathlib import Path
from secrets import token_hex
from town import Town
import clock
import os
import re
import subprocess
import sys
import time


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
def running_town(folder: Path, **environment: str) -> Iterator[Town]:
    """A town of its own, with its data in a folder. Raises NotStarted.

    What its start program says is kept in the file ``said`` there.
    """
    port, ahead = free_port(), folder / "ahead"
    ahead.write_text("0")
    url = f"http://localhost:{port}/musterstadt"
    town = Town(url, token_hex(32), ahead, folder, token_hex(32))
    server = subprocess.Popen(
        [sys.executable, str(START), "--var", str(folder), "--port", str(port)],
        env={**os.environ, **_environment(town), **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    said: list[str] = []
    try:
        wait_until_open(server, said)
        yield town
    finally:
        server.terminate()
        server.wait(60)
        said.extend(server.stdout)
        (folder / "said").write_text("".join(said))


def wait_until_open(server: "subprocess.Popen[str]", said: list[str]) -> None:
    for line in server.stdout:
        said.append(line)
        if "Ctrl-C stops it" in line:
            return
    raise NotStarted("".join(said))


@contextmanager
def talkative_town(town: Town, **environment: str) -> Iterator[Town]:
    """A town that was stopped, started again with every log at its most talkative.

    Nothing but this makes its clock tick.
    """
    instance = Instance(town.var, free_port())
    instance.configure()
    settings = town.var / "etc" / "wsgi.ini"
    loud = re.sub(r"(?m)^level = \w+", "level = DEBUG", settings.read_text())
    settings.write_text(loud)
    again = replace(town, url=f"{instance.url}/musterstadt")
    server = instance.serve({**_environment(again), **environment})
    try:
        while not clock.answers(again.url):
            if server.poll() is not None:
                raise NotStarted(instance.console.read_text())
            time.sleep(0.2)
        yield again
    finally:
        server.terminate()
        server.wait(60)


def _environment(town: Town) -> dict[str, str]:
    return {
        "VIRTUALOFFICE_CLOCK_KEY": town.clock_key,
        "VIRTUALOFFICE_JITSI_KEY": town.jitsi_key,
        "PYTHONPATH": str(CLOCK),
        "TOWN_IS_AHEAD_BY": str(town.ahead),
    }
