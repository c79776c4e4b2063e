"""The nginx of docs/nginx.conf, in front of a Zope on this machine."""

from certificate import certify
from contextlib import suppress
from dataclasses import dataclass
from dataclasses import field
from instance import CHECKOUT
from instance import die_with_parent
from instance import free_port
from pathlib import Path
from pwd import getpwuid
from subprocess import Popen
import os
import signal
import socket
import time


EXAMPLE = CHECKOUT / "docs" / "nginx.conf"
HOST = "localhost"
SITE = "musterstadt"
STARTUP_LIMIT = 30  # seconds
# What a distribution's own nginx.conf says around the files of conf.d.
AROUND = """\
{user}
daemon off;
pid {folder}/nginx.pid;
error_log stderr crit;
worker_processes {workers};
worker_rlimit_nofile {files};
events {{ worker_connections {connections}; }}
http {{
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    access_log off;
    include {folder}/site.conf;
}}
"""


class ProxyFailed(Exception):
    """nginx did not start; the message is what it said."""


@dataclass
class Proxy:
    """``program`` is an nginx, ``zope`` the port it asks, ``folder`` all it writes to.

    With TLS two connections belong to each client at most, its own and one to Zope.
    """

    program: str
    folder: Path
    zope: int
    clients: int = 500
    port: int = field(default_factory=free_port)
    plain_port: int = field(default_factory=free_port)
    process: "Popen[bytes] | None" = None

    @property
    def url(self) -> str:
        """The site, as citizens know it."""
        return f"https://{HOST}:{self.port}"

    @property
    def plain_url(self) -> str:
        return f"http://{HOST}:{self.plain_port}"

    @property
    def certificate(self) -> Path:
        return self.folder / "tls" / "fullchain.pem"

    @property
    def logs(self) -> Path:
        return self.folder / "log"

    @property
    def cache(self) -> Path:
        return self.folder / "cache"

    def start(self) -> None:
        """Raises ProxyFailed."""
        for each in (self.logs, self.cache, self.certificate.parent):
            each.mkdir(parents=True)
        certify(HOST, self.certificate, self.certificate.with_name("privkey.pem"))
        (self.folder / "site.conf").write_text(self.adapted(EXAMPLE.read_text()))
        (self.folder / "nginx.conf").write_text(self._around())
        with self._console.open("wb") as console:
            self.process = Popen(
                [self.program, "-e", "stderr", "-c", str(self.folder / "nginx.conf")],
                stdout=console,
                stderr=console,
                preexec_fn=die_with_parent,
            )
        self._wait_until_up()

    def stop(self) -> None:
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            self.process.wait(30)

    def adapted(self, example: str) -> str:
        """The example with what each city changes in it, and with ports of our own."""
        changes = {
            "/etc/letsencrypt/live/www.example.org": str(self.certificate.parent),
            "/var/lib/nginx/office": str(self.cache),
            "/var/log/nginx": str(self.logs),
            "www.example.org:443": f"{HOST}:{self.port}",
            "https://www.example.org$": f"{self.url}$",
            "www.example.org": HOST,
            "127.0.0.1:8080": f"127.0.0.1:{self.zope}",
            "musterstadt": SITE,
            "listen 80": f"listen 127.0.0.1:{self.plain_port}",
            "listen 443": f"listen 127.0.0.1:{self.port}",
        }
        lines = (line for line in example.splitlines() if "listen [::]:" not in line)
        text = "\n".join(lines)
        for old, new in changes.items():
            assert old in text, old
            text = text.replace(old, new)
        return text

    def _around(self) -> str:
        user = getpwuid(os.geteuid()).pw_name
        connections = 2 * self.clients + 1000
        return AROUND.format(
            user=f"user {user};" if os.geteuid() == 0 else "",
            folder=self.folder,
            workers=1,
            files=connections + 100,
            connections=connections,
        )

    @property
    def _console(self) -> Path:
        return self.folder / "console.log"

    def _wait_until_up(self) -> None:
        deadline = time.monotonic() + STARTUP_LIMIT
        while self.process.poll() is None and time.monotonic() < deadline:
            with suppress(OSError):
                socket.create_connection((HOST, self.port), timeout=1).close()
                return
            time.sleep(0.05)
        self.stop()
        raise ProxyFailed(self._console.read_text(errors="replace"))
