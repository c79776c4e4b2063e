"""The page on which an administrator tries the video system."""

from .conftest import SECRET
from AccessControl import Unauthorized
from collective.virtualoffice.browser.check import page as check_page
from collective.virtualoffice.video import secret
from html import unescape
from plone import api
import json
import jwt
import pytest
import re


@pytest.fixture
def check(look):
    return lambda: look("@@virtualoffice-check")


def embedding(page):
    return json.loads(unescape(re.search('data-embedding="([^"]*)"', page)[1]))


def test_it_opens_a_fresh_room_with_the_rights_of_a_desk(jitsi, check):
    first, second = embedding(check()), embedding(check())
    said = jwt.decode(
        first["options"]["jwt"], SECRET, algorithms=["HS256"], audience="jitsi"
    )
    assert first["domain"] == "meet.example.org"
    assert said["room"] == first["options"]["roomName"]
    assert said["context"]["user"]["moderator"] == "true"
    assert first["options"]["roomName"] != second["options"]["roomName"]


def test_it_says_in_words_what_the_token_says(jitsi, check):
    page = check()
    assert "The only room it opens" in page
    assert "key-1" in page
    assert "Not allowed" in page and "livestreaming, outbound-call" in page


def test_only_the_configured_origin_is_named(jitsi, admin, check):
    check()
    policy = admin.headers["Content-Security-Policy"]
    assert "script-src 'self' https://meet.example.org;" in policy
    assert "frame-src https://meet.example.org;" in policy
    assert admin.headers["Cache-Control"] == "no-store"


def test_nothing_of_the_server_is_loaded_by_itself(jitsi, check):
    page = check()
    assert not re.search(r"<(script|iframe|link|img)[^>]*meet\.example\.org", page)


def test_the_same_room_can_be_tried_without_a_token(jitsi, check):
    room = embedding(check())
    page = check()
    bare = re.findall(r'href="(https://meet\.example\.org/[0-9a-f]{64})"', page)
    assert len(bare) == 1 and room["options"]["roomName"] not in bare[0]


def test_without_tokens_there_is_none_to_show(configure, check):
    configure(jitsi_server="meet.example.org")
    page = check()
    assert "jwt" not in embedding(page)["options"]
    assert "What the token says" not in page


def test_a_link_alone_has_no_script(jitsi, configure, check):
    configure(jitsi_embedded=False)
    page = check()
    assert "data-embedding" not in page
    assert "Open the test room in a new tab" in page


@pytest.mark.parametrize(
    "system, why",
    [
        ("jitsi", "There is no test room yet"),
        ("demonstration", "choose Jitsi Meet in the settings"),
    ],
)
def test_without_a_server_it_says_why_and_tries_the_rest(configure, check, system, why):
    configure(video_system=system)
    page = check()
    assert "Test room" in page and why in page
    assert "check-open" not in page and "check-help" not in page
    assert "Try camera and microphone" in page
    assert "Headers as they arrive" in page


def test_it_shows_the_headers(jitsi, check):
    page = check()
    assert "Headers as they arrive" in page
    assert (
        "frame-ancestors &#x27;none&#x27;" in page or "frame-ancestors 'none'" in page
    )


def test_it_says_how_the_site_sees_the_reader(jitsi, admin, configure, check):
    admin.addHeader("X-Forwarded-For", "192.0.2.7")
    assert "The site cannot know your address" in check()
    configure(trusted_proxies=["127.0.0.1"])
    assert "The site cannot know your address" not in check()


def test_a_missing_key_is_told_and_why_nothing_can_be_tried(jitsi, monkeypatch, check):
    monkeypatch.setenv(secret.KEY, "")
    page = check()
    assert "The key for the video server is missing" in page
    assert "There is no test room yet, because nobody could enter one" in page
    assert "check-open" not in page


def test_a_system_of_this_site_has_no_server_to_try(configure, check, monkeypatch):
    configure(video_system="demonstration")
    monkeypatch.setattr(check_page, "DEMONSTRATION", "something else")
    assert "there is no other server to try" in check()


@pytest.mark.parametrize(
    "embedded, probe",
    [(True, "meet.example.org/external_api.js"), (False, "meet.example.org/")],
)
def test_it_names_what_the_server_has_to_answer(
    jitsi, configure, check, embedded, probe
):
    configure(jitsi_embedded=embedded)
    assert f'href="https://{probe}"' in check()


def test_it_is_for_administrators(portal):
    with api.env.adopt_roles(["Editor", "Office Head"]), pytest.raises(Unauthorized):
        portal.restrictedTraverse("@@virtualoffice-check")
