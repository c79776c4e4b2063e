"""Whatever is answered at a private address is told to nobody."""

from collective.virtualoffice.browser.guard import guard_address
from types import SimpleNamespace
import pytest


TOKEN = f"a1b2c3.{'x' * 43}"


class Response(dict):
    setHeader = dict.__setitem__


def headers_at(path: str) -> Response:
    request = SimpleNamespace(environ={"PATH_INFO": path}, response=Response())
    guard_address(SimpleNamespace(request=request))
    return request.response


@pytest.mark.parametrize(
    "path",
    [
        f"/plone/amt/@@visit/{TOKEN}",
        f"/plone/amt/@@visit/{TOKEN}/nowhere/at/all",
        f"/plone/amt/@@guest/{TOKEN}",
        "/plone/amt/@@visit/a1b2c3.half",
        f"/plone/amt/++view++visit/{TOKEN}",
        f"/plone/amt/visit/{TOKEN}",
        f"/plone/amt/@@vist/{TOKEN}",
        f"/plone/{TOKEN}",
        f"/VirtualHostBase/https/host/plone/VirtualHostRoot/amt/@@visit/{TOKEN}",
    ],
)
def test_an_answer_at_a_private_address_is_stored_by_nobody_and_loads_nothing(path):
    headers = headers_at(path)
    assert headers["Cache-Control"] == "no-store"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert "script-src 'self';" in headers["Content-Security-Policy"]


@pytest.mark.parametrize(
    "path",
    [
        "/plone/amt",
        "/plone/amt/@@knock",
        f"/plone/amt/@visits/{TOKEN}",
        f"/plone/amt/@guests/{TOKEN}/ask",
        "/plone/en/visit/museum",
        "/plone/++resource++plone.min.js",
    ],
)
def test_other_answers_are_left_alone(path):
    assert headers_at(path) == {}
