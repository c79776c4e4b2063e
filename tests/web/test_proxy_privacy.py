"""docs/nginx.conf: what is private stays private, and nobody passes for another."""

from collections.abc import Iterator
from people import Citizen
from people import Clerk
from proxied import Proxied
from random import randrange
from town import ADMIN
from town import Guest
from town import Office
from town import Town
from typing import Any
from urllib.parse import quote
import http.client
import pytest
import re
import ssl


KNOCK = {"name": "Erika Mustermann", "privacy_noted": True, "note": "Mein Geheimnis"}
MARKS = ("Mustermann", "Geheimnis")
UPLOAD = 40_000_000


@pytest.fixture
def neighbour(office: Office, outside: Office) -> Guest:
    """Somebody else who waits there."""
    office.open_desk(ADMIN)
    visit = office.knock("Max Musterfrau")
    return Guest(outside, visit.id, visit.token)


@pytest.fixture
def erika(proxied: Proxied, outside: Office, neighbour: Guest) -> Guest:
    """Somebody who knocked through the proxy."""
    answer = proxied.program().post(outside.path("@visits"), json=KNOCK)
    assert answer.status_code == 201, answer.text
    visit = answer.json()
    assert visit["links"]["page"] == outside.path(f"@@visit/{visit['token']}")
    return Guest(outside, visit["id"], visit["token"])


def addresses(visit: Guest) -> list[str]:
    """All ways to write the addresses of a private page that lead there or nearly."""
    token, path = visit.token, visit.office.path
    encoded = "".join(f"%{ord(letter):02x}" for letter in token)
    return [
        path(f"@@visit/{token}"),
        path(f"@@visit/{token}/room"),
        path(f"%40%40visit/{token}"),
        path(f"%2540%2540visit/{token}"),
        path(f"@@visit%2f{token}"),
        path(f"@@visit/{encoded}"),
        path(f"@@VISIT/{token}"),
        path(f"visit/{token}"),
        path(f"++view++visit/{token}"),
        path(f"@visits/{token}"),
        path(f"++api++/@visits/{token}"),
        path(f"@@guest/{token}"),
        path(token),
        path(token.replace(".", "%2e")),
        path(f"@@staff?came_from={quote(visit.link)}"),
        path(f"@board?visit={token}"),
        path(f"@@visit/{token}/@board"),
    ]


def test_two_visitors_never_see_each_others_page(
    proxied: Proxied, erika: Guest, neighbour: Guest
) -> None:
    program, visitor = proxied.program(), proxied.visitor()
    for _ in range(2):
        for visit, other in ((erika, neighbour), (neighbour, erika)):
            page = visitor.get(visit.link)
            assert page.headers["Cache-Control"] == "no-store"
            assert visit.id in page.text and other.id not in page.text
            told = program.get(visit.office.path(f"@visits/{visit.token}"))
            assert told.headers["Cache-Control"] == "no-store"
            assert told.json()["id"] == visit.id


def test_private_pages_are_asked_of_zope_each_time(
    proxied: Proxied, erika: Guest
) -> None:
    pages = addresses(erika)[:2] + [erika.office.path("@@knock")]
    before = len(proxied.line.asked)
    for _ in range(3):
        for page in pages:
            proxied.visitor().get(page, allow_redirects=False)
    assert len(proxied.line.asked) - before == 3 * len(pages)


def test_the_staff_view_is_shown_to_staff_only(
    proxied: Proxied, office: Office, outside: Office, erika: Guest
) -> None:
    login = office.hire("Office Clerk")
    staff = proxied.visitor()
    form = {"__ac_name": login[0], "__ac_password": login[1], "buttons.login": "Log in"}
    staff.post(f"{proxied.proxy.url}/login", data=form)
    assert "__ac" in staff.cookies
    for name in ("@@staff", "@waiting-room"):
        mine = staff.get(outside.path(name), headers={"Accept": accepts(name)})
        assert (mine.status_code, mine.headers["Cache-Control"]) == (200, "no-store")
        assert "Erika Mustermann" in mine.text
        anybody = proxied.visitor(Accept=accepts(name)).get(outside.path(name))
        assert "Erika Mustermann" not in anybody.text
    assert "Erika Mustermann" in staff.get(outside.path("@@staff")).text


def accepts(name: str) -> str:
    return "text/html" if name.startswith("@@") else "application/json"


def test_nginx_keeps_neither_key_nor_name(proxied: Proxied, erika: Guest) -> None:
    ask_everything(proxied, erika)
    with proxied.line.cut():
        ask_everything(proxied, erika)
    upload(proxied, f"{erika.link}/room")
    secret = erika.token.partition(".")[2]
    for place, text in proxied.written():
        found = [mark for mark in (secret, *MARKS) if mark.lower() in text.lower()]
        assert (place, found) == (place, [])
    assert_log_is_useful(proxied.log)


