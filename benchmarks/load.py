"""Requests from a few clients at once, and how long each took."""

from collections.abc import Callable
from collections.abc import Sequence
from dataclasses import dataclass
from figures import Figures
from http.client import HTTPConnection
from http.client import HTTPResponse
from json import dumps
from threading import Thread
from time import perf_counter
from typing import Any


JSON = {"Accept": "application/json", "Content-Type": "application/json"}
Headers = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Call:
    """One request; ``expect`` are the statuses that count as an answer.

    What was answered is told to ``heard``, when its time is taken.
    """

    method: str
    path: str
    body: Any = None
    headers: Headers = ()
    expect: tuple[int, ...] = (200,)
    heard: Callable[[bytes], None] | None = None


# What a client sends next; it is asked between two requests, which does not count.
MakeCall = Callable[[int], Call]


class Client:
    """A connection that stays open."""

    def __init__(self, port: int) -> None:
        self.connection = HTTPConnection("127.0.0.1", port, timeout=60)

    def send(self, call: Call) -> bytes:
        """The body of the answer. Raises RuntimeError where it is not as expected."""
        answer, content = self.exchange(call)
        if answer.status not in call.expect:
            raise RuntimeError(
                f"{call.method} {call.path}: {answer.status} {content!r}"
            )
        return content

    def exchange(self, call: Call) -> tuple[HTTPResponse, bytes]:
        body = None if call.body is None else dumps(call.body)
        headers = {**JSON, **dict(call.headers)}
        self.connection.request(call.method, call.path, body, headers)
        answer = self.connection.getresponse()
        return answer, answer.read()


def measure(
    ports: Sequence[int], make_call: MakeCall, seconds: float, clients: int
) -> Figures:
    """Send calls as fast as the answers come; the clients are dealt to the ports."""
    durations: list[float] = []
    failures: list[Exception] = []
    deadline = perf_counter() + seconds

    def work(number: int) -> None:
        client = Client(ports[number % len(ports)])
        try:
            while perf_counter() < deadline:
                call, began = make_call(number), perf_counter()
                content = client.send(call)
                durations.append(perf_counter() - began)
                if call.heard is not None:
                    call.heard(content)
        except Exception as failure:
            failures.append(failure)

    threads = [Thread(target=work, args=(number,)) for number in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failures:
        raise failures[0]
    return Figures(tuple(durations), clients)
