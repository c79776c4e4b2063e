"""Jitsi servers, seats and keys to try tokens with."""

from collections.abc import Callable
from collective.virtualoffice.video import Seat
from collective.virtualoffice.video import secret
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.hazmat.primitives.serialization import NoEncryption
from cryptography.hazmat.primitives.serialization import PrivateFormat
from datetime import datetime
from datetime import UTC
from typing import Any
import pytest


NOW = datetime(2026, 5, 4, 8, 30, tzinfo=UTC)
UNTIL = datetime(2026, 5, 4, 9, 15, tzinfo=UTC)
ROOM = "0123456789abcdef" * 4
JAAS = {
    "jitsi_service": "jaas",
    "jitsi_app_id": "vpaas-magic-cookie-1fc5",
    "jitsi_key_id": "4f4910",
    "jitsi_algorithm": "RS256",
}


def pem(key: Any) -> str:
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()


def take_seat(**values: Any) -> Seat:
    known: dict[str, Any] = {
        "room": ROOM,
        "user": "pseudonym",
        "name": "Erika Mustermann",
        "moderator": False,
        "page": "https://town.example.org/office/@@visit/x/room",
        "until": UNTIL,
        "language": "de",
    }
    return Seat(**{**known, **values})


@pytest.fixture(scope="session")
def rsa_key() -> str:
    return pem(rsa.generate_private_key(public_exponent=65537, key_size=2048))


@pytest.fixture(scope="session")
def weak_rsa_key() -> str:
    return pem(rsa.generate_private_key(public_exponent=65537, key_size=1024))


@pytest.fixture(scope="session")
def curve_key() -> str:
    return pem(ec.generate_private_key(ec.SECP256R1()))


@pytest.fixture
def set_key(
    monkeypatch: pytest.MonkeyPatch,
) -> Callable[[str | None, str | None], None]:
    """set_key(key, file) is the whole environment."""

    def set_environment(key: str | None = None, file: str | None = None) -> None:
        for name, value in ((secret.KEY, key), (secret.KEY_FILE, file)):
            if value is None:
                monkeypatch.delenv(name, raising=False)
            else:
                monkeypatch.setenv(name, value)

    return set_environment
