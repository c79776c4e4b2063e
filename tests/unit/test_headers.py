from collective.virtualoffice.browser.headers import protect
import pytest


class Response(dict):
    """Headers as a response keeps them."""

    setHeader = dict.__setitem__


def headers(**options) -> Response:
    response = Response()
    protect(response, **options)
    return response


def policy(**options) -> dict[str, str]:
    text = headers(**options)["Content-Security-Policy"]
    return dict(directive.split(" ", 1) for directive in text.split("; "))


ROOM = "https://meet.example.org"


@pytest.mark.parametrize(
    "name, value",
    [
        ("Cache-Control", "no-store"),
        ("X-Robots-Tag", "noindex"),
        ("Referrer-Policy", "no-referrer"),
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "DENY"),
    ],
)
def test_a_private_page_is_not_stored_indexed_told_or_framed(name, value):
    assert headers()[name] == value
    assert headers(video_origin=ROOM)[name] == value


def test_a_private_page_loads_and_sends_nothing_elsewhere():
    assert policy()["default-src"] == "'none'"
    assert policy()["script-src"] == policy()["form-action"] == "'self'"
    assert policy()["frame-src"] == policy()["frame-ancestors"] == "'none'"
    assert "http" not in headers()["Content-Security-Policy"]


def test_no_page_allows_inline_scripts():
    for options in ({}, {"camera": True}, {"video_origin": ROOM}):
        assert "unsafe" not in policy(**options)["script-src"]


def test_only_the_room_lets_its_video_system_in():
    room = policy(video_origin=ROOM)
    changed = {name for name in room if room[name] != policy()[name]}
    assert changed == {"script-src", "frame-src", "form-action"}
    assert room["frame-src"] == ROOM
    assert room["script-src"] == f"'self' {ROOM}"


def test_other_pages_may_use_neither_camera_nor_microphone():
    allowed = headers()["Permissions-Policy"]
    assert "camera=()" in allowed
    assert "microphone=()" in allowed
    assert "geolocation=()" in allowed


def test_the_demonstration_room_and_the_test_may_use_the_own_camera_alone():
    allowed = headers(camera=True)["Permissions-Policy"]
    assert "display-capture=()" in allowed
    assert "camera=(self), microphone=(self)" in allowed
    assert "geolocation=()" in allowed


def test_the_video_room_may_hand_camera_and_microphone_to_its_system():
    allowed = headers(video_origin=ROOM)["Permissions-Policy"]
    assert f'camera=(self "{ROOM}"), microphone=(self "{ROOM}")' in allowed
