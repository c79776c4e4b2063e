"""One browser's connection: HTTPS, kept alive, one question at a time."""

from dataclasses import dataclass
from dataclasses import field
from gzip import decompress
from json import dumps
from json import loads
from pathlib import Path
from tally import Tally
from time import monotonic
from typing import Any
import asyncio
import ssl


JSON = {"Accept": "application/json", "Content-Type": "application/json"}
PACKED = {"Accept-Encoding": "gzip"}
CONFLICT = 409
PATIENCE = 15  # seconds, as the pages have


class Refused(Exception):
    """An answer that no page should get here; the tally has it."""


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    content: bytes

    @property
    def data(self) -> Any:
        return loads(self.content) if self.content else None


@dataclass(frozen=True)
class Place:
    """Where the site is, and how its certificate is known."""

    host: str
    port: int
    certificate: Path
    trust: ssl.SSLContext = field(init=False)

    def __post_init__(self) -> None:
        context = ssl.create_default_context(cafile=str(self.certificate))
        object.__setattr__(self, "trust", context)


class Wire:
    """Reconnects when the other side says that it hangs up."""

    def __init__(
        self, place: Place, tally: Tally, headers: dict[str, str] | None = None
    ) -> None:
        self.place = place
        self.tally = tally
        self.headers = headers or {}
        self.ends: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None
        self.turn = asyncio.Lock()

    async def send(
        self, kind: str, method: str, path: str, body: Any = None, **headers: str
    ) -> Answer:
        """``kind`` is what it counts as. A conflict is an answer. Raises Refused."""
        began = monotonic()
        try:
            async with asyncio.timeout(PATIENCE), self.turn:
                answer = await self._exchange(method, path, body, headers)
        except (OSError, EOFError, TimeoutError) as error:
            self.close()
            self.tally.failed(kind, type(error).__name__)
            raise Refused from error
        self.tally.answered(kind, answer.status, monotonic() - began)
        if answer.status >= 400 and answer.status != CONFLICT:
            self.tally.failed(kind, f"{answer.status} {answer.content[:200]!r}")
            raise Refused
        return answer

    def close(self) -> None:
        if self.ends is not None:
            self.ends[1].transport.abort()
            self.ends = None

    async def _exchange(
        self, method: str, path: str, body: Any, headers: dict[str, str]
    ) -> Answer:
        if self.ends is None or self.ends[0].at_eof():
            await self._connect()
        reader, writer = self.ends
        writer.write(self._written(method, path, body, headers))
        answer = await read_answer(reader)
        if answer.headers.get("connection") == "close":
            self.close()
        return answer

    async def _connect(self) -> None:
        """Anew, too, when the other side hung up because nothing was asked for long."""
        self.close()
        self.ends = await asyncio.open_connection(
            self.place.host,
            self.place.port,
            ssl=self.place.trust,
            server_hostname="localhost",
        )

    def _written(
        self, method: str, path: str, body: Any, headers: dict[str, str]
    ) -> bytes:
        """Headers are written with ``_`` for ``-``."""
        content = b"" if body is None else dumps(body).encode()
        named = {name.replace("_", "-"): text for name, text in headers.items()}
        told = {"Host": "localhost", **PACKED, **JSON, **self.headers, **named}
        if method != "GET":
            told["Content-Length"] = str(len(content))
        lines = "".join(f"{name}: {text}\r\n" for name, text in told.items())
        return f"{method} {path} HTTP/1.1\r\n{lines}\r\n".encode() + content


async def read_answer(reader: asyncio.StreamReader) -> Answer:
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
    first, *lines = head.rstrip().split("\r\n")
    pairs = (line.partition(": ") for line in lines)
    headers = {name.lower(): text for name, _, text in pairs}
    status = int(first.split(" ", 2)[1])
    if status in (204, 304):
        return Answer(status, headers, b"")
    body = await read_body(reader, headers)
    if headers.get("content-encoding") == "gzip":
        body = decompress(body)
    return Answer(status, headers, body)


async def read_body(reader: asyncio.StreamReader, headers: dict[str, str]) -> bytes:
    """Of known length or in pieces (RFC 9112, 7.1)."""
    if "content-length" in headers:
        return await reader.readexactly(int(headers["content-length"]))
    body = b""
    while size := int(await reader.readuntil(b"\r\n"), 16):
        body += (await reader.readexactly(size + 2))[:-2]
    await reader.readuntil(b"\r\n")
    return body
