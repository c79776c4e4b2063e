"""docs/nginx.conf: what is said while Zope does not answer, and that it is true."""

from collections.abc import Callable
from people import Citizen
from people import Clerk
from playwright.sync_api import BrowserContext
from playwright.sync_api import expect
from proxied import GONE_OFF
from proxied import Proxied
from secrets import token_hex
from time import sleep
from town import Office
import pytest


GERMAN = "Das Bürgerbüro antwortet gerade nicht"
ENGLISH = "The office does not answer at the moment"
KNOCK = {"name": "Erika Mustermann", "privacy_noted": True}


@pytest.fixture
def erika(
    outside: Office, desk: Clerk, person: Callable[..., BrowserContext]
) -> Citizen:
    """In front of the form, while a desk is open."""
    made = Citizen(person(ignore_https_errors=True).new_page(), outside)
    made.open_form()
    return made


@pytest.mark.parametrize("name", ["@board", "@door"])
def test_door_and_board_say_nothing_that_nobody_knows(
    proxied: Proxied, outside: Office, name: str
) -> None:
    url, program = outside.path(name), proxied.program()
    assert program.get(url).status_code == 200
    with proxied.line.cut():
        sleep(GONE_OFF)
        assert program.get(url).status_code == 503
    assert program.get(url).status_code == 200


@pytest.mark.parametrize("name", ["", "@@knock", "@@visit/abc.def", "@@staff"])
def test_pages_say_so_in_both_languages_and_when_to_come_back(
    proxied: Proxied, outside: Office, name: str
) -> None:
    visitor, url = proxied.visitor(), outside.path(name)
    with proxied.line.cut():
        answers = [visitor.get(url), visitor.post(url)]
    for answer in answers:
        assert answer.status_code == 503
        assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
        assert answer.headers["Cache-Control"] == "no-store"
        assert int(answer.headers["Retry-After"]) > 0
        assert GERMAN in answer.text and ENGLISH in answer.text
        assert "Ihr Platz bleibt erhalten" in answer.text
    assert "vielleicht nicht angekommen" not in answers[0].text
    assert "vielleicht nicht angekommen" in answers[1].text


def test_programs_are_told_in_their_language(proxied: Proxied, outside: Office) -> None:
    said = {
        "de": "behält den Platz",
        "en-GB,en;q=0.9": "keeps the place",
        "fr": "Platz",
    }
    with proxied.line.cut():
        for language, words in said.items():
            program = proxied.program(**{"Accept-Language": language})
            for answer in (
                program.post(outside.path("@visits"), json=KNOCK),
                program.get(outside.path("@board")),
            ):
                assert answer.status_code == 503
                assert answer.headers["Content-Type"] == "application/json"
                assert answer.headers["Retry-After"]
                assert answer.json()["type"] == "Outage"
                assert words in answer.json()["message"]


def test_a_knock_sent_again_after_the_outage_is_the_same(
    proxied: Proxied, office: Office, outside: Office, desk: Clerk
) -> None:
    key = {"Idempotency-Key": token_hex(16)}
    knock = {"url": outside.path("@visits"), "json": KNOCK, "headers": key}
    program = proxied.program()
    with proxied.line.cut():
        assert program.post(**knock).status_code == 503
    assert program.post(**knock).status_code == 201
    assert program.post(**knock).status_code == 200
    assert office.waiting == 1


def test_whoever_knocks_meanwhile_reloads_and_stands_in_the_queue_once(
    proxied: Proxied, office: Office, erika: Citizen
) -> None:
    erika.fill_in()
    with proxied.line.cut():
        erika.press(erika.words.knock)
        expect(erika.page.get_by_role("heading", name=GERMAN)).to_be_visible()
        expect(erika.page.get_by_role("main")).to_contain_text("Noch einmal senden?")
    erika.page.reload()
    erika.is_headed(erika.words.waiting_room)
    assert office.waiting == 1


def test_whoever_waits_keeps_the_place_and_is_called_afterwards(
    proxied: Proxied, erika: Citizen, desk: Clerk
) -> None:
    erika.fill_in()
    erika.press(erika.words.knock)
    erika.is_headed(erika.words.waiting_room)
    erika.comes_alive()
    with proxied.line.cut():
        # Long enough for the page to ask a few times.
        erika.page.wait_for_timeout(6_000)
        erika.is_headed(erika.words.waiting_room)
    desk.call_next()
    erika.is_called()


def test_a_page_that_reloads_by_itself_comes_through_the_outage(
    proxied: Proxied, outside: Office, erika: Citizen
) -> None:
    erika.fill_in()
    erika.press(erika.words.knock)
    erika.is_headed(erika.words.waiting_room)
    address, plain = f"{erika.page.url}?reload", proxied.visitor()
    with proxied.line.cut():
        assert 'http-equiv="refresh"' in plain.get(address).text
        assert 'http-equiv="refresh"' not in plain.get(erika.page.url).text
    assert erika.words.waiting_room in plain.get(address).text
