"""A town of its own: what is tried there ends days and makes time pass."""

from cast import Cast
from collections.abc import Iterator
from running import running_town
from town import Town
import pytest


ROLES = {"citizen": "Office Clerk", "clerk": "Office Clerk", "head": "Office Head"}


@pytest.fixture(scope="session")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    """One address may knock as often as it likes."""
    with running_town(tmp_path_factory.mktemp("town")) as started:
        started.set(knocks_per_address=1_000_000)
        yield started


@pytest.fixture(scope="session")
def casts(town: Town) -> dict[str, Cast]:
    """An office for each who asks, and who serves it."""
    return {name: make_cast(town, role) for name, role in ROLES.items()}


def make_cast(town: Town, role: str) -> Cast:
    office = town.open_office(max_waiting=1000)
    return Cast(office, office.hire(role), office.hire("Office Clerk"))


@pytest.fixture
def cast(casts: dict[str, Cast], who: str) -> Cast:
    """The one whose office it is, where nobody waits."""
    casts[who].clear()
    return casts[who]
