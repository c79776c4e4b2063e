"""Tokens, decoded and verified as a Jitsi server does it."""

from .conftest import JAAS
from .conftest import NOW
from .conftest import ROOM
from .conftest import take_seat
from .conftest import UNTIL
from collective.virtualoffice.settings import Settings
from collective.virtualoffice.video.server import jitsi_server
from collective.virtualoffice.video.tokens import claims
from collective.virtualoffice.video.tokens import make_token
from collective.virtualoffice.video.tokens import shown_name
from cryptography.hazmat.primitives.serialization import load_pem_private_key
from hypothesis import example
from hypothesis import given
from hypothesis import strategies as st
from itertools import product
import json
import jwt
import pytest


SECRET = "a shared secret of more than 32 bytes"
OWN = {"jitsi_server": "meet.example.org:8443", "jitsi_app_id": "town"}


def server(**values):
    return jitsi_server(Settings(**{**OWN, **values}))


def read(token, key, algorithm, audience="jitsi"):
    """What a server reads; PyJWT refuses a wrong signature, audience or algorithm."""
    options = {"verify_exp": False, "verify_nbf": False}
    return jwt.decode(token, key, [algorithm], options, audience=audience)


def public(key):
    return load_pem_private_key(key.encode(), None).public_key()


def leaves(value):
    if isinstance(value, dict):
        for each in value.values():
            yield from leaves(each)
    else:
        yield value


def test_a_citizen_gets_in_and_no_more():
    token = make_token(server(), SECRET, take_seat(), NOW)
    assert jwt.get_unverified_header(token) == {"alg": "HS256", "typ": "JWT"}
    assert read(token, SECRET, "HS256") == {
        "iss": "town",
        "aud": "jitsi",
        "sub": "meet.example.org",
        "room": ROOM,
        "nbf": int(NOW.timestamp()) - 60,
        "exp": int(UNTIL.timestamp()),
        "context": {
            "user": {
                "id": "pseudonym",
                "name": "Erika Mustermann",
                "moderator": "false",
                "affiliation": "member",
            },
            "features": {
                "file-upload": False,
                "inbound-call": False,
                "list-visitors": False,
                "live-translation": False,
                "livestreaming": False,
                "outbound-call": False,
                "recording": False,
                "screen-sharing": False,
                "send-groupchat": True,
                "sip-inbound-call": False,
                "sip-outbound-call": False,
                "transcription": False,
            },
        },
    }


def test_a_desk_moderates_and_still_records_nothing():
    said = claims(server(), take_seat(moderator=True), NOW)["context"]
    assert said["user"]["moderator"] == "true"
    assert said["user"]["affiliation"] == "owner"
    allowed = {name for name, value in said["features"].items() if value}
    assert allowed == {"screen-sharing", "send-groupchat"}


def test_jaas_is_served_as_it_documents(rsa_key):
    token = make_token(server(**JAAS), rsa_key, take_seat(moderator=True), NOW)
    said = read(token, public(rsa_key), "RS256")
    assert jwt.get_unverified_header(token) == {
        "alg": "RS256",
        "typ": "JWT",
        "kid": "vpaas-magic-cookie-1fc5/4f4910",
    }
    assert (said["iss"], said["sub"]) == ("chat", "vpaas-magic-cookie-1fc5")
    assert said["context"]["user"]["moderator"] == "true"
    assert "affiliation" not in said["context"]["user"]
    assert set(said["context"]["features"].values()) == {"true", "false"}
    assert said["context"]["features"]["recording"] == "false"


def test_a_whole_key_id_of_jaas_stays_as_it_is():
    whole = server(**{**JAAS, "jitsi_key_id": "vpaas-magic-cookie-1fc5/9"})
    assert whole.key_id == "vpaas-magic-cookie-1fc5/9"


@pytest.mark.parametrize(
    "algorithm, key_id, tenant, audience, issuer, claim, moderator",
    product(
        ["HS256", "RS256"],
        ["", "key/1"],
        ["", "Town-Hall"],
        ["", "my-audience"],
        ["", "my-issuer"],
        ["moderator", "affiliation", "both"],
        [True, False],
    ),
)
def test_every_choice_of_the_panel_makes_a_good_token(
    algorithm, key_id, tenant, audience, issuer, claim, moderator, rsa_key
):
    chosen = server(
        jitsi_algorithm=algorithm,
        jitsi_key_id=key_id,
        jitsi_tenant=tenant,
        jitsi_audience=audience,
        jitsi_issuer=issuer,
        jitsi_moderator_claim=claim,
    )
    key = rsa_key if algorithm == "RS256" else SECRET
    token = make_token(chosen, key, take_seat(moderator=moderator), NOW)
    verifier = public(rsa_key) if algorithm == "RS256" else SECRET
    said = read(token, verifier, algorithm, audience or "jitsi")
    user = said["context"]["user"]
    assert jwt.get_unverified_header(token).get("kid", "") == key_id
    assert said["iss"] == (issuer or "town")
    assert said["sub"] == ("town-hall" if tenant else "meet.example.org")
    assert said["room"] == ROOM
    assert user.get("moderator") in (None, "true" if moderator else "false")
    assert user.get("affiliation") in (None, "owner" if moderator else "member")
    places = {"moderator", "affiliation"} & set(user)
    assert places == ({"moderator", "affiliation"} if claim == "both" else {claim})


@pytest.mark.parametrize("chosen", [{}, JAAS])
def test_times_are_whole_numbers_and_nothing_is_null(chosen):
    said = claims(server(**chosen), take_seat(), NOW)
    assert type(said["exp"]) is int and type(said["nbf"]) is int
    assert None not in list(leaves(said))
    assert "*" not in list(leaves(said))


def test_a_token_ends_with_the_seat(rsa_key):
    token = make_token(server(), SECRET, take_seat(), NOW)
    with pytest.raises(jwt.ExpiredSignatureError):
        jwt.decode(token, SECRET, ["HS256"], audience="jitsi")


def test_another_key_signs_nothing_here():
    token = make_token(server(), SECRET, take_seat(), NOW)
    with pytest.raises(jwt.InvalidSignatureError):
        read(token, "another secret of more than 32 bytes", "HS256")


@given(st.text(), st.booleans())
@example("👩‍👩‍👧 Müller", False)
@example("مرحبا بالعالم", False)
@example("\u202eEvil\u202c", True)
@example("Łukasz Đặng 李小龍 Ωμέγα", True)
@example("x" * 10_000, False)
@example("\u0958" * 10_000, False)
@example("\ud800", False)
@example("", False)
def test_any_name_comes_through(name, moderator):
    token = make_token(server(), SECRET, take_seat(name=name, moderator=moderator), NOW)
    shown = read(token, SECRET, "HS256")["context"]["user"]["name"]
    assert shown == shown_name(name)
    assert 0 < len(shown) <= 100
    assert shown == shown.strip() and "\n" not in shown
    assert shown.encode()


@pytest.mark.parametrize(
    "name, shown",
    [
        ("  Erika\t\n Mustermann ", "Erika Mustermann"),
        ("👩‍👩‍👧", "👩‍👩‍👧"),
        ("مرحبا", "مرحبا"),
        ("a\u202eb", "ab"),
        ("\u200b", "–"),
        ("", "–"),
    ],
)
def test_a_name_stays_what_it_is_where_it_may(name, shown):
    assert shown_name(name) == shown


@given(st.text(max_size=200))
def test_a_token_is_ascii_and_json(name):
    token = make_token(server(), SECRET, take_seat(name=name), NOW)
    assert token.isascii()
    assert json.dumps(claims(server(), take_seat(name=name), NOW))
