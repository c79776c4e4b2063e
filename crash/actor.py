"""What citizens and clerks have in common: they ask, and note what they are told."""

from collections.abc import Callable
from gate import Gate
from gate import Over
from ledger import Deed
from ledger import Ledger
from random import Random
from threading import Thread
from time import sleep
from traceback import format_exc
from typing import Any
from wire import Client
from wire import Exchange


OFFICE = "/musterstadt/crash"
Then = Callable[[Exchange], None]


class Actor(Thread):
    """One client in a thread of its own; ``seed`` decides what it chooses."""

    def __init__(
        self, name: str, client: Client, gate: Gate, ledger: Ledger, seed: int
    ) -> None:
        super().__init__(name=name, daemon=True)
        self.client, self.gate, self.ledger = client, gate, ledger
        self.chance = Random(f"{seed} {name}")
        self.life = 0

    def step(self) -> None:
        """One thing after the other, for ever."""
        raise NotImplementedError

    def run(self) -> None:
        try:
            while True:
                self.step()
        except Over:
            return
        except Exception:
            self.ledger.findings.append(f"{self.name} gave up: {format_exc()}")

    def ask(
        self,
        deed: str,
        method: str,
        path: str,
        body: Any = None,
        then: Then | None = None,
        **headers: str,
    ) -> Exchange:
        """Send when the gate is open; ``then`` notes the answer before it can close."""
        with self.gate.passing() as life:
            if life != self.life:
                self.client.renew()
                self.life = life
            exchange = self.client.send(method, path, body, **headers)
            self.count(deed, exchange)
            if then is not None:
                then(exchange)
        return exchange

    def count(self, deed: str, exchange: Exchange) -> None:
        self.ledger.count(deed, kind(exchange))
        if (exchange.status or 0) >= 500 and exchange.status != 503:
            self.ledger.findings.append(f"{deed}: {exchange.status} {exchange.data}")
        if exchange.is_cut and not self.gate.is_doomed:
            self.ledger.findings.append(f"{deed}: no answer, though nobody was killed")

    def note(self, id: str, deed: str, state: str) -> Then:
        """A deed that leads the visit there, acknowledged or cut off."""

        def then(exchange: Exchange) -> None:
            if exchange.is_good or exchange.is_cut:
                told = Deed(
                    deed, state, exchange.sent, exchange.ended, exchange.is_good
                )
                self.ledger.deeds[id].append(told)

        return then

    def likely(self, probability: float) -> bool:
        return self.chance.random() < probability

    def rest(self, most: float) -> None:
        sleep(self.chance.uniform(0, most))


def kind(exchange: Exchange) -> str:
    """How a request ended, as a column of the table."""
    if exchange.is_cut:
        return "cut off"
    if exchange.is_good:
        return "acknowledged"
    return "busy" if exchange.status == 503 else "refused"
