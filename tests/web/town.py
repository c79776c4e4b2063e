"""The running demo as its makers and machines reach it: beside the browser."""

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from secrets import token_hex
from typing import Any
import pytest
import requests


ADMIN = ("admin", "admin")
PASSWORD = "demo-musterstadt"
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
AROUND_THE_CLOCK = [
    {"weekday": day, "opens": "00:00:00", "closes": "00:00:00"} for day in DAYS
]
JSON_ONLY = {"Accept": "application/json"}


@dataclass(frozen=True)
class Town:
    """The whole site; tests make offices of their own in it.

    ``ahead`` is the file that says by how many seconds its time runs ahead, ``var``
    the folder of its data and logs, ``jitsi_key`` what its tokens are signed with;
    of a town that runs already they are not known.
    """

    url: str
    clock_key: str
    ahead: Path | None = None
    var: Path | None = None
    jitsi_key: str | None = None

    @property
    def root(self) -> str:
        """The root of Zope, which the site is in."""
        return self.url.rpartition("/")[0]

    def path(self, name: str) -> str:
        return f"{self.url}/{name}"

    def ask(
        self,
        method: str,
        url: str,
        login: tuple[str, str] | None = None,
        **body: Any,
    ) -> Any:
        """The JSON answer of a REST call; fails where it is refused."""
        answer = requests.request(
            method,
            url,
            json=body if method != "GET" else None,
            auth=login,
            headers=JSON_ONLY,
            timeout=60,
        )
        assert answer.ok, f"{method} {url}: {answer.status_code} {answer.text}"
        return answer.json() if answer.content else None

    def make(self, folder: str, portal_type: str, **fields: Any) -> dict[str, Any]:
        """Published content, made by the administrator."""
        url = self.path(folder)
        wish = {"@type": portal_type, "language": "de", "exclude_from_nav": True}
        made = self.ask("POST", url, ADMIN, **wish, **fields)
        self.ask("POST", f"{made['@id']}/@workflow/publish", ADMIN)
        return made

    def let_pass(self, **time: float) -> None:
        """Let so much time pass at once in every office, as for a timedelta."""
        if self.ahead is None:
            pytest.skip("The time of a town that runs already cannot be moved.")
        seconds = timedelta(seconds=int(self.ahead.read_text())) + timedelta(**time)
        fresh = self.ahead.with_suffix(".new")
        fresh.write_text(str(int(seconds.total_seconds())))
        fresh.replace(self.ahead)

    def run_clock(self) -> None:
        """Have done what is due."""
        answer = requests.post(
            self.path("@clock"),
            json={},
            headers={**JSON_ONLY, "Authorization": f"Bearer {self.clock_key}"},
            timeout=60,
        )
        assert answer.ok, answer.text

    def open_office(self, **fields: Any) -> "Office":
        """An office that nobody else uses, open around the clock."""
        wish = {
            "title": "Bürgerbüro Mitte",
            "opening_hours": AROUND_THE_CLOCK,
            "languages": ["de", "en"],
            "phone": "02000 115-0",
            **fields,
        }
        made = self.make("buergerbueros", "VirtualOffice", **wish)
        return Office(self, made["@id"], made["UID"])

    def set(self, **settings: Any) -> dict[str, Any]:
        """Change settings of the virtual office; answers what they were."""
        url = self.path("@controlpanels/virtualoffice")
        before = self.ask("GET", url, ADMIN)["data"]
        self.ask("PATCH", url, ADMIN, **settings)
        return {name: before[name] for name in settings}


@dataclass(frozen=True)
class Office:
    """One office of the town, with what the tests ask of it beside the browser."""

    town: Town
    url: str
    uid: str

    def path(self, name: str) -> str:
        return f"{self.url}/{name}"

    def offer(self, **fields: Any) -> str:
        """The address of a service page that leads to this office."""
        wish = {
            "title": "Wohnsitz anmelden",
            "video": "complete",
            "documents": [{"title": "Personalausweis", "note": ""}],
            "offices": [self.uid],
            **fields,
        }
        return self.town.make("dienstleistungen", "Service", **wish)["@id"]

    def change(self, **fields: Any) -> None:
        """What an administrator edits."""
        self.town.ask("PATCH", self.url, ADMIN, **fields)

    def hire(self, role: str) -> tuple[str, str]:
        """The log-in of somebody new with a role in this office only."""
        name = f"person-{token_hex(6)}"
        self.town.ask(
            "POST",
            self.town.path("@users"),
            ADMIN,
            username=name,
            email=f"{name}@example.org",
            password=PASSWORD,
        )
        entry = {"id": name, "type": "user", "roles": {role: True}}
        self.town.ask("POST", self.path("@sharing"), ADMIN, entries=[entry])
        return name, PASSWORD

    def open_desk(self, login: tuple[str, str]) -> None:
        self.town.ask("POST", self.path("@desk"), login)

    def knock(self, name: str = "Max Mustermann", **said: Any) -> "Guest":
        """Somebody who waits without a browser."""
        wish = {"name": name, "privacy_noted": True, **said}
        visit = self.town.ask("POST", self.path("@visits"), **wish)
        return Guest(self, visit["id"], visit["token"])

    @property
    def waiting(self) -> int:
        return self.town.ask("GET", self.path("@door"))["waiting"]


@dataclass(frozen=True)
class Guest:
    """A visit that another program keeps."""

    office: Office
    id: str
    token: str

    @property
    def link(self) -> str:
        return self.office.path(f"@@visit/{self.token}")

    def be_present(self) -> None:
        path = f"@visits/{self.token}/presence"
        self.office.town.ask("POST", self.office.path(path))

    def leave(self) -> None:
        self.office.town.ask("DELETE", self.office.path(f"@visits/{self.token}"))

    def answer(self) -> None:
        """Come into the room that a clerk called into."""
        self.office.town.ask("POST", self.office.path(f"@visits/{self.token}/room"))
