"""Tokens that let one person into one Jitsi room.

As a Jitsi server with token verification reads them (lib-jitsi-meet, doc/tokens.md),
and JaaS (developer.8x8.com/jaas/docs/api-keys-jwt).
"""

from .access import Seat
from .server import Server
from collective.virtualoffice.domain.waiting.knock import clean
from collective.virtualoffice.domain.waiting.knock import is_seen
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from datetime import datetime
from datetime import timedelta
from typing import Any
import jwt


CLOCKS_DIFFER = timedelta(seconds=60)
LONGEST_NAME = 100
NAMELESS = "–"
FORBIDDEN = (
    "file-upload",
    "inbound-call",
    "list-visitors",
    "live-translation",
    "livestreaming",
    "outbound-call",
    "recording",
    "sip-inbound-call",
    "sip-outbound-call",
    "transcription",
)


def make_token(
    server: Server, key: str | RSAPrivateKey, seat: Seat, now: datetime
) -> str:
    """A token for this seat, valid from a minute ago until the seat's end."""
    header = {"kid": server.key_id} if server.key_id else None
    return jwt.encode(claims(server, seat, now), key, server.algorithm, header)


def claims(server: Server, seat: Seat, now: datetime) -> dict[str, Any]:
    """What the token says; times are whole seconds since 1970 in UTC."""
    return {
        "iss": server.issuer,
        "aud": server.audience,
        "sub": server.subject,
        "room": seat.room,
        "nbf": int((now - CLOCKS_DIFFER).timestamp()),
        "exp": int(seat.until.timestamp()),
        "context": {"user": _user(server, seat), "features": _features(server, seat)},
    }


def shown_name(name: str) -> str:
    """A name as a stranger's page may show it: one line, not endless, never empty."""
    line = " ".join(clean(name, lines=False).split())[:LONGEST_NAME].strip()
    return line if any(map(is_seen, line)) else NAMELESS


def _user(server: Server, seat: Seat) -> dict[str, str]:
    """Texts only: JaaS asks for them, and Prosody's presence_identity for no others."""
    user = {"id": seat.user, "name": shown_name(seat.name)}
    if "moderator" in server.claims:
        user["moderator"] = _written(seat.moderator)
    if "affiliation" in server.claims:
        user["affiliation"] = "owner" if seat.moderator else "member"
    return user


def _features(server: Server, seat: Seat) -> dict[str, bool | str]:
    """Nothing is ever recorded. Chat stays: EN 301 549, 6.2 asks for text."""
    features = dict.fromkeys(FORBIDDEN, False)
    features |= {"screen-sharing": seat.moderator, "send-groupchat": True}
    if server.is_jaas:
        return {name: _written(allowed) for name, allowed in features.items()}
    return features


def _written(value: bool) -> str:
    return "true" if value else "false"