def ask_everything(proxied: Proxied, visit: Guest) -> None:
    spied = {"Referer": visit.link, "User-Agent": f"{visit.token} Mustermann"}
    visitor, program = proxied.visitor(**spied), proxied.program(**spied)
    for url in addresses(visit):
        visitor.get(url, allow_redirects=False)
        program.post(url, json=KNOCK, allow_redirects=False)
    path = visit.link.removeprefix(proxied.proxy.url)
    proxied.visitor().get(f"{proxied.proxy.plain_url}{path}", allow_redirects=False)


def assert_log_is_useful(log: str) -> None:
    """Times, deeds and what became of them are there; whole addresses are not."""
    assert re.search(r'^127\.0\.0\.0 20\S+ "GET /\S+/@@visit/\*\*\*" 200 ', log, re.M)
    assert re.search(r'"POST /\S+/@visits" 201 ', log)
    assert re.search(r'/@@visit/\*\*\*" 503 .*zope=502', log)
    assert "cache=" in log
    assert "127.0.0.1" not in log


def upload(proxied: Proxied, url: str, **headers: str) -> tuple[int, str]:
    """Announce more than may be sent; answers the status and what is said."""
    trusted = ssl.create_default_context(cafile=str(proxied.proxy.certificate))
    connection = http.client.HTTPSConnection(
        "localhost", proxied.proxy.port, context=trusted, timeout=60
    )
    announced = {"Content-Length": str(UPLOAD), **headers}
    connection.request("POST", url.removeprefix(proxied.proxy.url), headers=announced)
    answer = connection.getresponse()
    return answer.status, answer.read().decode()


def test_what_is_too_large_is_refused_in_words(
    proxied: Proxied, outside: Office
) -> None:
    knock, api = outside.path("@@knock"), outside.path("@visits")
    before = len(proxied.line.asked)
    status, page = upload(proxied, knock, Accept="text/html")
    assert status == 413
    assert "Das ist zu groß" in page and "This is too large" in page
    wish = {"Accept": "application/json", "Accept-Language": "en"}
    status, told = upload(proxied, api, **wish)
    assert (status, '"TooLarge"' in told) == (413, True)
    assert "too large" in told
    assert len(proxied.line.asked) == before


@pytest.fixture
def two_knocks(town: Town) -> Iterator[None]:
    """Each address may knock twice in ten minutes."""
    before = town.set(knocks_per_address=2)
    yield
    town.set(**before)


def test_the_limit_is_that_of_the_real_address_whatever_a_client_claims(
    proxied: Proxied, office: Office, outside: Office, two_knocks: None
) -> None:
    office.open_desk(ADMIN)

    def knock(address: str, number: int) -> int:
        forged = f"192.0.2.{number}"
        claims = {
            "X-Forwarded-For": f"{forged}, {forged}",
            "Forwarded": f"for={forged}",
            "X-Real-IP": forged,
        }
        program = proxied.program(address, **claims)
        return program.post(outside.path("@visits"), json=KNOCK).status_code

    somebody, somebody_else = random_address(), random_address()
    assert [knock(somebody, number) for number in range(3)] == [201, 201, 429]
    assert knock(somebody_else, 4) == 201


def test_zope_hears_the_real_address_and_nothing_that_a_client_claims(
    proxied: Proxied, outside: Office, erika: Guest
) -> None:
    claims = {
        "X-Forwarded-For": "192.0.2.1",
        "Forwarded": "for=192.0.2.1;host=192.0.2.1",
        "X-Real-IP": "192.0.2.1",
        "X-Forwarded-Host": "192.0.2.1",
    }
    somebody = random_address()
    script = f"{proxied.proxy.url}/++plone++collective.virtualoffice/ways.js"
    before = len(proxied.line.heads)
    for url in (outside.url, outside.path("@door"), erika.link, script):
        assert proxied.visitor(somebody, **claims).get(url).status_code == 200
    heads = proxied.line.heads[before:]
    assert len(heads) == 4
    for head in heads:
        assert f"X-Forwarded-For: {somebody}".encode() in head
        assert b"192.0.2.1" not in head


def random_address() -> str:
    """All of them are this machine."""
    return f"127.{randrange(1, 255)}.{randrange(255)}.{randrange(1, 255)}"


def test_the_site_knows_its_proxy(proxied: Proxied) -> None:
    answer = proxied.program().get(f"{proxied.proxy.url}/@@virtualoffice-health")
    assert answer.json()["proxy"] == "ok"


def test_a_page_that_waits_is_called_through_the_proxy(
    outside: Office, desk: Clerk, person: Any
) -> None:
    erika = Citizen(person(ignore_https_errors=True).new_page(), outside)
    erika.knock()
    erika.comes_alive()
    desk.call_next()
    erika.is_called()
    erika.enter()
    assert erika.page.context.cookies() == []
