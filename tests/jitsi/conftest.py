"""Jitsi's Prosody, where JITSI_PLUGINS names its modules; without it nothing is tried.

JITSI_PLUGINS is resources/prosody-plugins of a copy of github.com/jitsi/jitsi-meet.
Needed besides: Debian's prosody, lua-cjson, lua-luaossl, lua-basexx and lua-inspect.
"""

from .server import Prosody
from .server import running
from collections.abc import Callable
from collections.abc import Iterator
from contextlib import AbstractContextManager
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.hazmat.primitives.serialization import NoEncryption
from cryptography.hazmat.primitives.serialization import PrivateFormat
from cryptography.hazmat.primitives.serialization import PublicFormat
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from http.server import SimpleHTTPRequestHandler
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread
import os
import pytest
import secrets


def pytest_ignore_collect(collection_path: Path) -> bool | None:
    return None if "JITSI_PLUGINS" in os.environ else True


@dataclass(frozen=True)
class Keys:
    """The two sides' keys, and where Prosody fetches public ones."""

    secret: str
    private: str
    key_id: str
    address: str


@pytest.fixture(scope="session")
def keys(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Keys]:
    place, key_id = tmp_path_factory.mktemp("keys"), "buergerbuero/2026"
    pair = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    shown = pair.public_key().public_bytes(
        Encoding.PEM, PublicFormat.SubjectPublicKeyInfo
    )
    (place / f"{sha256(key_id.encode()).hexdigest()}.pem").write_bytes(shown)
    handler = partial(SimpleHTTPRequestHandler, directory=place)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        written = pair.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        address = f"http://127.0.0.1:{server.server_port}"
        yield Keys(secrets.token_hex(32), written.decode(), key_id, address)
        server.shutdown()


@pytest.fixture(scope="session")
def run_prosody(
    tmp_path_factory: pytest.TempPathFactory, keys: Keys
) -> Callable[..., AbstractContextManager[Prosody]]:
    """run_prosody(algorithm, host, prefix, domain) is a Prosody while it is asked."""

    def run(
        algorithm: str, host: str, prefix: str, domain: bool
    ) -> AbstractContextManager[Prosody]:
        is_pair = algorithm == "RS256"
        return running(
            host,
            prefix,
            PLUGINS=os.environ["JITSI_PLUGINS"],
            PLACE=str(tmp_path_factory.mktemp("prosody")),
            DOMAIN=str(int(domain)),
            **{"KEYS": keys.address} if is_pair else {"SECRET": keys.secret},
        )

    return run
