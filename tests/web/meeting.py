"""A video server that no request reaches: the browser is answered on this machine."""

from collections.abc import Callable
from dataclasses import dataclass
from dataclasses import field
from pathlib import Path
from people import Person
from playwright.sync_api import BrowserContext
from playwright.sync_api import Route
from typing import Any
from urllib.parse import urlsplit


HOST = "meet.example.org"
SCRIPT = Path(__file__).parent / "external_api.js"
FRAME = """<!DOCTYPE html>
<html lang="de"><title>Video</title><main><h1>Video</h1></main>
<script>addEventListener("keydown", ({ key }) => { document.title = key; })</script>
</html>"""


@dataclass
class VideoServer:
    """``script`` says how its script is answered: `given`, `blocked` or `never`."""

    script: str = "given"
    asked: list[str] = field(default_factory=list)

    def serve(self, context: BrowserContext) -> None:
        context.route(f"https://{HOST}/**", self.answer)

    def answer(self, route: Route) -> None:
        self.asked.append(route.request.url)
        if urlsplit(route.request.url).path != "/external_api.js":
            route.fulfill(body=FRAME, content_type="text/html")
        elif self.script == "given":
            route.fulfill(path=SCRIPT, content_type="text/javascript")
        elif self.script == "blocked":
            route.abort()


@dataclass(frozen=True)
class Call:
    """The embedded call on somebody's page, as the stand-in wrote it down."""

    person: Person

    def play(self, event: str, **said: Any) -> None:
        """The video server reports an event."""
        self._ask("([name, said]) => standIn.play(name, said)", [event, said])

    @property
    def last(self) -> dict[str, Any]:
        """How the last call was opened, and what it was told since."""
        return self._ask("() => standIn.calls.at(-1)")

    @property
    def kept(self) -> str | None:
        """What the video server's script keeps in the browser for this site."""
        return self._ask("() => localStorage.getItem('jitsiLocalStorage')")

    @property
    def _ask(self) -> Callable[..., Any]:
        return self.person.page.evaluate
