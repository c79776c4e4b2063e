"""The real server on a FileStorage of its own, to be killed and started again."""

from instance import free_port
from instance import Instance
from instance import SCRIPTS
from pathlib import Path
from subprocess import Popen
from time import monotonic
from time import sleep
from typing import Any
from wire import Client
import json
import os
import secrets
import sys


HERE = Path(__file__).resolve().parent
STARTUP_LIMIT = 300


class Server:
    """``key`` is the clock's. Start it in the main thread: Linux ends it with that."""

    process: Popen[bytes] | None = None

    def __init__(self, folder: Path) -> None:
        self.instance = Instance(var=folder, port=free_port())
        self.instance.configure()
        self.key = secrets.token_urlsafe(32)

    @property
    def port(self) -> int:
        return self.instance.port

    def prepare(self, clerks: list[str]) -> None:
        os.environ["CRASH_CLERKS"] = " ".join(clerks)
        os.environ["PYTHONPATH"] = str(SCRIPTS)
        self.run("prepare.py")

    def books(self) -> dict[str, Any]:
        """What the stopped server left in its database."""
        self.run("books.py")
        return json.loads((self.instance.var / "books.json").read_text())

    def run(self, script: str) -> None:
        if self.instance.run(HERE / script).wait():
            sys.exit(self.last_words())

    def start(self) -> None:
        self.process = self.instance.serve({"VIRTUALOFFICE_CLOCK_KEY": self.key})

    def wait_until_up(self) -> None:
        deadline = monotonic() + STARTUP_LIMIT
        client = Client(self.port)
        while not client.send("GET", "/musterstadt/@site").is_good:
            if self.process.poll() is not None or monotonic() > deadline:
                sys.exit(self.last_words())
            sleep(0.2)

    def kill(self) -> None:
        """SIGKILL: nothing is closed, nothing is written any more."""
        self.process.kill()
        self.process.wait()

    def stop(self) -> None:
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()
            self.process.wait()

    def last_words(self) -> str:
        return self.instance.console.read_text(errors="replace")[-3000:]
