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
from phone import Phone
from phone import switched_on
from playwright.sync_api import BrowserContext
from playwright.sync_api import expect
from playwright.sync_api import Playwright
from proxied import behind_nginx
from proxied import Proxied
from running import CHROMIUM_ARGUMENTS
from running import running_town
from town import Office
from town import Town
from typing import Any
from words import GERMAN
from words import Words
import os
import pytest


# Nothing is measured here; a page that has to reload, ask and sleep may take its time.
PATIENCE = 45_000

expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    if "TOWN" in os.environ:
        ahead = os.environ.get("TOWN_IS_AHEAD_BY")
        key = os.environ.get("VIRTUALOFFICE_CLOCK_KEY", "")
        yield Town(os.environ["TOWN"], key, Path(ahead) if ahead else None)
        return
    with running_town(tmp_path_factory.mktemp("town")) as started:
        yield started


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


@pytest.fixture(scope="module")
def proxied(town: Town, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Proxied]:
    """The town as it is reached through nginx."""
    with behind_nginx(town, tmp_path_factory.mktemp("nginx")) as made:
        yield made


@pytest.fixture
def outside(proxied: Proxied, office: Office) -> Office:
    """This test's office at its address outside."""
    return proxied.office(office)


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
def phone(playwright: Playwright, tmp_path: Path) -> Iterator[Phone]:
    """A browser that is what it is: it sleeps, and keeps the pages it leaves."""
    with switched_on(playwright.chromium, tmp_path, GERMAN.locale) as made:
        yield made


@pytest.fixture
def desk(clerk: Callable[..., Clerk]) -> Clerk:
    """A clerk before the staff view, whose desk is open already."""
    made = clerk()
    made.office.open_desk(made.login)
    made.open_view()
    return made


@pytest.fixture
def erika(citizen: Callable[..., Citizen], desk: Clerk) -> Citizen:
    """Somebody whom the desk called and who went to the room; the clerk did not yet."""
    made = citizen()
    made.knock()
    desk.call_next()
    made.is_called()
    made.enter()
    return made
