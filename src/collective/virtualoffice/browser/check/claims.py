"""What a token says, in words. The token itself is not shown."""

from collections.abc import Iterator
from collective.virtualoffice import _
from collective.virtualoffice.wording import clock
from dataclasses import dataclass
from datetime import datetime
from datetime import UTC
from typing import Any
from zope.i18nmessageid import Message
import jwt


@dataclass(frozen=True)
class Claim:
    """``name`` is how the token calls it."""

    name: str
    title: Message
    value: str


TITLES = {
    "iss": _("check_claim_iss", default="Who issued it"),
    "aud": _("check_claim_aud", default="For whom it is"),
    "sub": _("check_claim_sub", default="Tenant or domain"),
    "room": _("check_claim_room", default="The only room it opens"),
}
USER = {
    "id": _("check_claim_id", default="Pseudonym of the person"),
    "name": _("check_claim_name", default="Name shown in the room"),
    "moderator": _("check_claim_moderator", default="Moderator"),
    "affiliation": _("check_claim_affiliation", default="Role (owner moderates)"),
}


def claims(token: str, request: Any) -> list[Claim]:
    """The claims of a token that we made just now, so that nothing is verified."""
    return [*_of_header(token), *_of_body(token, request)]


def _of_header(token: str) -> Iterator[Claim]:
    header = jwt.get_unverified_header(token)
    title = _("check_claim_alg", default="How it is signed")
    yield Claim("alg", title, header["alg"])
    if "kid" in header:
        yield Claim("kid", _("check_claim_kid", default="Key id"), header["kid"])


def _of_body(token: str, request: Any) -> Iterator[Claim]:
    said = jwt.decode(token, options={"verify_signature": False})
    for name, title in TITLES.items():
        yield Claim(name, title, said[name])
    yield Claim("nbf", _("check_claim_nbf", default="Good from"), _at(said, request))
    title = _("check_claim_exp", default="Good until")
    yield Claim("exp", title, _at(said, request, "exp"))
    user, features = said["context"]["user"], said["context"]["features"]
    for name, title in USER.items():
        if name in user:
            yield Claim(f"context.user.{name}", title, user[name])
    allowed = [name for name, value in features.items() if value in (True, "true")]
    for names, title in [
        (allowed, _("check_claim_allowed", default="Allowed")),
        (sorted(set(features) - set(allowed)), FORBIDDEN),
    ]:
        yield Claim("context.features", title, ", ".join(names))


FORBIDDEN = _("check_claim_forbidden", default="Not allowed")


def _at(said: dict[str, Any], request: Any, name: str = "nbf") -> str:
    return clock(request, datetime.fromtimestamp(said[name], UTC))
