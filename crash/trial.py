"""Lives and deaths of one server, with everybody at it."""

from actor import Actor
from argparse import Namespace
from caretaker import Caretaker
from citizen import Citizen
from clerk import Clerk
from collections.abc import Iterator
from collective.virtualoffice.demo.people import PASSWORD
from gate import Gate
from inspector import Inspector
from ledger import Ledger
from random import Random
from server import Server
from time import monotonic
from time import sleep
from wire import basic
from wire import Client
import audit
import report


ANSWERS = (5, 600)  # good ones before a kill, whatever the machine's speed
LONGEST = 15.0  # seconds under load at most
MOMENT = 0.05  # seconds after that within which the kill comes
STARTING = (0.1, 3.0)  # seconds until a server that only starts is killed
STILLBORN = 0.15  # how many of the kills hit such a one
CALM = 1.1  # seconds until nobody remembers an older board


class Trial:
    """``wish`` says the seed, and how many kills, citizens and clerks."""

    def __init__(self, server: Server, wish: Namespace) -> None:
        self.server, self.wish = server, wish
        self.chance, self.kills = Random(wish.seed), 0
        self.gate, self.ledger = Gate(), Ledger()
        self.inspector = Inspector(server.port, self.ledger)
        self.clerks = [f"crash-clerk-{number}" for number in range(wish.clerks)]

    def run(self) -> None:
        report.say("Making a town to crash")
        self.server.prepare(self.clerks)
        actors = list(self.actors())
        self.come_up()
        for actor in actors:
            actor.start()
        while self.kills < self.wish.kills:
            self.live_and_die()
        self.live()
        self.part(actors)
        self.close_the_books()

    def actors(self) -> Iterator[Actor]:
        port, common = self.server.port, (self.gate, self.ledger, self.wish.seed)
        for number in range(self.wish.citizens):
            yield Citizen(f"Mustermann {number}", Client(port), *common)
        for clerk in self.clerks:
            yield Clerk(clerk, Client(port, basic(clerk, PASSWORD)), *common)
        bearer = {"Authorization": f"Bearer {self.server.key}"}
        yield Caretaker("clock", Client(port, bearer), *common)

    def live_and_die(self) -> None:
        """A kill under load, perhaps one at the start, and what was left."""
        lived = self.live()
        before = len(self.ledger.findings)
        self.die()
        began = monotonic()
        if self.chance.random() < STILLBORN and self.kills < self.wish.kills:
            self.server.start()
            sleep(self.chance.uniform(*STARTING))
            self.die()
        self.come_up()
        up = monotonic() - began
        checked = self.inspector.inspect()
        found = self.ledger.findings[before:]
        report.life(self.kills, lived, up, checked, found)

    def live(self) -> str:
        """Everybody does something for a while; answers how much, in words."""
        self.gate.open()
        began, before = monotonic(), self.ledger.total("acknowledged")
        enough = before + self.chance.randint(*ANSWERS)
        while (done := self.ledger.total("acknowledged")) < enough:
            if monotonic() > began + LONGEST:
                break
            sleep(0.01)
        sleep(self.chance.uniform(0, MOMENT))
        return f"{done - before} answers in {monotonic() - began:.1f} s"

    def die(self) -> None:
        self.gate.doom()
        self.server.kill()
        self.kills += 1
        self.gate.close()

    def come_up(self) -> None:
        self.server.start()
        self.server.wait_until_up()

    def part(self, actors: list[Actor]) -> None:
        """Everybody goes home in the middle of it all."""
        self.gate.close()
        self.gate.end()
        for actor in actors:
            actor.join()
        sleep(CALM)

    def close_the_books(self) -> None:
        """The last look at everything, over HTTP and then into the database."""
        report.say("Looking at every visit, link and key")
        self.inspector.inspect_all()
        self.server.stop()
        books = self.server.books()
        found = audit.books_agree(self.ledger, self.inspector.seen, books)
        self.ledger.findings.extend(found)
