"""Looks at the office over HTTP while everybody else stands still."""

from actor import OFFICE
from collections.abc import Iterable
from collections.abc import Iterator
from ledger import Deed
from ledger import is_over
from ledger import Known
from ledger import Ledger
from ledger import standing
from time import monotonic
from typing import Any
from wire import basic
from wire import Client
import audit


SAME_KNOCK = 9 * 60  # seconds in which a repeated knock finds its visit, for sure


class Inspector:
    """``seen`` are the states in which the visits were found last."""

    def __init__(self, port: int, ledger: Ledger) -> None:
        self.client = Client(port, basic("admin", "admin"))
        self.ledger = ledger
        self.seen: dict[str, str] = {}

    def inspect(self) -> int:
        """Compare what is not known to be over; answers how many visits that were."""
        ledger = self.ledger
        known = [id for id in ledger.visits if not is_over(self.seen.get(id, ""))]
        self.compare(known)
        return len(known)

    def compare(self, ids: list[str]) -> None:
        ledger = self.ledger
        self.client.renew()
        room = self.get(f"{OFFICE}/@waiting-room")
        board = self.get(f"{OFFICE}/@board")
        self.settle_calls(room)
        seen = {id: self.state(ledger.visits[id]) for id in ids}
        self.find(audit.compare(ledger, seen, monotonic()))
        self.find(audit.nobody_lost(ledger, seen, room))
        self.find(audit.nobody_doubled(ledger, room))
        self.find(audit.one_desk_one_visit(room))
        self.find(audit.board_is_right(room, board))
        self.remember(seen)

    def inspect_all(self) -> None:
        """Every visit, its page, and its knock once more."""
        self.compare(list(self.ledger.visits))
        for id, state in self.seen.items():
            if state != "erased":
                self.find(self.try_links(self.ledger.visits[id], state))

    def try_links(self, visit: Known, state: str) -> Iterator[str]:
        page = self.client.send("GET", visit.page, Accept="text/html")
        stands = f'data-state="{state.partition(":")[0]}"'
        if page.status != 200 or stands.encode() not in page.data:
            yield f"the page of {visit.name}, {state}, answers {page.status}"
        if monotonic() > visit.at + SAME_KNOCK:
            return
        said = {"name": visit.name, "privacy_noted": True}
        path = f"{OFFICE}/@visits"
        again = self.client.send("POST", path, said, Idempotency_Key=visit.key)
        if again.status != 200 or again.data["id"] != visit.id:
            yield f"the repeated knock of {visit.name} answers {again.status}"

    def settle_calls(self, room: dict[str, Any]) -> None:
        """Whom a desk called when its call was cut off, its desk says now."""
        held = {desk["id"]: desk["visit"] for desk in room["desks"] if desk["visit"]}
        for desk, deed in self.ledger.open_calls:
            if desk in held:
                self.ledger.deeds[held[desk]].append(deed)
        self.ledger.open_calls.clear()

    def state(self, visit: Known) -> str:
        answer = self.client.send("GET", f"{OFFICE}/@visits/{visit.token}")
        if answer.status == 404:
            return "erased"
        return standing(answer.data) if answer.is_good else f"HTTP {answer.status}"

    def remember(self, seen: dict[str, str]) -> None:
        """What was found is the basis of the next comparison."""
        now = monotonic()
        for id, state in seen.items():
            self.ledger.deeds[id].append(Deed("look", state, now, now, True))
        self.seen |= seen

    def get(self, path: str) -> dict[str, Any]:
        answer = self.client.send("GET", path)
        if not answer.is_good:
            raise RuntimeError(f"{path}: {answer.status} {answer.data}")
        return answer.data

    def find(self, findings: Iterable[str]) -> None:
        """Say it once, though it may be found after every restart."""
        known = self.ledger.findings
        known.extend(each for each in findings if each not in known)
