"""Opens a desk, calls the next, finishes, and sometimes thinks better of it."""

from actor import Actor
from actor import OFFICE
from ledger import Deed
from typing import Any
from wire import Exchange


OUTCOMES = ("solved", "follow_up", "in_person", "technical_failure")


class Clerk(Actor):
    finished: str | None = None

    def step(self) -> None:
        found = self.ask("waiting room", "GET", f"{OFFICE}/@waiting-room")
        if found.is_good:
            self.go_on(found.data)
        self.rest(0.1)

    def go_on(self, room: dict[str, Any]) -> None:
        desk = next((desk for desk in room["desks"] if desk["mine"]), None)
        visits = {visit["id"]: visit for visit in room["visits"]}
        if desk is None:
            self.ask("open desk", "POST", f"{OFFICE}/@desk", {"label": self.name})
        elif self.likely(0.05):
            self.ask("be at desk", "POST", f"{OFFICE}/@desk/presence", {})
        elif desk["visit"] in visits:
            self.serve(visits[desk["visit"]])
        else:
            self.choose(desk["id"], visits)

    def serve(self, visit: dict[str, Any]) -> None:
        if visit["state"] == "called":
            if self.likely(0.03):
                self.do(visit["id"], "requeue", "waiting")
        elif self.likely(0.1):
            self.do(visit["id"], "hold", "on_hold")
        elif self.likely(0.05):
            self.do(visit["id"], "requeue", "waiting")
        else:
            self.finish(visit["id"])

    def finish(self, id: str) -> None:
        outcome = self.chance.choice(OUTCOMES)
        self.do(id, "finish", f"finished: {outcome}", {"outcome": outcome})
        self.finished = id

    def choose(self, desk: str, visits: dict[str, Any]) -> None:
        """Go on with somebody, or ask the next in."""
        held = [id for id, visit in visits.items() if visit["state"] == "on_hold"]
        if held and self.likely(0.3):
            self.do(self.chance.choice(held), "resume", "in_call")
        elif self.finished in visits and self.likely(0.05):
            self.do(self.finished, "undo", "in_call")
        else:
            self.call_next(desk)

    def call_next(self, desk: str) -> None:
        def then(exchange: Exchange) -> None:
            if exchange.is_good:
                self.note(exchange.data["id"], "call", "called")(exchange)
            elif exchange.is_cut:
                times = exchange.sent, exchange.ended
                open_call = Deed("call", "called", *times, acknowledged=False)
                self.ledger.open_calls.append((desk, open_call))

        self.ask("call", "POST", f"{OFFICE}/@calls", {}, then)

    def do(self, id: str, deed: str, state: str, body: Any = None) -> None:
        path = f"{OFFICE}/@calls/{id}/{deed}"
        self.ask(deed, "POST", path, body or {}, self.note(id, deed, state))
