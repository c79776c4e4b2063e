"""The Zope that is measured: the demo town and one office more, on data of its own."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from instance import free_port
from instance import Instance
from instance import INTERPRETER
from instance import SCRIPTS
from load import Call
from load import Client
from pathlib import Path
from subprocess import Popen
import base64
import os
import sys
import time


HERE = Path(__file__).resolve().parent
SITE = "/musterstadt"
OFFICE = f"{SITE}/bench"
STAFF = (("Authorization", "Basic " + base64.b64encode(b"admin:admin").decode()),)


@dataclass(frozen=True)
class Zope:
    """One that answers; ``database`` is its Data.fs."""

    port: int
    process: int
    database: Path


@contextmanager
def running(folder: Path, **environment: str) -> Iterator[Zope]:
    """A site made anew in ``folder``, answering until the end of the block."""
    instance = Instance(var=folder, port=free_port())
    make_site(instance)
    server = serve(instance, environment)
    try:
        wait_until_up(instance, server)
        yield Zope(instance.port, server.pid, instance.database)
    finally:
        server.terminate()
        server.wait()


def make_site(instance: Instance) -> None:
    os.environ["PYTHONPATH"] = f"{HERE}{os.pathsep}{SCRIPTS}"
    instance.configure()
    say("Making a site to measure")
    if instance.run(HERE / "prepare.py").wait():
        sys.exit(last_words(instance))


def serve(instance: Instance, environment: dict[str, str]) -> Popen[bytes]:
    """The demo's Zope with the trivial services; its PYTHONPATH comes last."""
    path = [os.environ["PYTHONPATH"], environment.get("PYTHONPATH")]
    own = {**environment, "PYTHONPATH": os.pathsep.join(filter(None, path))}
    configuration = instance.var / "etc" / "wsgi.ini"
    with instance.console.open("ab") as console:
        return Popen(
            [INTERPRETER, HERE / "server.py", configuration, str(instance.port)],
            cwd=instance.var,
            env={**os.environ, **own},
            stdout=console,
            stderr=console,
        )


def wait_until_up(instance: Instance, server: Popen[bytes]) -> None:
    while server.poll() is None:
        try:
            Client(instance.port).send(Call("GET", f"{SITE}/@site"))
        except OSError:
            time.sleep(0.2)
        else:
            return
    sys.exit(last_words(instance))


def last_words(instance: Instance) -> str:
    return instance.console.read_text(errors="replace")[-3000:]


def say(text: str) -> None:
    print(f"== {text}", file=sys.stderr, flush=True)
