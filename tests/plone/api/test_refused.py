"""What Zope refuses before a service of ours can: in our words, and unstored."""

from collective.virtualoffice.gate.names import registered_names
import pytest


STAFF = ["/@waiting-room", "/@desk"]


@pytest.mark.parametrize("path", STAFF)
def test_staff_services_ask_to_log_in(anon, stranger, path):
    for session in (anon, stranger):
        answer = session.get(path, headers={"Accept-Language": "de"})
        assert answer.status_code == 401
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["Content-Type"] == "application/json"
        assert answer.json().keys() == {"type", "message", "now"}
        assert answer.json()["type"] == "Unauthorized"
        assert answer.json()["message"].startswith("Bitte melden Sie sich")


def test_the_sentence_is_in_the_language_of_the_reader(anon):
    answer = anon.get("/@desk", headers={"Accept-Language": "en"})
    message = answer.json()["message"]
    assert message == "Please log in with an account that may do this."


def test_a_wrong_password_is_answered_alike(log_in):
    answer = log_in("clerk", "wrong").post("/@calls", json={})
    assert (answer.status_code, answer.json()["type"]) == (401, "Unauthorized")
    assert answer.headers["Cache-Control"] == "no-store"


def test_nothing_is_behind_a_service(anon):
    answer = anon.get("/@door/++lang++de", headers={"Accept-Language": "de"})
    assert (answer.status_code, answer.json()["type"]) == (404, "UnknownPath")
    assert answer.json()["message"] == "Hier gibt es nichts."
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    "path, status, type", [("/@history", 401, "Unauthorized"), ("/@x", 404, "NotFound")]
)
def test_services_of_others_are_refused_by_plone(anon, path, status, type):
    answer = anon.get(path)
    assert (answer.status_code, answer.json()["type"]) == (status, type)
    assert "now" not in answer.json()


@pytest.mark.parametrize(
    "name, methods",
    [
        ("@@knock", {"GET", "HEAD", "POST"}),
        ("@@staff", {"GET", "HEAD", "POST"}),
        ("@@virtualoffice-health", {"GET", "HEAD", "POST"}),
        ("@door", {"GET", "HEAD"}),
        ("@visits", {"GET", "HEAD", "POST", "DELETE"}),
        ("@calls", {"POST"}),
    ],
)
def test_the_filter_before_zope_knows_our_names(portal, name, methods):
    assert registered_names()[name] == methods


def test_the_filter_takes_nothing_of_plone_for_ours(portal):
    assert not registered_names().keys() & {"@search", "@@view", "@@index.html", "@@"}
