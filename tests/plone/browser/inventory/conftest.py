"""Services of a town, and who keeps them in order."""

from collections.abc import Callable
from plone import api
from plone.testing.zope import Browser
from typing import Any
import pytest
import transaction


PASSWORD = "correct horse battery"


@pytest.fixture
def site(functional_portal: Any, make_office: Callable, make_service: Callable) -> Any:
    """Two offices, three services: about the dog there is nothing to say by video."""
    with api.env.adopt_roles(["Manager"]):
        api.portal.set_registry_record("plone.available_languages", ["en", "de"])
    mitte = make_office(id="mitte", title="Mitte")
    make_office(id="nord", title="Nord")
    make_service([mitte], id="hund", title="Hund anmelden", video=None)
    make_service([mitte], id="umzug", title="Umzug melden", maturity="3")
    make_service(id="wohngeld", title="=Wohngeld", subject=("Geld",))
    for name, role in (("editor", "Editor"), ("reviewer", "Site Administrator")):
        api.user.create(username=name, email=f"{name}@example.org", password=PASSWORD)
        api.user.grant_roles(username=name, roles=[role])
    transaction.commit()
    return functional_portal


@pytest.fixture
def log_in(site: Any, functional: Any) -> Callable[..., Browser]:
    """log_in(name) answers a browser; without a name, nobody's."""

    def make(name: str | None = None) -> Browser:
        browser = Browser(functional["app"])
        browser.handleErrors = True
        browser.raiseHttpErrors = False
        browser.addHeader("Accept-Language", "en")
        if name:
            browser.addHeader("Authorization", f"Basic {name}:{PASSWORD}")
        return browser

    return make


@pytest.fixture
def inventory(site: Any, log_in: Callable[..., Browser]) -> Browser:
    """The editor in front of the inventory."""
    browser = log_in("editor")
    browser.open(f"{site.absolute_url()}/@@service-inventory")
    return browser


@pytest.fixture
def administrator(site: Any, log_in: Callable[..., Browser]) -> Browser:
    """Somebody who may release pages."""
    browser = log_in("reviewer")
    browser.open(f"{site.absolute_url()}/@@service-inventory")
    return browser
