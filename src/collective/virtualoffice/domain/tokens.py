"""Private links: tokens that open one record, and fingerprints that reveal nothing.

A token is `{id}.{HMAC-SHA-256 of kind, id and issue number}`: it is computed, never
stored, so that a copy of the database opens nothing. A new issue number kills the
old link. The parts are joined with their lengths, so that no two triples read alike.
"""

from base64 import urlsafe_b64encode
from datetime import date
import hashlib
import hmac
import re


MAX_TOKEN_LENGTH = 120
TOKEN = re.compile(r"([A-Za-z0-9_-]{1,64})\.[A-Za-z0-9_-]{43}")


def make_token(key: bytes, kind: str, id: str, issue: int) -> str:
    """The secret part of a private link to the record `id` of this kind."""
    return f"{id}.{_mac(key, 'token', kind, id, str(issue))}"


def token_id(token: str) -> str | None:
    """The record a token names, or None if it is not even well-formed.

    Well-formed says nothing of valid: look the record up, then ask `is_valid`.
    """
    if len(token) > MAX_TOKEN_LENGTH:
        return None
    match = TOKEN.fullmatch(token)
    return match[1] if match else None


def is_valid(key: bytes, kind: str, id: str, issue: int, token: str) -> bool:
    """Does the token open this record? Takes as long for every wrong token."""
    expected = make_token(key, kind, id, issue)
    return hmac.compare_digest(expected.encode(), token.encode(errors="replace"))


def fingerprint(key: bytes) -> str:
    """Tells two keys apart without giving either away: 16 hexadecimal digits."""
    return hmac.new(key, b"fingerprint", hashlib.sha256).hexdigest()[:16]


def address_fingerprint(key: bytes, address: str, day: date) -> str:
    """Stands for a network address on one day; the next day it is another one."""
    return _mac(key, "address", address, day.isoformat())[:22]


def seat_id(key: bytes, visit: str, seat: str) -> str:
    """Stands for one seat of one visit in a video room; says nothing, is not stored."""
    return _mac(key, "seat", visit, seat)[:22]


def _mac(key: bytes, *parts: str) -> str:
    encoded = (part.encode() for part in parts)
    message = b"".join(len(each).to_bytes(4) + each for each in encoded)
    digest = hmac.new(key, message, hashlib.sha256).digest()
    return urlsafe_b64encode(digest).rstrip(b"=").decode()
