"""Services of a site of our own, and its finder."""

from collections.abc import Callable
from collective.virtualoffice.domain.services.search import Search
from collective.virtualoffice.usecases.finding import find
from collective.virtualoffice.usecases.finding import Finding
from datetime import datetime
from datetime import UTC
from plone import api
from typing import Any
import pytest


@pytest.fixture
def seek(portal: Any) -> Callable[..., Finding]:
    """seek(container, **said) is what is found below it."""

    def make(container: Any = None, **said: Any) -> Finding:
        place = container if container is not None else api.portal.get()
        return find(place, Search(**said), datetime.now(UTC))

    return make


@pytest.fixture
def titles(seek: Callable[..., Finding]) -> Callable[..., list[str]]:
    """titles(container, **said) are the titles of what is found."""

    def make(container: Any = None, **said: Any) -> list[str]:
        return [offer.brain.Title for offer in seek(container, **said).offers]

    return make
