"""A whole town for the browser: built, started and stopped as `make start` does it.

Each test has an office and clerks of its own in it, so that none depends on another.
To try a test quickly against a town that runs already, name it:
TOWN=http://localhost:8080/musterstadt.
"""

from collections.abc import Callable
from collections.abc import Iterator
from pathlib import Path
from people import Citizen
from people import Clerk
from playwright.sync_api import BrowserContext
from playwright.sync_api import expect
from secrets import token_hex
from town import Office
from town import Town
from typing import Any
from words import GERMAN
from words import Words
import os
import pytest
import socket
import subprocess
import sys


CHECKOUT = Path(__file__).resolve().parents[2]
START = CHECKOUT / "scripts" / "start.py"
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
# Nothing is measured here; a page that has to reload, ask and sleep may take its time.
PATIENCE = 45_000

expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    if "TOWN" in os.environ:
        yield Town(os.environ["TOWN"], os.environ.get("VIRTUALOFFICE_CLOCK_KEY", ""))
        return
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
def person(
    new_context: Callable[..., BrowserContext],
) -> Iterator[Callable[..., BrowserContext]]:
    """Makes people: each a browser of its own, none of whose scripts may fail."""
    broken: list[str] = []

    def make(language: str = "de-DE", **options: Any) -> BrowserContext:
        context = new_context(locale=language, **options)
        context.set_default_timeout(PATIENCE)
        context.on("weberror", lambda error: broken.append(str(error.error)))
        return context

    yield make
    assert broken == []


@pytest.fixture
def office(town: Town) -> Office:
    """An office of this test's own: open around the clock, nobody there."""
    return town.open_office()


@pytest.fixture
def citizen(
    office: Office, person: Callable[..., BrowserContext]
) -> Callable[..., Citizen]:
    """citizen(words, **options) sits before an empty page."""

    def make(words: Words = GERMAN, **options: Any) -> Citizen:
        return Citizen(person(words.locale, **options).new_page(), office, words)

    return make


@pytest.fixture
def clerk(
    office: Office, person: Callable[..., BrowserContext]
) -> Callable[..., Clerk]:
    """clerk(words, role, **options) is somebody new, logged in, without a desk."""

    def make(
        words: Words = GERMAN, role: str = "Office Clerk", **options: Any
    ) -> Clerk:
        page = person(words.locale, **options).new_page()
        made = Clerk(page, office, words, office.hire(role))
        made.log_in()
        return made

    return make


@pytest.fixture
def desk(clerk: Callable[..., Clerk]) -> Clerk:
    """A clerk with an open desk, before the staff view."""
    made = clerk()
    made.open_desk()
    return made


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
