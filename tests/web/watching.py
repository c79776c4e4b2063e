"""What a browser sends besides its forms, and what it keeps when all is over."""

from dataclasses import dataclass
from dataclasses import field
from playwright.sync_api import BrowserContext
from playwright.sync_api import Page
from playwright.sync_api import Request


KEPT = """async () => [
    ...Object.entries({...localStorage}).map(String),
    ...Object.entries({...sessionStorage}).map(String),
    ...(await caches.keys()),
    ...(await indexedDB.databases()).map(each => each.name),
    ...(document.cookie ? [document.cookie] : []),
    ...(window.name ? [window.name] : []),
    ...(history.state ? [JSON.stringify(history.state)] : []),
]"""


@dataclass
class Watched:
    """``link`` is the private one; ``kept`` is what is in the browser's stores."""

    link: str = ""
    addresses: list[str] = field(default_factory=list)
    headers: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)

    @classmethod
    def over(cls, context: BrowserContext) -> "Watched":
        watched = cls()
        context.on("request", watched.see)
        context.on("console", lambda message: watched.headers.append(message.text))
        return watched

    @property
    def token(self) -> str:
        return self.link.rpartition("/")[2]

    def see(self, request: Request) -> None:
        self.addresses.append(f"{request.method} {request.url}")
        sent = request.headers.items()
        self.headers += [f"{name}: {value}" for name, value in sent]

    def look_at(self, page: Page) -> None:
        self.kept = [*page.evaluate(KEPT), *map(str, page.context.cookies())]
