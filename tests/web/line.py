"""The line between a proxy and Zope: it counts, and it can be held up or cut."""

from collections.abc import Callable
from collections.abc import Iterator
from contextlib import contextmanager
from contextlib import suppress
from threading import Event
from threading import Thread
import re
import socket


HEAD = re.compile(rb"([A-Z]+) (\S+) HTTP/1\.1\r\n")
CHUNK = 65_536


class Line:
    """Listens on ``port`` and passes everything on to the port of Zope.

    ``asked`` are the requests that came over it, as method and path, ``heads`` with
    their headers.
    """

    def __init__(self, zope: int) -> None:
        self.zope = zope
        self.asked: list[tuple[str, str]] = []
        self.heads: list[bytes] = []
        self.open = Event()
        self.open.set()
        self.ends: list[socket.socket] = []
        self.listener = self._listen(0)

    @property
    def port(self) -> int:
        return self.listener.getsockname()[1]

    def times(self, name: str) -> int:
        """How often something with this in its path was asked."""
        return sum(name in path for _, path in self.asked)

    @contextmanager
    def held(self) -> Iterator[None]:
        """Zope is slow: nothing gets through meanwhile."""
        self.open.clear()
        yield
        self.open.set()

    @contextmanager
    def cut(self) -> Iterator[None]:
        """Zope is not there."""
        port = self.port
        self.close()
        yield
        self.listener = self._listen(port)

    def close(self) -> None:
        for each in (self.listener, *self.ends):
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
            each.close()
        self.ends.clear()

    def _listen(self, port: int) -> socket.socket:
        listener = socket.create_server(("127.0.0.1", port), backlog=512)
        Thread(target=self._accept, args=(listener,), daemon=True).start()
        return listener

    def _accept(self, listener: socket.socket) -> None:
        with suppress(OSError):
            while True:
                proxy, _ = listener.accept()
                zope = socket.create_connection(("127.0.0.1", self.zope))
                self.ends += (proxy, zope)
                for way in ((proxy, zope, self._note), (zope, proxy)):
                    Thread(target=pass_on, args=way, daemon=True).start()

    def _note(self, chunk: bytes) -> None:
        """nginx writes each head at once: a chunk that begins like one is one."""
        if head := HEAD.match(chunk):
            self.asked.append((head[1].decode(), head[2].decode()))
            self.heads.append(chunk.partition(b"\r\n\r\n")[0])
        self.open.wait()


def pass_on(
    source: socket.socket,
    target: socket.socket,
    note: Callable[[bytes], None] | None = None,
) -> None:
    with suppress(OSError):
        while chunk := source.recv(CHUNK):
            if note is not None:
                note(chunk)
            target.sendall(chunk)
    for each in (source, target):
        with suppress(OSError):
            each.shutdown(socket.SHUT_RDWR)
