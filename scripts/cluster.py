"""Several Zopes on one database, which a ZEO server holds, as a busy site has them.

``with shared_database(folder, 2) as zopes`` makes them ready, ``with serving(zopes)``
lets them answer, at ``zopes[0].url`` and ``zopes[1].url``.
"""

from clock import answers
from collections.abc import Iterator
from collections.abc import Sequence
from contextlib import contextmanager
from contextlib import ExitStack
from guard import is_port_free
from instance import end
from instance import free_port
from instance import Instance
from instance import launch
from pathlib import Path
from subprocess import Popen
import time


STARTUP_LIMIT = 300  # seconds until the first page, on a slow machine
ZEO_CONF = """
<zeo>
  address 127.0.0.1:{port}
</zeo>
<blobstorage 1>
  blob-dir {folder}/blobstorage
  <filestorage>
    path {folder}/filestorage/Data.fs
  </filestorage>
</blobstorage>
"""


class NotServing(Exception):
    """A process ended or does not answer; the message is what it said."""


@contextmanager
def shared_database(folder: Path, count: int) -> Iterator[list[Instance]]:
    """A ZEO server, and so many Zopes made ready on ports of their own.

    All is in ``folder``: the database, and a folder for each Zope. They share the
    token key and the blobs. No Zope serves yet: see `serving`. Raises NotServing.
    """
    for name in ("filestorage", "blobstorage", "instance"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    port = free_port()
    conf = folder / "zeo.conf"
    conf.write_text(ZEO_CONF.format(port=port, folder=folder))
    server = launch(
        ["-m", "ZEO.runzeo", "--", "-C", str(conf)], folder, {}, folder / "zeo.log"
    )
    try:
        _wait_for_port(port, server, folder / "zeo.log")
        yield [_zope(folder, port, number) for number in range(1, count + 1)]
    finally:
        end(server)


@contextmanager
def serving(
    zopes: Sequence[Instance], environment: dict[str, str] | None = None
) -> Iterator[None]:
    """Let these Zopes answer, all of them from the start. Raises NotServing."""
    with ExitStack() as stack:
        servers = []
        for zope in zopes:
            servers.append(zope.serve(environment or {}))
            stack.callback(end, servers[-1])
        for zope, server in zip(zopes, servers, strict=True):
            wait_until_up(zope, server)
        yield


def wait_until_up(zope: Instance, server: Popen[bytes]) -> None:
    """Until its first page. Raises NotServing."""
    deadline = time.monotonic() + STARTUP_LIMIT
    while not answers(zope.url):
        if server.poll() is not None or time.monotonic() > deadline:
            raise NotServing(zope.console.read_text(errors="replace")[-3000:])
        time.sleep(0.3)


def _wait_for_port(port: int, server: Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + STARTUP_LIMIT
    while is_port_free(port):
        if server.poll() is not None or time.monotonic() > deadline:
            raise NotServing(log.read_text(errors="replace")[-3000:])
        time.sleep(0.1)


def _zope(folder: Path, zeo: int, number: int) -> Instance:
    zope = Instance(folder / f"zope{number}", free_port(), shared=folder, zeo=zeo)
    zope.configure()
    return zope
