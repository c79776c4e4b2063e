"""Requests a second, and how long each took, from a few clients at once."""

from collections.abc import Callable
from dataclasses import dataclass
from http.client import HTTPConnection
from json import dumps
from threading import Thread
from time import perf_counter
from typing import Any


JSON = {"Accept": "application/json", "Content-Type": "application/json"}


@dataclass(frozen=True)
class Call:
    """One request; ``expect`` is the status that counts as an answer."""

    method: str
    path: str
    body: Any = None
    headers: tuple[tuple[str, str], ...] = ()
    expect: int = 200


@dataclass(frozen=True)
class Figures:
    """``durations`` of all answers in seconds, within ``elapsed`` seconds."""

    durations: tuple[float, ...]
    elapsed: float

    @property
    def per_second(self) -> float:
        return len(self.durations) / self.elapsed


class Client:
    """A connection that stays open."""

    def __init__(self, port: int) -> None:
        self.connection = HTTPConnection("127.0.0.1", port, timeout=60)

    def send(self, call: Call) -> bytes:
        """The body of the answer. Raises RuntimeError where it is not as expected."""
        body = None if call.body is None else dumps(call.body)
        headers = {**JSON, **dict(call.headers)}
        self.connection.request(call.method, call.path, body, headers)
        answer = self.connection.getresponse()
        content = answer.read()
        if answer.status != call.expect:
            raise RuntimeError(
                f"{call.method} {call.path}: {answer.status} {content!r}"
            )
        return content


def measure(
    port: int, make_call: Callable[[int], Call], seconds: float, clients: int
) -> Figures:
    """Send calls as fast as the answers come; ``make_call`` is asked for each."""
    durations: list[float] = []
    failures: list[Exception] = []
    deadline = perf_counter() + seconds

    def work(number: int) -> None:
        client = Client(port)
        try:
            while perf_counter() < deadline:
                call, began = make_call(number), perf_counter()
                client.send(call)
                durations.append(perf_counter() - began)
        except Exception as failure:
            failures.append(failure)

    began = perf_counter()
    threads = [Thread(target=work, args=(number,)) for number in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failures:
        raise failures[0]
    return Figures(tuple(durations), perf_counter() - began)
