"""What the start program relies on, to be safe to run at any time."""

from clock import tick
from collections.abc import Iterator
from guard import AlreadyStarted
from guard import Claim
from guard import is_database_held
from guard import is_port_free
from guard import read_key
from http.server import BaseHTTPRequestHandler
from http.server import HTTPServer
from instance import Instance
from pathlib import Path
from threading import Thread
import fcntl
import pytest
import socket


KEY = "a key of the clock"


class Clock(BaseHTTPRequestHandler):
    """Answers like the site: 200 with the key, 401 without."""

    def do_POST(self) -> None:
        known = self.headers["Authorization"] == f"Bearer {KEY}"
        as_contract = self.path == "/site/@clock" and all(
            self.headers[name] == "application/json"
            for name in ("Accept", "Content-Type")
        )
        self.send_response((200 if known else 401) if as_contract else 404)
        self.end_headers()

    def log_message(self, *arguments: object) -> None:
        """Stay silent."""


@pytest.fixture
def site() -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), Clock)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/site"
    server.shutdown()
    server.server_close()


def test_a_second_start_learns_where_the_first_one_answers(tmp_path: Path) -> None:
    first = Claim(tmp_path / "start.lock")
    first.tell(8081)

    with pytest.raises(AlreadyStarted) as refused:
        Claim(tmp_path / "start.lock")

    assert refused.value.port == 8081


def test_a_second_start_learns_that_the_first_is_still_preparing(
    tmp_path: Path,
) -> None:
    first = Claim(tmp_path / "start.lock")

    with pytest.raises(AlreadyStarted) as refused:
        Claim(tmp_path / "start.lock")

    assert refused.value.port is None
    first.file.close()


def test_what_a_killed_start_left_behind_stops_nobody(tmp_path: Path) -> None:
    killed = Claim(tmp_path / "start.lock")
    killed.tell(8080)
    killed.file.close()

    assert Claim(tmp_path / "start.lock")


def test_a_port_is_free_until_somebody_listens() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        assert not is_port_free(port)
    assert is_port_free(port)


def test_a_database_is_held_while_its_lock_is(tmp_path: Path) -> None:
    database = tmp_path / "Data.fs"
    assert not is_database_held(database)
    with (tmp_path / "Data.fs.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        assert is_database_held(database)
    assert not is_database_held(database)


def test_the_key_is_made_once_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    key = read_key(tmp_path / "clock.key")

    assert len(key) >= 32
    assert read_key(tmp_path / "clock.key") == key
    assert (tmp_path / "clock.key").stat().st_mode & 0o777 == 0o600


def test_the_clock_shows_its_key_as_the_contract_says(site: str) -> None:
    assert tick(site, KEY) is None


def test_the_clock_tells_that_its_key_is_wrong(site: str) -> None:
    assert tick(site, "another") == "401 Unauthorized"


def test_the_clock_tells_that_nobody_answers() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    assert "refused" in tick(f"http://127.0.0.1:{port}/site", KEY)


def test_every_copy_has_its_own_folder_and_port(tmp_path: Path) -> None:
    copy = Instance(var=tmp_path, port=8123)
    copy.configure()

    zope = (tmp_path / "etc" / "zope.conf").read_text()
    wsgi = (tmp_path / "etc" / "wsgi.ini").read_text()
    assert f"path {copy.database}" in zope
    assert "listen = localhost:8123" in wsgi
    assert f"zope_conf = {tmp_path}/etc/zope.conf" in wsgi


def test_copies_that_share_a_database_share_blobs_and_key_too(tmp_path: Path) -> None:
    shared = tmp_path / "shared"
    copy = Instance(var=tmp_path / "own", port=8123, shared=shared, zeo=8100)
    copy.configure()

    zope = (copy.var / "etc" / "zope.conf").read_text()
    assert "server 127.0.0.1:8100" in zope
    assert f"blob-dir {shared}/blobstorage" in zope
    assert f"CLIENTHOME {shared}/instance\n" in zope
    assert "<filestorage>" not in zope
