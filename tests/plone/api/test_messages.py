"""`@messages`: one-way, to one or all."""

import pytest


@pytest.fixture
def heard(anon):
    def texts(visit):
        found = anon.get(f"/@visits/{visit['token']}").json()["messages"]
        return [message["text"] for message in found]

    return texts


def test_only_staff_speak(anon, stranger, visit, heard):
    for session in (anon, stranger):
        assert session.post("/@messages", json={"text": "x"}).status_code == 401
    assert heard(visit) == []


def test_all_hear_what_is_said_to_all(clerk, desk, knock, heard):
    first, second = knock(), knock()
    answer = clerk.post("/@messages", json={"text": "Es dauert länger."})
    assert (answer.status_code, answer.content) == (204, b"")
    assert heard(first) == heard(second) == ["Es dauert länger."]


def test_one_hears_what_is_said_to_one(clerk, desk, knock, heard):
    first, second = knock(), knock()
    clerk.post("/@messages", json={"text": "Nur Sie", "visit": first["id"]})
    assert (heard(first), heard(second)) == (["Nur Sie"], [])


def test_who_comes_later_does_not_hear(clerk, desk, knock, heard):
    clerk.post("/@messages", json={"text": "Gleich"})
    assert heard(knock()) == []


def test_what_was_said_to_all_is_withdrawn(anon, clerk, visit, heard):
    clerk.post("/@messages", json={"text": "Gleich"})
    (said,) = clerk.get("/@waiting-room").json()["messages"]
    url = f"/@messages/{said['id']}"
    assert (said["text"], heard(visit)) == ("Gleich", ["Gleich"])
    assert anon.delete(url).status_code == 401
    assert clerk.delete(url).status_code == 204
    assert heard(visit) == []
    again = clerk.delete(url)
    assert (again.status_code, again.json()["type"]) == (404, "UnknownMessage")
    assert clerk.delete("/@messages").status_code == 404


def test_in_the_call_only_what_is_said_to_one_is_heard(clerk, in_call, heard):
    clerk.post("/@messages", json={"text": "Es dauert länger."})
    clerk.post("/@messages", json={"text": "Nur Sie", "visit": in_call["id"]})
    assert heard(in_call) == ["Nur Sie"]


@pytest.mark.parametrize("text", [None, "", "  ", 5, "x" * 501])
def test_what_cannot_be_said(clerk, visit, text):
    answer = clerk.post("/@messages", json={"text": text})
    assert answer.status_code == 400
    assert answer.json()["errors"].keys() == {"text"}


def test_nobody_hears_it(clerk, desk):
    answer = clerk.post("/@messages", json={"text": "x", "visit": "0" * 24})
    assert (answer.status_code, answer.json()["type"]) == (404, "UnknownVisit")


def test_no_foreign_page_speaks(clerk, visit, heard):
    assert clerk.post("/@messages", data={"text": "x"}).status_code == 415
    assert heard(visit) == []
