"""Sixteen clients on connections of their own, let go at the same moment."""

from collections import Counter
from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from dataclasses import field
from threading import Barrier
from typing import Any
from typing import TypeVar
from wire import Client
from wire import Exchange


SIZE = 16
PATIENCE = 30  # seconds until everybody stands at the line

T = TypeVar("T")
Deed = Callable[[Client], T]


@dataclass(frozen=True)
class Request:
    """One thing to ask; ``headers`` as they go over the wire."""

    method: str
    path: str
    body: Any = None
    headers: dict[str, str] = field(default_factory=dict)

    def send(self, client: Client) -> Exchange:
        return client.send(self.method, self.path, self.body, **self.headers)


class Crowd:
    """Its clients ask the processes of the site by turns."""

    def __init__(self, ports: Sequence[int]) -> None:
        self.clients = [Client(ports[each % len(ports)]) for each in range(SIZE)]

    def at_once(self, *requests: Request) -> list[Exchange]:
        """What each was answered. Nobody may get none, or an error of the server."""
        answers = self.release(*(request.send for request in requests))
        failed = [each for each in answers if each.is_cut or each.status >= 500]
        assert not failed, failed
        return answers

    def release(self, *deeds: Deed[T]) -> list[T]:
        """Let everybody go who stands at the line, connected."""
        line = Barrier(len(deeds))

        def race(client: Client, deed: Deed[T]) -> T:
            client.renew()
            client.connection.connect()
            line.wait(PATIENCE)
            return deed(client)

        with ThreadPoolExecutor(len(deeds)) as pool:
            return list(pool.map(race, self.clients[: len(deeds)], deeds))


def outcomes(answers: Sequence[Exchange]) -> Counter[str]:
    """How often which status, with the type of a refusal: ``{"409 NoDesk": 2}``."""
    return Counter(outcome(each) for each in answers)


def outcome(answer: Exchange) -> str:
    if answer.is_good or answer.status < 400:
        return str(answer.status)
    return f"{answer.status} {answer.data['type']}"


def met(pairs: Iterable[tuple[Exchange, Exchange]]) -> set[tuple[str, str]]:
    """In which ways the two of a pair met: ``{("200", "409 DeskBusy")}``."""
    return {(outcome(one), outcome(other)) for one, other in pairs}


def good(answers: Sequence[Exchange]) -> list[Any]:
    """What those were told who were not refused."""
    return [each.data for each in answers if each.is_good]
