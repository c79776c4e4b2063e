"""Tells whole visits to the running service, and weighs what each deed writes."""

from collections import Counter
from collections.abc import Iterable
from collections.abc import Iterator
from contextlib import contextmanager
from crew import keeper
from crew import login
from dataclasses import dataclass
from heapq import heappop
from heapq import heappush
from load import Call
from load import Client
from measured import SITE
from pathlib import Path
from rhythm import ATTENDANCE
from rhythm import Moment
from secrets import token_hex
from typing import Any
import json


HOUR = 3600
NAME = "growth"
OFFICE = f"{SITE}/{NAME}"
DESK = (login(keeper(NAME)),)
NOTHING = (204,)


class Scales:
    """How many bytes Data.fs grew by, and how often, by deed."""

    def __init__(self, database: Path) -> None:
        self.database = database
        self.bytes: Counter[str] = Counter()
        self.times: Counter[str] = Counter()

    @contextmanager
    def weighing(self, deed: str) -> Iterator[None]:
        before = self.database.stat().st_size
        yield
        self.bytes[deed] += self.database.stat().st_size - before
        self.times[deed] += 1


class Time:
    """What the server's own time runs ahead by is in a file (tests/web/ahead)."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.seconds = 0
        self.pass_to(0)

    def pass_to(self, second: int) -> None:
        fresh = self.file.with_suffix(".new")
        fresh.write_text(str(second))
        fresh.replace(self.file)
        self.seconds = second


@dataclass
class Visit:
    id: str
    token: str


class Teller:
    """Sends what the pages of one citizen and one clerk send."""

    def __init__(self, port: int, database: Path, time: Time, clock_key: str) -> None:
        self.client = Client(port)
        self.time = time
        self.clock = (("Authorization", f"Bearer {clock_key}"),)
        self.database = database
        self.weigh_anew()

    def weigh_anew(self) -> Scales:
        """What is sent from now on is put on these."""
        self.scales = Scales(self.database)
        return self.scales

    def whole(self, moments: Iterable[Moment]) -> None:
        """One visit; between its deeds the pages ask, which writes nothing."""
        visit, start = None, self.time.seconds
        for second, deed in moments:
            self.time.pass_to(start + second)
            if deed == "knock":
                visit = self.knock()
            else:
                self.ask(visit)
                self.tell(deed, visit)

    def knock(self) -> Visit:
        said = {"name": "Erika Mustermann", "privacy_noted": True}
        key = (("Idempotency-Key", token_hex(16)),)
        made = self.send("knock", Call("POST", f"{OFFICE}/@visits", said, key, (201,)))
        return Visit(made["id"], made["token"])

    def ask(self, visit: Visit) -> None:
        with self.scales.weighing("asking"):
            self.client.send(Call("GET", f"{OFFICE}/@board"))
            self.client.send(Call("GET", f"{OFFICE}/@visits/{visit.token}"))
            self.client.send(Call("GET", f"{OFFICE}/@waiting-room", None, DESK))

    def tell(self, deed: str, visit: Visit) -> Any:
        own, desk = f"{OFFICE}/@visits/{visit.token}", f"{OFFICE}/@calls/{visit.id}"
        here, gone = {"here": True}, {"here": False}
        calls = {
            "presence": Call("POST", f"{own}/presence", {}),
            "shown": Call("POST", f"{own}/shown", {}, (), NOTHING),
            "answer": Call("POST", f"{own}/room", {}),
            "citizen's seat": Call("POST", f"{own}/seat", here, (), NOTHING),
            "goodbye": Call("POST", f"{own}/seat", gone, (), NOTHING),
            "call": Call("POST", f"{OFFICE}/@calls", {"visit": visit.id}, DESK),
            "clerk's seat": Call("POST", f"{desk}/seat", here, DESK, NOTHING),
            "finish": Call("POST", f"{desk}/finish", {"outcome": "solved"}, DESK),
            "desk presence": Call("POST", f"{OFFICE}/@desk/presence", {}, DESK),
        }
        return self.send(deed, calls[deed])

    def open_desk(self) -> None:
        self.send("open", Call("POST", f"{OFFICE}/@desk", {}, DESK, (201,)))

    def be_back(self) -> None:
        """A desk that lets somebody wait is paused until its clerk says so."""
        self.send("back", Call("POST", f"{OFFICE}/@desk/resume", {}, DESK))

    def tick(self) -> None:
        """One run of the clock."""
        self.send("clock", Call("POST", f"{SITE}/@clock", {}, self.clock))

    def wait_an_hour(self, visits: list[Visit]) -> None:
        """All of them wait, in the rhythm that the server asks for; nobody calls."""
        start = self.time.seconds
        due = [(0, place) for place in range(len(visits))] + [(0, -1)]
        while due[0][0] < HOUR:
            second, place = heappop(due)
            self.time.pass_to(start + second)
            if place < 0:
                self.tell("desk presence", visits[0])
                after = ATTENDANCE
            else:
                after = self.tell("presence", visits[place])["presence_after"]
            heappush(due, (second + after, place))

    def send(self, deed: str, call: Call) -> Any:
        with self.scales.weighing(deed):
            content = self.client.send(call)
        return json.loads(content) if content else None
