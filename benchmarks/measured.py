"""The Zopes that are measured: the demo town and offices of its own, on own data."""

from cluster import shared_database
from cluster import wait_until_up
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from contextlib import contextmanager
from contextlib import ExitStack
from dataclasses import dataclass
from instance import end
from instance import free_port
from instance import Instance
from instance import launch
from instance import SCRIPTS
from pathlib import Path
from subprocess import Popen
import json
import os
import sys


HERE = Path(__file__).resolve().parent
SITE = "/musterstadt"
TWO = 2


@dataclass(frozen=True)
class Zope:
    """One that answers, with its process."""

    port: int
    process: int


@contextmanager
def running(
    folder: Path, offices: Mapping[str, int], services: int = 0, **environment: str
) -> Iterator[tuple[Zope, Instance]]:
    """A site made anew on FileStorage, answering until the end of the block.

    ``offices`` says how many wait in each of them; ``services`` are in a folder.
    """
    instance = Instance(var=folder, port=free_port())
    instance.configure()
    make_site(instance, offices, services)
    with answering([instance], environment) as [zope]:
        yield zope, instance


@contextmanager
def sharing(folder: Path, offices: Mapping[str, int]) -> Iterator[list[Instance]]:
    """The same on ZEO, for two processes, none of which answers yet."""
    with shared_database(folder, TWO) as instances:
        make_site(instances[0], offices)
        yield instances


@contextmanager
def answering(
    instances: Sequence[Instance], environment: Mapping[str, str]
) -> Iterator[list[Zope]]:
    with ExitStack() as stack:
        servers = [serve(each, environment) for each in instances]
        for server in servers:
            stack.callback(end, server)
        for instance, server in zip(instances, servers, strict=True):
            wait_until_up(instance, server)
        yield [
            Zope(instance.port, server.pid)
            for instance, server in zip(instances, servers, strict=True)
        ]


def make_site(
    instance: Instance, offices: Mapping[str, int], services: int = 0
) -> None:
    os.environ["PYTHONPATH"] = f"{HERE}{os.pathsep}{SCRIPTS}"
    os.environ["BENCH_OFFICES"] = json.dumps(offices)
    os.environ["BENCH_SERVICES"] = str(services)
    say("Making a site to measure")
    if instance.run(HERE / "prepare.py").wait():
        sys.exit(instance.console.read_text(errors="replace")[-3000:])


def serve(instance: Instance, environment: Mapping[str, str]) -> Popen[bytes]:
    """The demo's Zope with the trivial services; a PYTHONPATH of its own comes last."""
    path = [os.environ["PYTHONPATH"], environment.get("PYTHONPATH")]
    own = {**environment, "PYTHONPATH": os.pathsep.join(filter(None, path))}
    configuration = instance.var / "etc" / "wsgi.ini"
    arguments = [str(HERE / "server.py"), str(configuration), str(instance.port)]
    return launch(arguments, instance.var, own, instance.console)


def say(text: str) -> None:
    print(f"== {text}", file=sys.stderr, flush=True)
