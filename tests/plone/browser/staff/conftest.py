"""An office with its people, and what they do on the staff view."""

from collections.abc import Callable
from collective.virtualoffice.domain.waiting import calling
from collective.virtualoffice.domain.waiting import knocking
from collective.virtualoffice.domain.waiting import staying
from collective.virtualoffice.domain.waiting.knock import Knock
from collective.virtualoffice.usecases.desks import open_desk
from collective.virtualoffice.usecases.desks import Wish
from collective.virtualoffice.usecases.floor import act
from collective.virtualoffice.usecases.floor import read_floor
from datetime import datetime
from datetime import UTC
from plone import api
from plone.testing.zope import Browser
from typing import Any
from uuid import uuid4
from zope.component.hooks import setSite
from zope.globalrequest import setRequest
import pytest
import transaction


PASSWORD = "correct horse battery"
PEOPLE = {
    "clerk": ("mitte", "Office Clerk"),
    "colleague": ("mitte", "Office Clerk"),
    "head": ("mitte", "Office Head"),
    "stranger": ("nord", "Office Clerk"),
    "editor": (None, None),
}


@pytest.fixture
def site(functional_portal: Any, make_office: Callable[..., Any]) -> Any:
    """Two offices; the people of `mitte`, one of `nord`, one of nowhere."""
    api.portal.set_registry_record(
        "collective.virtualoffice.video_system", "demonstration"
    )
    for id in ("mitte", "nord"):
        make_office(id=id, title=f"Bürgerbüro {id.title()}")
    for name, (office, role) in PEOPLE.items():
        api.user.create(username=name, email=f"{name}@example.org", password=PASSWORD)
        if office:
            api.user.grant_roles(
                username=name, roles=[role], obj=functional_portal[office]
            )
    transaction.commit()
    return functional_portal


@pytest.fixture
def office(site: Any) -> Any:
    return site["mitte"]


@pytest.fixture
def log_in(site: Any, functional: Any) -> Callable[..., Browser]:
    """log_in(name) answers a browser; without a name, nobody's."""

    def make(name: str | None = None) -> Browser:
        browser = Browser(functional["app"])
        browser.handleErrors = True
        browser.raiseHttpErrors = False
        if name:
            browser.addHeader("Authorization", f"Basic {name}:{PASSWORD}")
        return browser

    return make


class Staff:
    """Somebody in front of the staff view of an office."""

    def __init__(self, browser: Browser, office: Any) -> None:
        self.browser = browser
        self.url = f"{office.absolute_url()}/@@staff"

    def look(self) -> str:
        self.browser.open(self.url)
        return self.browser.contents

    def form(self, deed: str, visit: str | None = None) -> Any:
        """The form of the staff view that asks for a deed."""
        self.look()
        return self.find(deed, visit)

    def find(self, deed: str, visit: str | None = None) -> Any:
        """The form of the page at hand that asks for a deed."""
        for index in range(200):
            form = self.browser.getForm(index=index)
            if _value(form, "deed") == deed and visit in (None, _value(form, "visit")):
                return form
        raise LookupError(deed)

    def may(self, deed: str, visit: str | None = None) -> bool:
        try:
            return self.form(deed, visit) is not None
        except LookupError:
            return False

    def do(self, deed: str, visit: str | None = None, **fields: str) -> str:
        """Fill in the form and send it; the page that follows."""
        return self.send(self.form(deed, visit), **fields)

    def send(self, form: Any, **fields: str) -> str:
        for name, value in fields.items():
            control = form.getControl(name=name)
            control.value = [value] if hasattr(control, "options") else value
        form.submit()
        return self.browser.contents


def _value(form: Any, name: str) -> str:
    try:
        return form.getControl(name=name).value
    except LookupError:
        return ""


@pytest.fixture
def clerk(log_in: Callable[..., Browser], office: Any) -> Staff:
    return Staff(log_in("clerk"), office)


@pytest.fixture
def colleague(log_in: Callable[..., Browser], office: Any) -> Staff:
    return Staff(log_in("colleague"), office)


@pytest.fixture
def head(log_in: Callable[..., Browser], office: Any) -> Staff:
    return Staff(log_in("head"), office)


@pytest.fixture
def act_here(site: Any, office: Any) -> Callable[..., Any]:
    """act_here(deed, now) decides in the office without a browser."""

    def make(deed: Callable[[Any], Any], now: datetime | None = None) -> Any:
        be_here(site)
        return act(office, now or datetime.now(UTC), deed)

    return make


def be_here(site: Any) -> None:
    """A request of a browser leaves nothing behind."""
    setSite(site)
    setRequest(site.REQUEST)


@pytest.fixture
def open_at(site: Any, office: Any) -> Callable[..., None]:
    """open_at(clerk, label, now) opens a desk without a browser."""

    def make(
        clerk: str = "clerk",
        label: str = "Schalter 1",
        now: datetime | None = None,
        **wish: Any,
    ) -> None:
        be_here(site)
        open_desk(office, clerk, Wish(label, **wish), now or datetime.now(UTC))

    return make


@pytest.fixture
def knock(act_here: Callable[..., Any]) -> Callable[..., str]:
    """knock(name, …) answers the id of a new visit."""

    def make(
        name: str = "Erika Mustermann", now: datetime | None = None, **said: Any
    ) -> str:
        key, wish = uuid4().hex, Knock(name, **said)
        knocked = act_here(
            lambda floor: knocking.knock(floor, wish, key, None, None, 0), now
        )
        return knocked.visit.id

    return make


@pytest.fixture
def visit(open_at: Callable[..., None], knock: Callable[..., str]) -> str:
    """Somebody waits while the clerk's desk is open."""
    open_at()
    return knock()


@pytest.fixture
def called(act_here: Callable[..., Any], visit: str) -> str:
    act_here(lambda floor: calling.call(floor, "clerk", visit))
    return visit


@pytest.fixture
def in_call(act_here: Callable[..., Any], called: str) -> str:
    act_here(lambda floor: staying.answer(floor, floor.room.visit(called)))
    return called


@pytest.fixture
def floor(site: Any, office: Any) -> Callable[..., Any]:
    """floor() answers the office as it is now."""

    def read() -> Any:
        be_here(site)
        transaction.begin()
        return read_floor(office, datetime.now(UTC))

    return read


@pytest.fixture
def state(floor: Callable[..., Any]) -> Callable[[str], str]:
    """state(id) answers where a visit stands now."""
    return lambda id: floor().see(floor().room.visit(id)).state
