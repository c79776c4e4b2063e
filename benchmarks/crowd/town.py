"""The town behind nginx, for as long as the crowd is there."""

from clock import answers
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from instance import free_port
from instance import Instance
from instance import SCRIPTS
from pathlib import Path
from proxy import Proxy
from subprocess import Popen
import os
import sys
import time


HERE = Path(__file__).resolve().parent
STARTUP_LIMIT = 300


@dataclass(frozen=True)
class Town:
    proxy: Proxy
    zope: Popen[bytes]


@contextmanager
def running_town(folder: Path, clients: int) -> Iterator[Town]:
    """One Zope with one office, and the nginx of docs/nginx.conf before it."""
    instance = Instance(var=folder / "zope", port=free_port())
    instance.configure()
    os.environ["PYTHONPATH"] = f"{HERE.parent}{os.pathsep}{SCRIPTS}"
    if instance.run(HERE / "prepare.py").wait():
        sys.exit(instance.console.read_text()[-3000:])
    zope = instance.serve({})
    proxy = Proxy(os.environ["NGINX"], folder / "nginx", instance.port, clients)
    try:
        wait_until_up(instance, zope)
        proxy.start()
        yield Town(proxy, zope)
    finally:
        proxy.stop()
        zope.terminate()
        zope.wait()


def wait_until_up(instance: Instance, zope: Popen[bytes]) -> None:
    deadline = time.monotonic() + STARTUP_LIMIT
    while not answers(f"{instance.url}/musterstadt"):
        if zope.poll() is not None or time.monotonic() > deadline:
            sys.exit(instance.console.read_text()[-3000:])
        time.sleep(0.5)
