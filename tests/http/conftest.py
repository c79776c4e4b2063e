"""The built instance, and sixteen clients before it.

Every test runs against one process on FileStorage and against two on ZEO.
"""

from beacon import Beacon
from collections.abc import Iterator
from instance import Instance
from sixteen import Crowd
from sixteen import SIZE
from stage import Stage
from town import ADMIN
from town import Office
from town import PASSWORD
from town import Town
from towns import ALONE
from towns import BESIDE
from towns import make_town
from towns import serve
from towns import Served
import pytest


CLERKS = [f"race-clerk-{number}" for number in range(SIZE)]


@pytest.fixture(scope="session")
def made_town(tmp_path_factory: pytest.TempPathFactory) -> Instance:
    return make_town(tmp_path_factory.mktemp("made"))


@pytest.fixture(scope="session", params=[ALONE, BESIDE])
def served(
    request: pytest.FixtureRequest,
    made_town: Instance,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("town")
    with serve(request.param, made_town, folder) as served:
        hire(served.town)
        yield served


@pytest.fixture(scope="session")
def crowd(served: Served) -> Crowd:
    return Crowd(served.ports)


@pytest.fixture(scope="session")
def beacon(served: Served) -> Beacon:
    return Beacon(served.town.open_office(), served.ports)


@pytest.fixture
def stage(served: Served, crowd: Crowd, beacon: Beacon) -> Iterator[Stage]:
    """An office of this test's own, whose clerks have no desk yet."""
    office = served.town.open_office()
    appoint(office)
    stage = Stage(office, crowd, CLERKS, beacon)
    beacon.pass_through()
    yield stage
    stage.clear()


def hire(town: Town) -> None:
    for name in CLERKS:
        email = f"{name}@example.org"
        person = {"username": name, "email": email, "password": PASSWORD}
        town.ask("POST", town.path("@users"), ADMIN, **person)


def appoint(office: Office) -> None:
    roles = {"Office Clerk": True}
    entries = [{"id": name, "type": "user", "roles": roles} for name in CLERKS]
    office.town.ask("POST", office.path("@sharing"), ADMIN, entries=entries)
