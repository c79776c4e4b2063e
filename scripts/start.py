"""Starts the demo town: makes its site once, then runs Zope and the clock beside it."""

from argparse import ArgumentParser
from clock import answers
from clock import INTERVAL
from clock import tick
from guard import AlreadyStarted
from guard import Claim
from guard import is_database_held
from guard import is_port_free
from guard import read_key
from instance import CHECKOUT
from instance import end
from instance import Instance
from pathlib import Path
from subprocess import Popen
from subprocess import TimeoutExpired
from types import FrameType
import os
import signal
import sys
import time


SITE = "musterstadt"
DEMO_SCRIPT = CHECKOUT / "scripts" / "demosite.py"
KEY_VARIABLE = "VIRTUALOFFICE_CLOCK_KEY"
STARTUP_LIMIT = 300  # seconds until the first page, on a slow machine

ADDRESSES = """
   The town           {url}/{site}
   Staff view         {url}/{site}/@@staff
   Log in             {url}/{site}/login

   Log-ins of this demo, for this machine only:
     admin                            password admin
     clerk1, clerk2, head, editor     password demo-musterstadt
"""


class Stopped(Exception):
    """Somebody pressed Ctrl-C or ended the program."""


class Refused(Exception):
    """It cannot start; the message says why and what to do."""


def main() -> int:
    instance = parse_arguments()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, raise_stopped)
    try:
        start(instance)
    except AlreadyStarted as running:
        show_running(instance, running.port)
    except Refused as refusal:
        print(f"\n!! {refusal}", file=sys.stderr)
        return 1
    except Stopped:
        say("Stopped.")
    return 0


def parse_arguments() -> Instance:
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=8080)
    parser.add_argument("--var", type=Path, default=CHECKOUT / "var")
    arguments = parser.parse_args()
    return Instance(var=arguments.var.resolve(), port=arguments.port)


def start(instance: Instance) -> None:
    claim = Claim(instance.var / "start.lock")
    check_free(instance)
    instance.configure()
    make_site(instance)
    key = os.environ.get(KEY_VARIABLE) or read_key(instance.var / "clock.key")
    say(f"Starting Plone on port {instance.port}")
    server = instance.serve({KEY_VARIABLE: key})
    try:
        wait_until_up(instance, server)
        claim.tell(instance.port)
        show_addresses(instance)
        keep_clock(f"{instance.url}/{SITE}", key, server)
    finally:
        stop(server)
    raise Refused(f"Plone stopped by itself.\n{last_lines(instance)}")


def check_free(instance: Instance) -> None:
    if not is_port_free(instance.port):
        raise Refused(
            f"Port {instance.port} is taken by another program, or not allowed. Stop "
            f"that one, or choose another port: make start PORT={instance.port + 1}"
        )
    # One that was killed a moment ago may still be closing its database.
    for _ in range(20):
        if not is_database_held(instance.database):
            return
        time.sleep(0.5)
    raise Refused(
        f"Another program has the database {instance.database} open, perhaps "
        "bin/instance. Stop it, then start again."
    )


def make_site(instance: Instance) -> None:
    """Make the demo once; a making that was interrupted has left nothing behind."""
    made = instance.database.with_name(f"{SITE}.made")
    if made.exists() and instance.database.exists():
        return
    say("Making the demo town Musterstadt, once; this takes about a minute")
    script = instance.run(DEMO_SCRIPT)
    try:
        if script.wait() != 0:
            raise Refused(f"Could not make the demo.\n{last_lines(instance)}")
    finally:
        stop(script)
    made.touch()


def wait_until_up(instance: Instance, server: Popen[bytes]) -> None:
    deadline = time.monotonic() + STARTUP_LIMIT
    while not answers(f"{instance.url}/{SITE}"):
        if server.poll() is not None or time.monotonic() > deadline:
            raise Refused(f"Plone did not start.\n{last_lines(instance)}")
        time.sleep(0.5)


def keep_clock(site: str, key: str, server: Popen[bytes]) -> None:
    """Tick until the server ends; tell a trouble once, not every time."""
    told: str | None = None
    while server.poll() is None:
        trouble = tick(site, key)
        if trouble != told:
            say(f"The clock: {trouble or 'works again'}")
            told = trouble
        wait_for_end(server, INTERVAL)


def wait_for_end(server: Popen[bytes], seconds: int) -> None:
    try:
        server.wait(seconds)
    except TimeoutExpired:
        return


def stop(process: Popen[bytes]) -> None:
    """End a process, whoever asks us to stop meanwhile."""
    if process.poll() is not None:
        return
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    end(process)


def show_addresses(instance: Instance) -> None:
    say("Musterstadt is open. Ctrl-C stops it.")
    print(ADDRESSES.format(url=instance.url, site=SITE))
    print(f"   What it says: {instance.var}/log/instance.log", flush=True)


def show_running(instance: Instance, port: int | None) -> None:
    if port is None:
        say("Another start is under way here; its window will say when it is done.")
        return
    say("Musterstadt is already running.")
    print(ADDRESSES.format(url=Instance(instance.var, port).url, site=SITE))


def last_lines(instance: Instance) -> str:
    lines = instance.console.read_text(errors="replace").splitlines()[-25:]
    return "\n".join([*lines, f"All of it is in {instance.console}"])


def say(text: str) -> None:
    print(f"\n== {text}", flush=True)


def raise_stopped(number: int, frame: FrameType | None) -> None:
    raise Stopped


if __name__ == "__main__":
    sys.exit(main())
