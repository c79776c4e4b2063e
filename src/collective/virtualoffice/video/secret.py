"""The key under which tokens for the Jitsi server are signed.

It comes from the environment, or from a file named there; it is read anew whenever a
token is made, so that a changed file needs no restart. Parsing a private key takes a
hundred times as long as signing with it, so the last one parsed is remembered.
"""

from .access import VideoUnavailable
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.serialization import load_pem_private_key
from functools import lru_cache
from pathlib import Path
import os


KEY = "VIRTUALOFFICE_JITSI_KEY"
KEY_FILE = "VIRTUALOFFICE_JITSI_KEY_FILE"
SHORTEST_SECRET = 32
SHORTEST_RSA_KEY = 2048


def signing_key(algorithm: str) -> str | RSAPrivateKey:
    """The secret for HS256, the private key for RS256.

    Raises VideoUnavailable with one of the reasons `key_missing`, `key_unreadable`
    (no text, too), `key_short` (RFC 7518, 3.2 and 3.3) and `key_unfit`.
    """
    key = _read().strip()
    if not _is_text(key):
        raise VideoUnavailable("key_unreadable")
    if not key:
        raise VideoUnavailable("key_missing")
    if algorithm == "RS256":
        return _checked_rsa_key(key)
    if "PRIVATE KEY-----" in key:
        raise VideoUnavailable("key_unfit")
    if len(key.encode()) < SHORTEST_SECRET:
        raise VideoUnavailable("key_short")
    return key


def _read() -> str:
    """A file is looked for only where the environment holds no key itself."""
    key, file = os.environ.get(KEY), os.environ.get(KEY_FILE)
    if key or not file:
        return key or ""
    try:
        return Path(file).read_text(encoding="utf-8")
    except (OSError, ValueError):
        raise VideoUnavailable("key_unreadable") from None


def _is_text(key: str) -> bool:
    """Whether no byte of it was strange to UTF-8 in the environment."""
    try:
        key.encode()
    except UnicodeEncodeError:
        return False
    return True


@lru_cache(maxsize=1)
def _checked_rsa_key(text: str) -> RSAPrivateKey:
    """Line breaks may be written as \\n, as in files that hold an environment."""
    pem = text.replace("\\n", "\n")
    try:
        key = load_pem_private_key(pem.encode(), password=None)
    except (ValueError, TypeError, UnsupportedAlgorithm):
        raise VideoUnavailable("key_unfit") from None
    if not isinstance(key, RSAPrivateKey):
        raise VideoUnavailable("key_unfit")
    if key.key_size < SHORTEST_RSA_KEY:
        raise VideoUnavailable("key_short")
    return key
