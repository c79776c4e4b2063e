"""Clerks, each at a desk: they make ready what is measured, which does not count."""

from collections.abc import Mapping
from crew import CLERKS
from crew import login
from load import Call
from load import Client
from typing import Any
import json


class Clerk:
    """``visit`` is the one that was called or finished last."""

    visit: str | None = None
    is_finishing = False

    def __init__(self, port: int, office: str, name: str) -> None:
        self.client = Client(port)
        self.office = office
        self.login = login(name)
        desk = self.client.send(self.call("@desk", {"label": name}, 200, 201))
        self.visit = json.loads(desk)["desk"]["visit"]

    def call(self, path: str, body: Any, *expect: int) -> Call:
        who = (self.login,)
        return Call("POST", f"{self.office}/{path}", body, who, expect, self.hear)

    def hear(self, content: bytes) -> None:
        self.visit = json.loads(content).get("id")

    def send(self, path: str, body: Any, *expect: int) -> None:
        self.hear(self.client.send(self.call(path, body, *expect)))

    def be_free(self) -> None:
        """Whoever was called goes back to the own place, or did so in time."""
        if self.visit is not None:
            self.send(f"@calls/{self.visit}/requeue", {}, 200, 409)


class Crew:
    """Desks open as they are needed: as many as there are clients."""

    def __init__(self, port: int, office: str, tokens: Mapping[str, str]) -> None:
        self.port, self.office, self.tokens = port, office, tokens
        self.clerks: dict[int, Clerk] = {}

    def clerk(self, number: int) -> Clerk:
        if number not in self.clerks:
            clerk = Clerk(self.port, self.office, CLERKS[number])
            self.clerks[number] = clerk
        return self.clerks[number]

    def call_next(self, number: int) -> Call:
        clerk = self.clerk(number)
        clerk.be_free()
        return clerk.call("@calls", {}, 200)

    def finish(self, number: int) -> Call:
        """Whoever was finished before is taken back first."""
        clerk = self.clerk(number)
        if clerk.is_finishing:
            clerk.send(f"@calls/{clerk.visit}/undo", {}, 200)
        else:
            self.converse(clerk)
        outcome = {"outcome": "solved"}
        return clerk.call(f"@calls/{clerk.visit}/finish", outcome, 200)

    def converse(self, clerk: Clerk) -> None:
        """Call somebody, who answers."""
        clerk.be_free()
        clerk.send("@calls", {}, 200)
        room = f"{self.office}/@visits/{self.tokens[clerk.visit]}/room"
        clerk.client.send(Call("POST", room, {}))
        clerk.is_finishing = True
