"""A whole town for the browser: built, started and stopped as `make start` does it."""

from collections.abc import Callable
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from playwright.sync_api import Browser
from playwright.sync_api import BrowserContext
from secrets import token_hex
from typing import Any
import os
import pytest
import requests
import socket
import subprocess
import sys


CHECKOUT = Path(__file__).resolve().parents[2]
START = CHECKOUT / "scripts" / "start.py"
PASSWORD = "demo-musterstadt"
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


@dataclass(frozen=True)
class Town:
    """The running demo, as its clerks and machines reach it beside the browser."""

    url: str
    clock_key: str

    def path(self, name: str) -> str:
        return f"{self.url}/{name}"

    def ask(self, method: str, url: str, user: str | None = None, **body: Any) -> Any:
        """The JSON answer of a REST call; fails where it is refused."""
        answer = requests.request(
            method,
            url,
            json=body if method != "GET" else None,
            auth=(user, PASSWORD) if user else None,
            headers={"Accept": "application/json"},
            timeout=60,
        )
        assert answer.ok, f"{method} {url}: {answer.status_code} {answer.text}"
        return answer.json() if answer.content else None


@pytest.fixture(scope="session")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    folder, port, key = tmp_path_factory.mktemp("town"), _free_port(), token_hex(32)
    server = subprocess.Popen(
        [sys.executable, str(START), "--var", str(folder), "--port", str(port)],
        env={**os.environ, "VIRTUALOFFICE_CLOCK_KEY": key},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        said = []
        for line in server.stdout:
            said.append(line)
            if "Ctrl-C stops it" in line:
                break
        else:
            pytest.fail("The town did not start:\n" + "".join(said))
        yield Town(f"http://localhost:{port}/musterstadt", key)
    finally:
        server.terminate()
        server.wait(60)


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    return {"executable_path": os.environ["CHROMIUM"], "args": CHROMIUM_ARGUMENTS}


@pytest.fixture
def person(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """Makes people: each a browser of its own, closed at the end."""
    contexts: list[BrowserContext] = []

    def make(language: str = "de-DE", **options: Any) -> BrowserContext:
        context = browser.new_context(locale=language, **options)
        contexts.append(context)
        return context

    yield make
    for context in contexts:
        context.close()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
