"""A request and what became of it."""

from dataclasses import dataclass
from http.client import HTTPConnection
from http.client import HTTPException
from json import dumps
from json import loads
from time import monotonic
from typing import Any
import base64


JSON = {"Accept": "application/json", "Content-Type": "application/json"}


@dataclass(frozen=True)
class Exchange:
    """``status`` is None when no answer came: nobody knows whether it was done.

    ``location`` is where it leads to.
    """

    sent: float
    ended: float
    status: int | None = None
    data: Any = None
    location: str | None = None

    @property
    def is_good(self) -> bool:
        return self.status is not None and self.status < 300

    @property
    def is_cut(self) -> bool:
        return self.status is None


class Client:
    """A connection that stays open as long as the server lives."""

    def __init__(self, port: int, headers: dict[str, str] | None = None) -> None:
        self.port = port
        self.headers = JSON | (headers or {})
        self.renew()

    def renew(self) -> None:
        self.connection = HTTPConnection("127.0.0.1", self.port, timeout=60)

    def send(
        self, method: str, path: str, body: Any = None, **headers: str
    ) -> Exchange:
        """Headers are written with ``_`` for ``-``; a text goes as it is."""
        named = {name.replace("_", "-"): text for name, text in headers.items()}
        text = body if isinstance(body, str | None) else dumps(body)
        sent = monotonic()
        try:
            self.connection.request(method, path, text, self.headers | named)
            answer = self.connection.getresponse()
            content = answer.read()
        except (OSError, HTTPException):
            self.renew()
            return Exchange(sent, monotonic())
        location, data = answer.getheader("Location"), read(content)
        return Exchange(sent, monotonic(), answer.status, data, location)


def basic(name: str, password: str) -> dict[str, str]:
    """The header of a log-in."""
    text = base64.b64encode(f"{name}:{password}".encode()).decode()
    return {"Authorization": f"Basic {text}"}


def read(content: bytes) -> Any:
    """JSON, or the bytes where it is none."""
    try:
        return loads(content) if content else None
    except ValueError:
        return content
