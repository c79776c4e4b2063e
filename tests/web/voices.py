"""People and programs that ask the town over HTTP, and everything they are told."""

from dataclasses import dataclass
from dataclasses import field
from town import Office
from typing import Any
import re
import requests


PATIENCE = 60
KEY = re.compile(r'name="key"\s+type="text"\s+value="([^"]+)"')
AUTHENTICATOR = re.compile(r'name="_authenticator"\s+value="([^"]+)"')


@dataclass(frozen=True)
class Answer:
    """What ``to`` was told; ``said`` is the headers and the body, as they came."""

    to: str
    asked: str
    said: bytes


@dataclass
class Voice:
    """Somebody who asks from an ``address`` of their own, maybe with a log-in.

    ``token`` is that of the own link and ``id`` what it is for; ``keys`` make a knock
    that is repeated the same one.
    """

    name: str
    office: Office
    heard: list[Answer]
    address: str
    login: tuple[str, str] | None = None
    token: str = ""
    id: str = ""
    keys: list[str] = field(default_factory=list)

    @property
    def page(self) -> str:
        """The page behind the own private link."""
        return f"@@visit/{self.token}"

    @property
    def invitation(self) -> str:
        """The page behind the link of a third person."""
        return f"@@guest/{self.token}"

    @property
    def visit(self) -> str:
        return f"@visits/{self.token}"

    def send(
        self, status: int, method: str, path: str, /, **request: Any
    ) -> requests.Response:
        """Ask the office, or any address; fails unless the answer has this status."""
        url = path if path.startswith("http") else self.office.path(path)
        headers = {"X-Forwarded-For": self.address, **request.pop("headers", {})}
        answer = requests.request(
            method,
            url,
            auth=self.login,
            headers=headers,
            allow_redirects=False,
            timeout=PATIENCE,
            **request,
        )
        said = f"{answer.headers}\n".encode() + answer.content
        self.heard.append(Answer(self.name, f"{method} {url}", said))
        assert answer.status_code == status, f"{method} {url}: {answer.text[:2000]}"
        return answer

    def ask(self, status: int, method: str, path: str, /, **body: Any) -> Any:
        """The JSON of a service."""
        json = None if method in {"GET", "DELETE"} else body
        headers = {"Accept": "application/json"}
        answer = self.send(status, method, path, json=json, headers=headers)
        return answer.json() if answer.content else None

    def look(self, path: str, status: int = 200, /) -> str:
        """A page as a browser gets it."""
        headers = {"Accept": "text/html", "Accept-Language": "de"}
        return self.send(status, "GET", path, headers=headers).text

    def press(self, path: str, status: int = 303, /, **form: Any) -> str:
        """Send a form; answers where it leads."""
        headers = {"Accept": "text/html", "Accept-Language": "de"}
        answer = self.send(status, "POST", path, data=form, headers=headers)
        return answer.headers.get("Location", "")

    def open_form(self) -> None:
        """The empty form of a knock, with a key of its own."""
        self.keys.append(KEY.search(self.look("@@knock"))[1])

    def send_form(self, status: int, /, **said: str) -> str:
        """Knock by the form that was opened last; answers where it leads."""
        return self.press("@@knock", status, key=self.keys[-1], **said)

    def do(self, deed: str, /, **form: str) -> None:
        """A button of the staff view."""
        found = AUTHENTICATOR.search(self.look("@@staff"))
        self.press("@@staff-do", _authenticator=found[1], deed=deed, **form)

    def knock(self, **said: Any) -> None:
        """By REST, under a key that only this voice knows; repeated once."""
        key = f"{self.name}-{'k3y' * 8}-{len(self.keys)}-{id(self.heard)}"
        self.keys.append(key)
        headers = {"Accept": "application/json", "Idempotency-Key": key}
        wish = {"privacy_noted": True, **said}
        first = self.send(201, "POST", "@visits", json=wish, headers=headers).json()
        self.send(200, "POST", "@visits", json=wish, headers=headers)
        self.token, self.id = first["token"], first["id"]
