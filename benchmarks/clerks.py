"""Clerks, each at a desk: they make ready what is measured, which does not count."""

from collections.abc import Mapping
from crew import CLERKS
from crew import login
from load import Call
from load import Client
from typing import Any
import json


class Clerk:
    """``visit`` is the one that was finished last."""

    visit: str | None = None

    def __init__(self, port: int, office: str, name: str) -> None:
        self.client = Client(port)
        self.office = office
        self.login = login(name)
        self.send("@desk", {"label": name}, 200, 201)

    def call(self, path: str, body: Any, *expect: int) -> Call:
        return Call("POST", f"{self.office}/{path}", body, (self.login,), expect)

    def send(self, path: str, body: Any, *expect: int) -> Any:
        return json.loads(self.client.send(self.call(path, body, *expect)))

    @property
    def held(self) -> str | None:
        """The visit that the desk has."""
        call = Call("GET", f"{self.office}/@desk", headers=(self.login,))
        return json.loads(self.client.send(call))["desk"]["visit"]


class Clerks:
    """Desks open as they are needed: as many as there are clients."""

    def __init__(self, port: int, office: str, tokens: Mapping[str, str]) -> None:
        self.port, self.office, self.tokens = port, office, tokens
        self.clerks: dict[int, Clerk] = {}

    def clerk(self, number: int) -> Clerk:
        if number not in self.clerks:
            self.clerks[number] = Clerk(self.port, self.office, CLERKS[number])
        return self.clerks[number]


class NextCalls(Clerks):
    """Whoever was called before goes back to the own place first."""

    def __call__(self, number: int) -> Call:
        clerk = self.clerk(number)
        held = clerk.held
        if held is not None:
            clerk.send(f"@calls/{held}/requeue", {}, 200)
        return clerk.call("@calls", {}, 200)


class Finishing(Clerks):
    """Whoever was finished before is taken back first."""

    def __call__(self, number: int) -> Call:
        clerk = self.clerk(number)
        if clerk.visit is None:
            clerk.visit = self.conversation(clerk)
        else:
            clerk.send(f"@calls/{clerk.visit}/undo", {}, 200)
        outcome = {"outcome": "solved"}
        return clerk.call(f"@calls/{clerk.visit}/finish", outcome, 200)

    def conversation(self, clerk: Clerk) -> str:
        """Somebody was called and has answered."""
        id = clerk.held or clerk.send("@calls", {}, 200)["id"]
        room = f"{self.office}/@visits/{self.tokens[id]}/room"
        clerk.client.send(Call("POST", room, {}))
        return id
