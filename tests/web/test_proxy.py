"""docs/nginx.conf, run by a real nginx before a real Zope: what is asked once for all.

What nginx keeps is seen by counting what reaches Zope.
"""

from collections.abc import Callable
from collections.abc import Iterator
from concurrent.futures import as_completed
from concurrent.futures import Future
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from line import Line
from proxied import GONE_OFF
from proxied import Proxied
from time import monotonic
from time import sleep
from town import ADMIN
from town import JSON_ONLY
from town import Office
import pytest
import requests


CROWD = 40
PATIENCE = 30
PUBLIC = pytest.mark.parametrize("name", ["@board", "@door"])

Asked = list["Future[requests.Response]"]


@pytest.fixture
def crowd(proxied: Proxied) -> Iterator[Callable[[str], Asked]]:
    """crowd(url): many programs ask the same at the same time."""
    programs = [proxied.program() for _ in range(CROWD)]
    with ThreadPoolExecutor(CROWD) as pool:
        yield lambda url: [pool.submit(each.get, url) for each in programs]


def costs(line: Line, name: str, ask: Callable[[], object]) -> int:
    """How many requests reach Zope by that."""
    before = line.times(name)
    ask()
    return line.times(name) - before


def is_told(ask: Callable[[], bool]) -> None:
    """Fails unless it is so before long."""
    deadline = monotonic() + PATIENCE
    while not ask():
        assert monotonic() < deadline
        sleep(0.1)


@PUBLIC
def test_a_crowd_costs_zope_one_request(
    proxied: Proxied, outside: Office, crowd: Callable[[str], Asked], name: str
) -> None:
    line, url = proxied.line, outside.path(name)
    before = line.times(name)
    with line.held():
        asked = crowd(url)
        sleep(1)
    answers = [each.result() for each in asked]
    assert {answer.status_code for answer in answers} == {200}
    assert len({answer.content for answer in answers}) == 1
    # A second one if this machine slept long enough for the answer to go off.
    assert line.times(name) - before in (1, 2)


@PUBLIC
def test_while_zope_is_slow_one_waits_and_the_others_get_the_old_answer(
    proxied: Proxied, outside: Office, crowd: Callable[[str], Asked], name: str
) -> None:
    line, url = proxied.line, outside.path(name)
    old = proxied.program().get(url)
    sleep(GONE_OFF)
    before = line.times(name)
    with line.held():
        asked = crowd(url)
        others = islice(as_completed(asked, PATIENCE), CROWD - 1)
        assert {each.result().content for each in others} == {old.content}
        assert line.times(name) - before == 1
    assert [each.result().status_code for each in asked] == [200] * CROWD


@PUBLIC
def test_neither_query_nor_accept_nor_cookie_leads_past_the_cache(
    proxied: Proxied, outside: Office, name: str
) -> None:
    url, line = outside.path(name), proxied.line
    odd = [
        (f"{url}?x=1", {}),
        (f"{url}?method=manage", {"Accept": "text/html"}),
        (url, {"Accept": "application/json;q=1"}),
        (url, {"Cookie": "consent=1"}),
        (url, {"Accept-Language": "en", "Cache-Control": "no-cache"}),
    ]

    def ask() -> None:
        for address, headers in odd:
            answer = proxied.visitor(**headers).get(address)
            assert answer.headers["Content-Type"] == "application/json"

    proxied.program().get(url)
    assert costs(line, name, ask) < len(odd)


def test_what_changed_is_soon_told(
    proxied: Proxied, office: Office, outside: Office
) -> None:
    office.open_desk(ADMIN)
    board = outside.path("@board")
    program = proxied.program()
    assert program.get(board).json()["total"] == 0
    office.knock()
    is_told(lambda: program.get(board).json()["total"] == 1)


@PUBLIC
@pytest.mark.parametrize("weak", ["", "W/"])
def test_who_knows_the_answer_gets_no_body(
    proxied: Proxied, outside: Office, name: str, weak: str
) -> None:
    url = outside.path(name)
    tag = proxied.program().get(url).headers["ETag"].removeprefix("W/")
    known = {"If-None-Match": f"{weak}{tag}"}
    again = proxied.program(**known).get(url)
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["ETag"].removeprefix("W/") == tag


def test_an_office_that_is_not_for_all_is_shown_to_nobody_else(
    proxied: Proxied, office: Office, outside: Office
) -> None:
    office.town.ask("POST", office.path("@workflow/retract"), ADMIN)
    editor, program = proxied.program(), proxied.program()
    editor.auth = ADMIN
    for name in ("@board", "@door"):
        assert editor.get(outside.path(name)).status_code == 200
        assert program.get(outside.path(name)).status_code == 401


def test_what_staff_see_of_a_page_is_not_kept(
    proxied: Proxied, outside: Office
) -> None:
    editor, visitor = proxied.visitor(), proxied.visitor()
    editor.auth = ADMIN
    assert "personaltools-logout" in editor.get(outside.url).text
    assert "personaltools-logout" not in visitor.get(outside.url).text


def test_scripts_are_fetched_from_zope_once(proxied: Proxied) -> None:
    url = f"{proxied.proxy.url}/++plone++collective.virtualoffice/poll.js"

    def ask() -> None:
        for _ in range(5):
            assert "export function poll" in proxied.visitor().get(url).text

    assert costs(proxied.line, "poll.js", ask) == 1


def test_the_site_is_served_by_https_only(proxied: Proxied, outside: Office) -> None:
    path = outside.url.removeprefix(proxied.proxy.url)
    answer = requests.get(f"{proxied.proxy.plain_url}{path}", allow_redirects=False)
    assert (answer.status_code, answer.headers["Location"]) == (301, outside.url)
    answer = proxied.visitor().get(outside.url)
    assert "max-age=" in answer.headers["Strict-Transport-Security"]
    door = proxied.program().get(outside.path("@door")).json()
    assert door["@id"] == outside.path("@door")


def test_another_name_gets_nothing(proxied: Proxied, outside: Office) -> None:
    with pytest.raises(requests.ConnectionError):
        proxied.program(Host="elsewhere.example.org").get(outside.path("@door"))


def test_the_rest_of_zope_is_out_of_reach(proxied: Proxied) -> None:
    forged = "/VirtualHostBase/https/evil.example.org:443/musterstadt/%0a"
    for path in ("/Control_Panel", "/%0a", forged, "/..%2f..%2fControl_Panel"):
        answer = proxied.visitor(**JSON_ONLY).get(f"{proxied.proxy.url}{path}")
        assert answer.status_code in (400, 404), path
    assert all("/VirtualHostRoot/" in path for _, path in proxied.line.asked)
