"""What administrators and the environment set, whatever they wrote."""

from collective.virtualoffice import keys
from collective.virtualoffice.api.clock.post import Post
from collective.virtualoffice.clients import client_address
from collective.virtualoffice.controlpanel.panel import SettingsForm
from collective.virtualoffice.controlpanel.panel import SettingsFromJson
from collective.virtualoffice.controlpanel.panel import SettingsPanel
from collective.virtualoffice.controlpanel.schema import IVirtualOfficeSettings
from collective.virtualoffice.interfaces import IVirtualOfficeLayer
from collective.virtualoffice.settings import read_settings
from collective.virtualoffice.settings import Settings
from collective.virtualoffice.video import secret
from collective.virtualoffice.video.access import Seat
from collective.virtualoffice.video.access import VideoUnavailable
from collective.virtualoffice.video.server import jitsi_server
from collective.virtualoffice.video.tokens import make_token
from dataclasses import replace
from datetime import datetime
from datetime import UTC
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
from plone import api
from plone.restapi.exceptions import DeserializationError
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch
from untrusted import anything
from untrusted import fields
from untrusted import texts
from urllib.parse import urlsplit
from zExceptions import BadRequest
from zope.interface import alsoProvides
from zope.schema import getFieldNames
from zope.schema import ValidationError
import json
import jwt
import os
import pytest
import transaction


NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
SEAT = Seat("room", "user", "Erika Mustermann", False, "/page", NOW, "de")
SECRET = "a shared secret of more than 32 bytes"
NAMES = getFieldNames(IVirtualOfficeSettings)
few = settings(max_examples=60, deadline=None)

words = st.from_regex(r"[A-Za-z0-9_./:\[\]-]{1,30}", fullmatch=True)
lines = words | texts | words.map("https://{}".format)
networks = st.lists(
    st.ip_addresses().map(str)
    | st.tuples(st.ip_addresses(), st.integers(0, 130)).map("{0[0]}/{0[1]}".format)
    | st.ip_addresses(v=6).map("{}%eth0".format)
    | texts,
    max_size=3,
)
near = {name: lines | st.integers() for name in NAMES} | {
    "trusted_proxies": networks,
    "video_system": st.sampled_from(["jitsi", "demonstration"]),
    "jitsi_service": st.sampled_from(["own", "jaas"]),
    "jitsi_algorithm": st.sampled_from(["HS256", "RS256"]),
    "jitsi_moderator_claim": st.sampled_from(["both", "moderator"]),
}


def accepts(name: str, value: Any) -> bool:
    """Whether a field takes the value; it may refuse it in its own words only."""
    try:
        IVirtualOfficeSettings[name].validate(value)
    except ValidationError:
        return False
    return True


def check(told: Settings) -> None:
    """Whatever was taken is good for what it is used for."""
    server = jitsi_server(told)
    if server is not None:
        for address in (server.origin, server.script):
            assert address.isascii()
            assert urlsplit(address).netloc == server.host
        token = make_token(replace(server, algorithm="HS256"), SECRET, SEAT, NOW)
        read = jwt.decode(token, options={"verify_signature": False})
        assert read["iss"] == server.issuer
    (told.imprint_url or "").encode()
    environ = {"REMOTE_ADDR": "192.0.2.1", "HTTP_X_FORWARDED_FOR": "198.51.100.7"}
    client_address(SimpleNamespace(environ=environ), told.trusted_proxies)


@pytest.mark.parametrize("name", ["server", "tenant", "app_id", "key_id"])
@pytest.mark.parametrize("letter", ["\u017f", "\u212a", "\u00e4", "\ud800", "\x00"])
def test_no_letter_passes_that_only_looks_like_one_of_an_address(name, letter):
    assert accepts(f"jitsi_{name}", "meet")
    assert not accepts(f"jitsi_{name}", f"meet{letter}")


@pytest.mark.parametrize("letter", ["\ud800", "\x00", "\u200b"])
def test_nothing_invisible_is_in_a_claim_or_a_web_address(letter):
    assert not accepts("jitsi_issuer", f"town{letter}")
    assert not accepts("imprint_url", f"https://example.org/{letter}")


@few
@given(fields(**near))
def test_what_a_field_takes_can_be_used(said):
    taken = {name: value for name, value in said.items() if accepts(name, value)}
    if "trusted_proxies" in taken:
        taken["trusted_proxies"] = tuple(taken["trusted_proxies"] or ())
    check(Settings(**{k: v for k, v in taken.items() if v is not None}))


@pytest.fixture
def rest(portal):
    """What comes of a PATCH of the settings: whether they were taken."""

    def send(said: Any) -> bool:
        request = portal.REQUEST.clone()
        alsoProvides(request, IVirtualOfficeLayer)
        request.set("BODY", json.dumps(said).encode())
        before = transaction.savepoint()
        try:
            with api.env.adopt_roles(["Manager"]):
                SettingsFromJson(SettingsPanel(portal, request))()
            check(read_settings())
        except (BadRequest, DeserializationError):
            return False
        finally:
            before.rollback()
        return True

    return send


def test_any_json_is_taken_as_settings_or_refused(rest):
    @few
    @given(fields(**near) | anything)
    def is_read(said):
        rest(said)

    assert rest({"answer_seconds": 60})
    assert not rest({"jitsi_server": "no/server"})
    assert not rest({"video_system": ["jitsi"]})
    is_read()


def test_any_form_is_taken_as_settings_or_shown_again(portal):
    sent = st.dictionaries(st.sampled_from(NAMES), lines)

    @few
    @given(sent, st.booleans())
    def is_shown(said, saves):
        request = portal.REQUEST.clone()
        alsoProvides(request, IVirtualOfficeLayer)
        request.form.update({f"form.widgets.{each}": said[each] for each in said})
        if saves:
            request.form["form.buttons.save"] = "Save"
        before = transaction.savepoint()
        try:
            form = SettingsForm(portal, request)
            form.update()
            check(read_settings())
        finally:
            before.rollback()

    is_shown()


environment = st.binary(max_size=60).filter(lambda each: 0 not in each).map(os.fsdecode)


@pytest.fixture
def no_key():
    keys.token_key.cache_clear()
    yield
    keys.token_key.cache_clear()


def test_any_token_key_of_the_environment_is_good_or_refused(no_key):
    @few
    @given(environment | environment.map(lambda each: each * 40))
    def is_read(key):
        keys.token_key.cache_clear()
        with patch.dict(os.environ, {keys.TOKEN_KEY: key}):
            try:
                assert keys.token_key() == os.fsencode(key.strip())
            except keys.KeyUnavailable:
                assert len(key.strip()) < keys.SHORTEST_KEY

    is_read()


@few
@given(environment | environment.map(lambda each: each * 40), st.booleans())
def test_any_signing_key_of_the_environment_signs_or_is_refused(key, is_file):
    told = {secret.KEY_FILE: key} if is_file else {secret.KEY: key}
    with patch.dict(os.environ, told):
        for algorithm in ("HS256", "RS256"):
            try:
                jwt.encode({}, secret.signing_key(algorithm), algorithm)
            except VideoUnavailable:
                continue


@few
@given(environment, st.text(st.characters(max_codepoint=255)))
def test_whatever_the_clock_shows_is_the_key_or_not(key, shown):
    with patch.dict(os.environ, {keys.CLOCK_KEY: key}):
        request = SimpleNamespace(_auth=f"Bearer {shown}")
        found = Post.is_the_clock.fget(SimpleNamespace(request=request))
        same = shown.strip().encode() == os.fsencode(key.strip())
        assert found == (same and key.strip() != "")
