"""Fixtures for everything that needs a Plone site."""

from collections.abc import Callable
from collective.virtualoffice.content import leaving
from collective.virtualoffice.content.office import VirtualOffice
from collective.virtualoffice.content.service import Service
from collective.virtualoffice.testing import FUNCTIONAL_TESTING
from collective.virtualoffice.testing import INTEGRATION_TESTING
from collective.virtualoffice.testing import SERVER_TESTING
from datetime import time
from plone import api
from pytest_plone import fixtures_factory
from typing import Any
from z3c.relationfield import RelationValue
from zope.component import getUtility
from zope.intid.interfaces import IIntIds
import pytest


globals().update(
    fixtures_factory(
        (
            (FUNCTIONAL_TESTING, "functional"),
            (INTEGRATION_TESTING, "integration"),
            (SERVER_TESTING, "server"),
        )
    )
)

AROUND_THE_CLOCK = [
    {"weekday": day, "opens": time(0), "closes": time(0)}
    for day in ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
]


def published(portal_type: str, defaults: dict[str, Any]) -> Callable[..., Any]:
    """What makes published content of a type in the current site."""

    def make(**values: Any) -> Any:
        wanted = {**defaults, **values}
        container = wanted.pop("container", None)
        with api.env.adopt_roles(["Manager"]):
            item = api.content.create(
                container=container if container is not None else api.portal.get(),
                type=portal_type,
                **wanted,
            )
            api.content.transition(item, "publish")
            item.reindexObject()
        return item

    return make


@pytest.fixture
def make_office() -> Callable[..., VirtualOffice]:
    """make_office(**fields) answers a published office, open around the clock."""
    return published(
        "VirtualOffice",
        {"title": "Bürgerbüro", "opening_hours": AROUND_THE_CLOCK},
    )


@pytest.fixture
def relate() -> Callable[..., list]:
    """relate(office, …) answers relations for the field `offices` of a service."""

    def relations(*offices: VirtualOffice) -> list[RelationValue]:
        ids = getUtility(IIntIds)
        return [RelationValue(ids.getId(office)) for office in offices]

    return relations


@pytest.fixture
def make_service(relate: Callable[..., list]) -> Callable[..., Service]:
    """make_service(offices=[…], **fields) answers a published service."""
    make = published("Service", {"title": "Wohnsitz anmelden", "video": "complete"})

    def make_for(offices: list[VirtualOffice] | None = None, **values: Any) -> Service:
        return make(offices=relate(*(offices or ())), **values)

    return make_for


@pytest.fixture
def occupied(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three people are inside of every office."""
    monkeypatch.setattr(leaving, "people_inside", lambda office: 3)
