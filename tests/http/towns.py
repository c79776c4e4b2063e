"""The two ways to run the built instance: alone on its database, and beside another."""

from cluster import serving
from cluster import shared_database
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from instance import Instance
from instance import SCRIPTS
from pathlib import Path
from running import CLOCK
from running import running_town
from secrets import token_hex
from shutil import copytree
from town import Town
from urllib.parse import urlsplit


ALONE = "one process on FileStorage"
BESIDE = "two processes on ZEO"


@dataclass(frozen=True)
class Served:
    """A running town, the ports of its processes, and the file of its database."""

    town: Town
    ports: tuple[int, ...]
    database: Path


def make_town(folder: Path) -> Instance:
    """A demo that does not run; to be copied."""
    made = Instance(folder, 0)
    made.configure()
    if made.run(SCRIPTS / "demosite.py").wait():
        raise RuntimeError(made.console.read_text(errors="replace")[-3000:])
    (made.database.parent / "musterstadt.made").touch()
    return made


@contextmanager
def serve(way: str, made: Instance, folder: Path) -> Iterator[Served]:
    """A copy of a town that was made, served in one of the two ways."""
    for data in ("filestorage", "blobstorage"):
        copytree(made.var / data, folder / data)
    with WAYS[way](folder) as served:
        yield served


@contextmanager
def _alone(folder: Path) -> Iterator[Served]:
    """As ``make start`` runs it, with the clock."""
    with running_town(folder) as town:
        port = urlsplit(town.url).port
        yield Served(town, (port,), folder / "filestorage" / "Data.fs")


@contextmanager
def _beside(folder: Path) -> Iterator[Served]:
    ahead, key = folder / "ahead", token_hex(32)
    ahead.write_text("0")
    environment = {
        "PYTHONPATH": str(CLOCK),
        "TOWN_IS_AHEAD_BY": str(ahead),
        "VIRTUALOFFICE_CLOCK_KEY": key,
    }
    with shared_database(folder, 2) as zopes, serving(zopes, environment):
        town = Town(f"{zopes[0].url}/musterstadt", key, ahead, folder)
        ports = tuple(zope.port for zope in zopes)
        yield Served(town, ports, folder / "filestorage" / "Data.fs")


WAYS = {ALONE: _alone, BESIDE: _beside}
