"""The town behind the nginx of the documentation."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from line import Line
from pathlib import Path
from proxy import Proxy
from requests.adapters import HTTPAdapter
from town import JSON_ONLY
from town import Office
from town import Town
from typing import Any
from urllib.parse import urlsplit
import os
import pytest
import requests


TRUSTED = ["127.0.0.1"]
# nginx counts whole seconds: what is good for one may be kept for almost two.
GONE_OFF = 2.5


@dataclass(frozen=True)
class Proxied:
    """``line`` lies between nginx and Zope."""

    town: Town
    proxy: Proxy
    line: Line

    def office(self, office: Office) -> Office:
        """The same office at its address outside."""
        path = office.url.removeprefix(self.town.url)
        return Office(self.town, f"{self.proxy.url}{path}", office.uid)

    def visitor(self, address: str = "127.0.0.1", **headers: str) -> requests.Session:
        """Somebody at this network address, without cookies."""
        session = requests.Session()
        session.mount(self.proxy.url, FromAddress(address))
        session.trust_env = False
        session.verify = str(self.proxy.certificate)
        session.headers.update({"Accept": "text/html", **headers})
        return session

    def program(self, address: str = "127.0.0.1", **headers: str) -> requests.Session:
        """The same, asking for JSON."""
        return self.visitor(address, **JSON_ONLY, **headers)

    def written(self) -> Iterator[tuple[str, str]]:
        """All that nginx keeps: logs, what it prints, cache, files on the way."""
        for path in self.proxy.folder.rglob("*"):
            if path.is_file():
                yield str(path), path.read_text(errors="replace")

    @property
    def log(self) -> str:
        return (self.proxy.logs / "office.log").read_text()


class FromAddress(HTTPAdapter):
    """Connections come from this address; all of 127.0.0.0/8 is this machine."""

    def __init__(self, address: str) -> None:
        self.address = address
        super().__init__()

    def init_poolmanager(self, *args: Any, **options: Any) -> None:
        super().init_poolmanager(*args, source_address=(self.address, 0), **options)


@contextmanager
def behind_nginx(town: Town, folder: Path) -> Iterator[Proxied]:
    """The town trusts its proxy meanwhile. Raises ProxyFailed."""
    if "NGINX" not in os.environ:
        pytest.fail("No nginx to try docs/nginx.conf with: NGINX=$(scripts/nginx.sh)")
    line = Line(urlsplit(town.url).port)
    proxy = Proxy(os.environ["NGINX"], folder, line.port)
    before = town.set(trusted_proxies=TRUSTED)
    try:
        proxy.start()
        yield Proxied(town, proxy, line)
    finally:
        proxy.stop()
        line.close()
        town.set(**before)
