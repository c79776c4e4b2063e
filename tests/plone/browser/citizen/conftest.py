"""An office, somebody in front of it, and what its clerks do."""

from collections.abc import Callable
from collective.virtualoffice.domain.waiting import calling
from collective.virtualoffice.domain.waiting import staying
from collective.virtualoffice.domain.waiting.knock import Knock
from collective.virtualoffice.domain.waiting.visit import Visit
from collective.virtualoffice.usecases.desks import open_desk
from collective.virtualoffice.usecases.desks import Wish
from collective.virtualoffice.usecases.floor import act
from collective.virtualoffice.usecases.floor import act_as_visitor
from collective.virtualoffice.usecases.floor import visit_token
from collective.virtualoffice.usecases.knocking import knock as knock_at
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from plone import api
from plone.testing.zope import Browser
from typing import Any
from uuid import uuid4
import pytest
import transaction


@pytest.fixture
def office(functional_portal: Any, make_office: Callable[..., Any]) -> Any:
    """Open around the clock, German and English spoken; the site speaks both."""
    record = api.portal.set_registry_record
    record("collective.virtualoffice.video_system", "demonstration")
    record("plone.available_languages", ["en", "de"])
    record("plone.use_request_negotiation", True)
    made = make_office(
        id="mitte",
        title="Bürgerbüro Mitte",
        phone="02000 115-0",
        address="Rathausplatz 1\n12345 Musterstadt",
        languages=["de", "en"],
    )
    transaction.commit()
    return made


@pytest.fixture
def browse(functional: Any) -> Callable[..., Browser]:
    """browse(url, language, **headers) answers a citizen's browser on that page."""

    def make(url: str, language: str = "en", **headers: str) -> Browser:
        browser = Browser(functional["app"])
        browser.handleErrors = False
        browser.raiseHttpErrors = False
        browser.addHeader("Accept-Language", language)
        for name, value in headers.items():
            browser.addHeader(name.replace("_", "-"), value)
        browser.open(url)
        return browser

    return make


class Clerk:
    """A clerk of the office, without a browser."""

    def __init__(self, office: Any) -> None:
        self.office = office

    def open(self, label: str = "Schalter 1", **wish: Any) -> None:
        open_desk(self.office, "clerk", Wish(label, **wish), datetime.now(UTC))
        transaction.commit()

    def do(self, deed: Callable[..., Any], *args: Any, ago: int = 0) -> Any:
        """A deed of a clerk, some minutes ago."""
        now = datetime.now(UTC) - timedelta(minutes=ago)
        return act(self.office, now, lambda floor: deed(floor, "clerk", *args))

    def decide(self, deed: Callable[..., Any], *args: Any) -> Any:
        return act(self.office, datetime.now(UTC), lambda floor: deed(floor, *args))


@pytest.fixture
def clerk(office: Any) -> Clerk:
    """Somebody with an open desk."""
    clerk = Clerk(office)
    clerk.open()
    return clerk


@pytest.fixture
def knock(office: Any) -> Callable[..., Visit]:
    """knock(name, ago=minutes, …) answers a visit; a desk has to be open."""

    def make(name: str = "Erika Mustermann", ago: int = 0, **said: Any) -> Visit:
        now = datetime.now(UTC) - timedelta(minutes=ago)
        said = {"page_language": "en", **said}
        return knock_at(office, Knock(name, **said), uuid4().hex, None, now).visit

    return make


@pytest.fixture
def called(clerk: Clerk, knock: Callable[..., Visit]) -> Visit:
    """Somebody whom the desk calls."""
    visit = knock()
    clerk.do(calling.call, visit.id)
    return visit


@pytest.fixture
def answered(office: Any, called: Visit) -> Visit:
    """Somebody who answered the call."""
    act_as_visitor(office, visit_token(called), datetime.now(UTC), staying.answer)
    return called


@pytest.fixture
def page_of(office: Any) -> Callable[[Visit], str]:
    """page_of(visit) answers the address behind its private link."""
    return lambda visit: f"{office.absolute_url()}/@@visit/{visit_token(visit)}"


@pytest.fixture
def visit_page(browse: Callable[..., Browser], page_of: Callable[[Visit], str]) -> Any:
    """visit_page(visit) answers a browser on its page."""
    return lambda visit, **how: browse(page_of(visit), **how)


@pytest.fixture
def press() -> Callable[[Browser, str], Browser]:
    """press(browser, action) presses the first button that sends this action."""

    def make(browser: Browser, action: str) -> Browser:
        for index in range(10):
            form = browser.getForm(index=index)
            buttons = form.controls
            if any(getattr(each, "value", None) == action for each in buttons):
                break
        control = next(
            each for each in form.controls if getattr(each, "value", None) == action
        )
        control.click()
        return browser

    return make


@pytest.fixture
def sign() -> Callable[[Visit], str]:
    """sign(visit) is what the demonstration room shows of the name of its room."""
    return lambda visit: f"{visit.progress.room[:4]} {visit.progress.room[4:8]}"
