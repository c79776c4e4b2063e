"""A real server with one office, and who may ask it."""

from collections.abc import Callable
from collections.abc import Iterator
from collective.virtualoffice.content.office import VirtualOffice
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.restapi.testing import RelativeSession
from typing import Any
import pytest
import transaction


PASSWORD = "correct horse battery"
ERIKA = {"name": "Erika Mustermann", "privacy_noted": True}


@pytest.fixture
def site(server: dict[str, Any]) -> Any:
    """A site in English and German, with the demonstration room."""
    api.portal.set_registry_record(
        "collective.virtualoffice.video_system", "demonstration"
    )
    api.portal.set_registry_record("plone.available_languages", ["en", "de"])
    api.portal.set_registry_record("plone.use_request_negotiation", True)
    transaction.commit()
    return server["portal"]


@pytest.fixture
def office(site: Any, make_office: Callable[..., VirtualOffice]) -> VirtualOffice:
    """An office open around the clock, with `clerk`, `colleague` and `head`."""
    office = make_office(id="mitte", phone="02000 123-0")
    for name, role in (
        ("clerk", "Office Clerk"),
        ("colleague", "Office Clerk"),
        ("head", "Office Head"),
        ("stranger", None),
    ):
        api.user.create(username=name, email=f"{name}@example.org", password=PASSWORD)
        if role:
            api.user.grant_roles(username=name, roles=[role], obj=office)
    transaction.commit()
    return office


@pytest.fixture
def log_in(office: VirtualOffice) -> Iterator[Callable[..., RelativeSession]]:
    """log_in(name) answers a session at the office; without a name, nobody's."""
    sessions = []

    def make(name: str | None = None, password: str = PASSWORD) -> RelativeSession:
        session = RelativeSession(office.absolute_url())
        session.headers["Accept"] = "application/json"
        session.auth = (name, password) if name else None
        sessions.append(session)
        return session

    yield make
    for session in sessions:
        session.close()


@pytest.fixture
def anon(log_in: Callable[..., RelativeSession]) -> RelativeSession:
    return log_in()


@pytest.fixture
def clerk(log_in: Callable[..., RelativeSession]) -> RelativeSession:
    return log_in("clerk")


@pytest.fixture
def colleague(log_in: Callable[..., RelativeSession]) -> RelativeSession:
    return log_in("colleague")


@pytest.fixture
def head(log_in: Callable[..., RelativeSession]) -> RelativeSession:
    return log_in("head")


@pytest.fixture
def stranger(log_in: Callable[..., RelativeSession]) -> RelativeSession:
    """Has an account, but no role in the office."""
    return log_in("stranger")


@pytest.fixture
def admin(log_in: Callable[..., RelativeSession]) -> RelativeSession:
    return log_in(SITE_OWNER_NAME, SITE_OWNER_PASSWORD)


@pytest.fixture
def open_desk() -> Callable[..., dict[str, Any]]:
    """open_desk(session, **wish) answers the desk."""

    def make(session: RelativeSession, **wish: Any) -> dict[str, Any]:
        answer = session.post("/@desk", json=wish)
        assert answer.status_code in (200, 201), answer.text
        return answer.json()["desk"]

    return make


@pytest.fixture
def desk(clerk: RelativeSession, open_desk: Callable[..., dict]) -> dict[str, Any]:
    """The clerk's open desk."""
    return open_desk(clerk, label="Schalter 1")


@pytest.fixture
def knock(anon: RelativeSession) -> Callable[..., dict[str, Any]]:
    """knock(**said) answers the new visit with its token."""

    def make(**said: Any) -> dict[str, Any]:
        answer = anon.post("/@visits", json={**ERIKA, **said})
        assert answer.status_code == 201, answer.text
        return answer.json()

    return make


@pytest.fixture
def visit(desk: dict[str, Any], knock: Callable[..., dict]) -> dict[str, Any]:
    """A visit that waits while the clerk's desk is open."""
    return knock()


@pytest.fixture
def called(clerk: RelativeSession, visit: dict[str, Any]) -> dict[str, Any]:
    """The same visit, called by the clerk."""
    answer = clerk.post("/@calls", json={})
    assert answer.status_code == 200, answer.text
    return visit


@pytest.fixture
def in_call(anon: RelativeSession, called: dict[str, Any]) -> dict[str, Any]:
    """The same visit, speaking with the clerk."""
    answer = anon.post(f"/@visits/{called['token']}/room", json={})
    assert answer.status_code == 200, answer.text
    return called
