"""Real people for generated requests: visits in every state, their guests, a desk."""

from collections.abc import Callable
from dataclasses import dataclass
from dataclasses import field
from town import ADMIN
from town import JSON_ONLY
from town import Office
from town import Town
from typing import Any
import requests


# What brings somebody who knocked to where they are wanted.
DEEDS: dict[str, list[str]] = {
    "waiting": [],
    "called": ["call"],
    "in_call": ["call", "answer"],
    "on_hold": ["call", "answer", "hold"],
    "missed": ["call", "missed"],
    "finished": ["call", "answer", "finish"],
    "shown": ["call", "show"],
    "elsewhere": ["call elsewhere", "answer"],
    "left_alone": ["call elsewhere", "answer", "leave alone"],
}
COMPANY: dict[str, list[str]] = {
    "invited": [],
    "asking": ["ask"],
    "admitted": ["ask", "admit"],
    "refused": ["ask", "refuse"],
}
ATTEMPTS = 5


@dataclass
class Scene:
    """One visit, perhaps with a guest, as both sides know them."""

    visit: str
    token: str
    guest: str | None = None
    guest_token: str | None = None


@dataclass
class Cast:
    """Plays at one office, with the desks of two who serve it.

    Whatever the tried requests did to the office is undone when it is in the way.
    """

    office: Office
    login: tuple[str, str]
    colleague: tuple[str, str]
    session: requests.Session = field(default_factory=requests.Session)

    @property
    def town(self) -> Town:
        return self.office.town

    def clear(self) -> None:
        """Send away whoever waits, and open the office again."""
        self.insist(ADMIN, "@admission", end_day=True)
        self.open()

    def scene(self, state: str, company: str | None = None) -> Scene:
        knocked = self.knock()
        scene = Scene(knocked["id"], knocked["token"])
        deeds = DEEDS[state]
        if company is None:
            self.play(scene, deeds)
            return scene
        self.invite(scene)
        # Nobody can be let in any more once the visit is over or with another desk.
        early = state in {"missed", "finished", "elsewhere", "left_alone"}
        for part in (COMPANY[company], deeds) if early else (deeds, COMPANY[company]):
            self.play(scene, part)
        return scene

    def knock(self, key: str | None = None) -> Any:
        said = {"name": "Erika Mustermann", "privacy_noted": True}
        return self.insist(None, "@visits", key, **said)

    def play(self, scene: Scene, deeds: list[str]) -> None:
        for deed in deeds:
            PLAYED[deed](self, scene)

    def invite(self, scene: Scene) -> None:
        made = self.insist(None, f"@visits/{scene.token}/guests")
        scene.guest = made["id"]
        scene.guest_token = made["link"].rpartition("/")[2]

    def ask_to_come_in(self, scene: Scene) -> None:
        path = f"@guests/{scene.guest_token}/ask"
        self.insist(None, path, name="Max Mustermann", privacy_noted=True)

    def decide(self, scene: Scene, deed: str) -> None:
        self.insist(self.login, f"@calls/{scene.visit}/guests/{scene.guest}/{deed}")

    def call(self, scene: Scene, login: tuple[str, str]) -> None:
        self.insist(login, "@calls", visit=scene.visit)

    def serve(self, scene: Scene, deed: str, **said: Any) -> None:
        self.insist(self.login, f"@calls/{scene.visit}/{deed}", **said)

    def let_pass(self) -> None:
        """So long that a desk without a sign of life counts as left alone."""
        self.town.let_pass(minutes=3)
        key = {"Authorization": f"Bearer {self.town.clock_key}"}
        url = self.town.path("@clock")
        self.send("POST", "", None, url, key).raise_for_status()

    def message(self) -> str:
        """The id of a message to all."""
        self.insist(self.login, "@messages", text="Es dauert länger.")
        return self.look()["messages"][-1]["id"]

    def desk(self) -> str:
        """The id of a desk."""
        self.insist(self.colleague, "@desk")
        return self.look()["desks"][-1]["id"]

    def look(self) -> Any:
        return self.send("GET", "@waiting-room", ADMIN).json()

    def insist(
        self,
        login: tuple[str, str] | None,
        path: str,
        key: str | None = None,
        **said: Any,
    ) -> Any:
        """The answer to a POST, once nothing is in its way any more."""
        headers = {"Idempotency-Key": key} if key else {}
        for _ in range(ATTEMPTS):
            answer = self.send("POST", path, login, json=said, headers=headers)
            if answer.ok:
                return answer.json() if answer.content else None
            assert answer.status_code == 409, answer.text
            REMEDIES[answer.json()["type"]](self, login, answer.json())
        raise AssertionError(answer.text)

    def send(
        self,
        method: str,
        path: str,
        login: tuple[str, str] | None,
        url: str | None = None,
        headers: dict[str, str] | None = None,
        **body: Any,
    ) -> requests.Response:
        """Ask the office, or another ``url``."""
        return self.session.request(
            method,
            url or self.office.path(path),
            auth=login,
            headers={**JSON_ONLY, **(headers or {})},
            timeout=60,
            **body,
        )

    def open(self, *_: Any) -> None:
        """Let people in again, and be there for them."""
        self.insist(ADMIN, "@admission", suspended=False)
        self.open_desk(self.login)

    def open_desk(self, login: tuple[str, str], *_: Any) -> None:
        self.insist(login, "@desk")

    def free_desk(self, login: tuple[str, str], why: dict[str, Any]) -> None:
        self.send("POST", f"@calls/{why['visit']}/requeue", login, json={})


PLAYED: dict[str, Callable[[Cast, Scene], None]] = {
    "call": lambda cast, scene: cast.call(scene, cast.login),
    "call elsewhere": lambda cast, scene: cast.call(scene, cast.colleague),
    "answer": lambda cast, scene: cast.insist(None, f"@visits/{scene.token}/room"),
    "show": lambda cast, scene: cast.insist(None, f"@visits/{scene.token}/shown"),
    "leave alone": lambda cast, scene: cast.let_pass(),
    "hold": lambda cast, scene: cast.serve(scene, "hold"),
    "missed": lambda cast, scene: cast.serve(scene, "missed"),
    "finish": lambda cast, scene: cast.serve(scene, "finish", outcome="solved"),
    "ask": lambda cast, scene: cast.ask_to_come_in(scene),
    "admit": lambda cast, scene: cast.decide(scene, "admit"),
    "refuse": lambda cast, scene: cast.decide(scene, "refuse"),
}
REMEDIES: dict[str, Callable[[Cast, Any, dict[str, Any]], None]] = {
    "DoorClosed": Cast.open,
    "NoDesk": Cast.open_desk,
    "DeskBusy": Cast.free_desk,
}
