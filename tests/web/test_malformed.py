"""Whatever is sent, the server answers in words, and never that it broke."""

from malformed import Answer
from malformed import ask
from malformed import Flaw
from malformed import MEANINGLESS
from malformed import METHODS
from malformed import UNREADABLE
from town import Office
from town import Town
import json
import pytest


PAGES = [
    "@@knock",
    "@@visit/x",
    "@@visit-erased",
    "@@staff",
    "@@staff-do",
    "@@staff-end-day",
    "@@staff-link",
    "@@staff-live",
    "@@staff-release",
]
SITE_PAGES = ["@@staff", "@@virtualoffice-health"]
READ = ["@door", "@board", "@visits/x", "@waiting-room", "@desk"]
WRITTEN = ["@visits", "@demand", "@desk", "@calls", "@messages", "@admission"]
HTML = "text/html,*/*;q=0.8"
JSON = "application/json"
TOO_MUCH = 10_000_000


@pytest.fixture(scope="module")
def place(town: Town) -> Office:
    """One open office for all of it: nothing here changes anything."""
    office = town.open_office()
    office.open_desk(office.hire("Office Clerk"))
    return office


@pytest.fixture(scope="module")
def pages(place: Office) -> list[str]:
    """The front page, the office and our pages, also of somebody who waits."""
    site = [place.town.url, *map(place.town.path, SITE_PAGES)]
    link = place.knock().link
    return [*site, place.url, *map(place.path, PAGES), link, f"{link}/room"]


def services(office: Office, method: str) -> list[str]:
    """Those that know the method."""
    if method != "POST":
        return [office.path(name) for name in READ]
    return [*(office.path(name) for name in WRITTEN), office.town.path("@clock")]


def by_name(flaw: Flaw) -> str:
    return flaw.name


def is_unstored(answer: Answer) -> bool:
    return answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("flaw", UNREADABLE, ids=by_name)
def test_what_cannot_be_read_is_refused_in_words(
    place: Office, pages: list[str], flaw: Flaw
) -> None:
    for url in pages:
        answer = ask(url, flaw, HTML)
        assert (answer.status, is_unstored(answer)) == (400, True), url
        assert '<html lang="de">' in answer.text
        assert "Diese Anfrage ist nicht lesbar." in answer.text
    for url in services(place, flaw.method):
        answer = ask(url, flaw, JSON)
        assert (answer.status, is_unstored(answer)) == (400, True), url
        assert json.loads(answer.text)["type"] == "Unreadable"
        assert json.loads(answer.text)["message"].startswith("Diese Anfrage")


@pytest.mark.parametrize("flaw", MEANINGLESS, ids=by_name)
def test_what_means_nothing_breaks_nothing(
    place: Office, pages: list[str], flaw: Flaw
) -> None:
    for url in pages:
        assert ask(url, flaw, HTML).status < 500, url
    for url in services(place, flaw.method):
        answer = ask(url, flaw, JSON)
        assert answer.status < 500, url
        if answer.status >= 400:
            assert json.loads(answer.text).keys() >= {"type", "message"}, url


@pytest.mark.parametrize("flaw", METHODS, ids=by_name)
def test_other_methods_are_refused_naming_the_right_ones(
    place: Office, flaw: Flaw
) -> None:
    for url in map(place.path, PAGES):
        answer = ask(url, flaw, HTML)
        assert (answer.status, is_unstored(answer)) == (405, True), url
        assert answer.headers["Allow"] == "GET, HEAD, OPTIONS, POST"
        assert "Auf diese Art können Sie hier nichts anfragen." in answer.text
    for url in [*services(place, "GET"), *services(place, "POST")]:
        answer = ask(url, flaw, JSON)
        assert (answer.status, is_unstored(answer)) == (405, True), url
        assert json.loads(answer.text)["type"] == "MethodNotAllowed"


def test_head_is_answered_as_get_without_a_body(place: Office) -> None:
    for name, accept in (("@door", JSON), ("@board", JSON), ("@@knock", HTML)):
        got, headed = (
            ask(place.path(name), Flaw(method, method=method), accept)
            for method in ("GET", "HEAD")
        )
        assert (got.status, headed.status, headed.text) == (200, 200, "")
        assert headed.headers["Content-Type"] == got.headers["Content-Type"]
        assert headed.headers["Cache-Control"] == got.headers["Cache-Control"]


def test_options_tell_what_may_be_asked(place: Office) -> None:
    answer = ask(place.path("@visits"), Flaw("", method="OPTIONS"), JSON)
    allowed = "DELETE, GET, HEAD, OPTIONS, POST"
    assert (answer.status, answer.headers["Allow"]) == (204, allowed)


def test_too_much_is_refused(place: Office) -> None:
    flaw = Flaw("", method="POST", body=b" " * TOO_MUCH)
    page = ask(place.path("@@knock"), flaw, HTML)
    assert (page.status, is_unstored(page)) == (413, True)
    assert "Das ist zu viel auf einmal." in page.text
    service = ask(place.path("@visits"), flaw, JSON)
    assert (service.status, json.loads(service.text)["type"]) == (413, "TooLarge")


def test_staff_services_ask_to_log_in(place: Office) -> None:
    for name in ("@waiting-room", "@desk"):
        answer = ask(place.path(name), Flaw(""), JSON, "en")
        said = json.loads(answer.text)
        assert (answer.status, is_unstored(answer)) == (401, True)
        assert said["type"] == "Unauthorized"
        assert said["message"] == "Please log in with an account that may do this."
