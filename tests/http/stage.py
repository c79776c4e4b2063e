"""An office in which many race, and what everybody sees of it afterwards."""

from beacon import Beacon
from collections import Counter
from collections.abc import Iterable
from collections.abc import Iterator
from collective.virtualoffice.domain.figures.journal import Kind
from itertools import chain
from ledger import Known
from ledger import Ledger
from pathlib import Path
from secrets import token_hex
from sixteen import Crowd
from sixteen import Request
from time import monotonic
from time import sleep
from town import ADMIN
from town import Office
from town import PASSWORD
from typing import Any
from urllib.parse import urlsplit
from wire import basic
from wire import Client
from wire import Exchange
from ZODB.DB import DB
from ZODB.FileStorage import FileStorage
import audit


HEAD = ADMIN[0]
CALM = 5.0  # seconds within which every process knows and shows the same
LOOKS = 3  # at least, before it is said that they never will
ERASED = "404"
PAGES = 3  # of so many visits the page is looked at, too


class Stage:
    """``clerks`` may serve the office; everybody else needs no log-in."""

    def __init__(
        self, office: Office, crowd: Crowd, clerks: list[str], beacon: Beacon
    ) -> None:
        self.office, self.crowd, self.clerks = office, crowd, clerks
        self.path, self.beacon = urlsplit(office.url).path, beacon
        self.ledger, self.seated = Ledger(), set()

    def at_once(self, *requests: Request) -> list[Exchange]:
        """A race, from a state that every process knows to one that each does."""
        self.beacon.pass_through()
        answers = self.crowd.at_once(*requests)
        self.beacon.pass_through()
        return answers

    def in_pairs(
        self, pairs: Iterable[tuple[Request, Request]]
    ) -> list[tuple[Exchange, Exchange]]:
        """Several pairs race at once; the two of each ask different processes."""
        answers = self.at_once(*chain.from_iterable(pairs))
        return list(zip(answers[::2], answers[1::2], strict=True))

    # What somebody may ask

    def knock(self, key: str | None = None, name: str | None = None) -> Request:
        said = {"name": name or f"Mustermann {token_hex(4)}", "privacy_noted": True}
        headers = {"Idempotency_Key": key or token_hex(16)}
        return Request("POST", f"{self.path}/@visits", said, headers)

    def citizen(self, visit: Known, deed: str, body: Any = None) -> Request:
        return Request("POST", f"{self.path}/@visits/{visit.token}/{deed}", body or {})

    def look(self, visit: Known) -> Request:
        return Request("GET", f"{self.path}/@visits/{visit.token}")

    def leave(self, visit: Known) -> Request:
        return Request("DELETE", f"{self.path}/@visits/{visit.token}")

    def call(self, clerk: str, visit: Known | None = None) -> Request:
        return self.staff(clerk, "POST", "@calls", {"visit": visit and visit.id})

    def clerk(self, clerk: str, visit: Known, deed: str, **said: Any) -> Request:
        return self.staff(clerk, "POST", f"@calls/{visit.id}/{deed}", said)

    def open_desk(self, clerk: str) -> Request:
        self.seated.add(clerk)
        return self.staff(clerk, "POST", "@desk", {"label": f"Platz {clerk}"})

    def staff(self, clerk: str, method: str, path: str, body: Any = None) -> Request:
        login = basic(clerk, ADMIN[1] if clerk == HEAD else PASSWORD)
        return Request(method, f"{self.path}/{path}", body, login)

    # One after the other

    def tell(self, request: Request) -> Any:
        """The answer, which must be a good one."""
        answer = request.send(self.crowd.clients[0])
        assert answer.is_good, (request.path, answer.status, answer.data)
        return answer.data

    def open(self, end: int, start: int = 0) -> list[str]:
        """The clerks, by their numbers, whose desks this opens."""
        opened = self.clerks[start:end]
        for clerk in opened:
            self.tell(self.open_desk(clerk))
        return opened

    def arrivals(self, count: int) -> list[Known]:
        """So many knock, one after the other."""
        return [self.welcome(self.knock()) for _ in range(count)]

    def welcome(self, knock: Request) -> Known:
        return self.note(knock, self.tell(knock))

    def note(self, knock: Request, shape: dict[str, Any]) -> Known:
        """Remember a visit of which the office told."""
        key, name = knock.headers["Idempotency_Key"], knock.body["name"]
        page = urlsplit(shape["links"]["page"]).path
        token = shape["token"]
        known = Known(shape["id"], token, key, name, page, monotonic())
        self.ledger.visits[known.id] = known
        return known

    def called(self, clerk: str) -> Known:
        """Somebody who is called by this desk."""
        visit = self.arrivals(1)[0]
        self.tell(self.call(clerk, visit))
        return visit

    def speaking(self, clerk: str) -> Known:
        """Somebody in a call with this desk."""
        visit = self.called(clerk)
        self.tell(self.citizen(visit, "room"))
        return visit

    def finished(self, clerk: str) -> Known:
        visit = self.speaking(clerk)
        self.tell(self.clerk(clerk, visit, "finish", outcome="solved"))
        return visit

    # What is seen afterwards

    def agree(self) -> dict[str, str]:
        """The states of all visits by id, as every side sees them in every process.

        What a process remembers of the board is a second old at most: so it is looked
        at until all agree.
        """
        end, turns = monotonic() + CALM, 0
        while True:
            seen = {port: self.states(port) for port in self.ports}
            wrong = [fault for port in seen for fault in self.faults(port, seen[port])]
            states, turns = list(seen.values()), turns + 1
            wrong += [f"{states}"] if states[1:] != states[:-1] else []
            if not wrong or (turns >= LOOKS and monotonic() > end):
                break
            sleep(0.1)
        assert not wrong, wrong
        return states[0]

    @property
    def ports(self) -> list[int]:
        return sorted({client.port for client in self.crowd.clients})

    def states(self, port: int) -> dict[str, str]:
        client = Client(port)
        visits = self.ledger.visits.values()
        return {each.id: _state(self.look(each).send(client)) for each in visits}

    def faults(self, port: int, seen: dict[str, str]) -> Iterator[str]:
        """What one process says, beside the states, that cannot all be true."""
        client, ledger = Client(port), self.ledger
        room = self.staff(HEAD, "GET", "@waiting-room").send(client).data
        board = Request("GET", f"{self.path}/@board").send(client).data
        kept = {id: state for id, state in seen.items() if state != ERASED}
        yield from audit.nobody_lost(ledger, kept, room)
        yield from audit.nobody_doubled(ledger, room)
        yield from audit.one_desk_one_visit(room)
        yield from audit.board_is_right(room, board)
        yield from self._own_desks(client, room)
        yield from self._pages(client, seen)

    def _own_desks(self, client: Client, room: dict[str, Any]) -> Iterator[str]:
        desks = {desk["id"]: desk["visit"] for desk in room["desks"]}
        for clerk in self.seated:
            own = self.staff(clerk, "GET", "@desk").send(client).data["desk"]
            if own and desks.pop(own["id"], "no desk") != own["visit"]:
                yield f"{clerk} is told {own}, the others {room['desks']}"
        if desks:
            yield f"nobody sits at {desks}"

    def _pages(self, client: Client, seen: dict[str, str]) -> Iterator[str]:
        for visit in list(self.ledger.visits.values())[-PAGES:]:
            page = client.send("GET", visit.page, Accept="text/html")
            stands = f'data-state="{seen[visit.id]}"'
            is_gone = seen[visit.id] == ERASED and page.status == 404
            if not is_gone and stands.encode() not in page.data:
                yield f"{visit.name} is {seen[visit.id]}, the page says otherwise"

    def facts(self, database: Path) -> Counter[Kind]:
        """How often the office's journal tells of what."""
        db = DB(FileStorage(str(database), read_only=True))
        try:
            with db.transaction() as connection:
                site = connection.root()["Application"]["musterstadt"]
                house = site.__annotations__["collective.virtualoffice"]
                journal = house.rooms[self.office.uid].journal
                return Counter(fact.kind for fact in journal)
        finally:
            db.close()

    def clear(self) -> None:
        """Nobody has a desk any more."""
        for clerk in self.seated:
            client = self.crowd.clients[0]
            desk = self.staff(clerk, "GET", "@desk").send(client).data["desk"]
            if desk and desk["visit"]:
                path = f"@calls/{desk['visit']}/requeue"
                self.tell(self.staff(clerk, "POST", path, {}))
            if desk:
                self.tell(self.staff(clerk, "DELETE", "@desk"))


def _state(answer: Exchange) -> str:
    return answer.data["state"] if answer.is_good else str(answer.status)
