"""`@waiting-room`: what staff see."""

import pytest


def test_nobody_else_sees_it(anon, stranger):
    for session in (anon, stranger):
        answer = session.get("/@waiting-room")
        assert answer.status_code == 401
        assert {"type", "message"} <= answer.json().keys()


@pytest.mark.parametrize("name", ["clerk", "head"])
def test_an_empty_room(log_in, name):
    answer = log_in(name).get("/@waiting-room")
    room = answer.json()
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-store"
    assert room["door"]["status"] == "unstaffed"
    assert room["admission"] == {"suspended": False, "notice": "", "day_ended": False}
    assert (room["desks"], room["visits"], room["appointments"]) == ([], [], [])
    assert room["now"]


def test_a_visit_shows_what_it_is_about(clerk, desk, knock):
    visit = knock(note="Zwei Fragen", spoken_languages=["uk"], page_language="de")
    (seen,) = clerk.get("/@waiting-room").json()["visits"]
    assert seen == {
        "id": visit["id"],
        "name": "Erika Mustermann",
        "service": None,
        "note": "Zwei Fragen",
        "phone": "",
        "spoken_languages": ["uk"],
        "page_language": "de",
        "state": "waiting",
        "since": visit["arrived_at"],
        "arrived_at": visit["arrived_at"],
        "due_at": None,
        "waited": 0,
        "respond_by": None,
        "absent": False,
        "passed_over": False,
        "attempts": 0,
        "desk": None,
        "position": 1,
        "served": True,
        "outcome": None,
        "troubles": [],
        "guests": [],
        "people": [],
    }


def test_no_private_link_is_shown_to_staff(clerk, visit):
    secret = visit["token"].partition(".")[2]
    assert secret not in clerk.get("/@waiting-room").text


def test_desks_say_whose_they_are(clerk, colleague, desk, called):
    (mine,) = clerk.get("/@waiting-room").json()["desks"]
    (theirs,) = colleague.get("/@waiting-room").json()["desks"]
    assert mine == {
        "id": desk["id"],
        "label": "Schalter 1",
        "mine": True,
        "paused": False,
        "left_alone": False,
        "visit": called["id"],
    }
    assert theirs == {**mine, "mine": False}


def test_staff_ask_only_for_what_changed(clerk, visit, knock):
    tag = clerk.get("/@waiting-room").headers["ETag"]
    same = clerk.get("/@waiting-room", headers={"If-None-Match": tag})
    assert (same.status_code, same.content) == (304, b"")
    knock()
    other = clerk.get("/@waiting-room", headers={"If-None-Match": tag})
    assert other.status_code == 200


def test_a_finished_visit_stays_while_it_may_be_undone(clerk, in_call):
    clerk.post(f"/@calls/{in_call['id']}/finish", json={"outcome": "solved"})
    (seen,) = clerk.get("/@waiting-room").json()["visits"]
    assert (seen["state"], seen["outcome"]) == ("finished", "solved")


def test_a_missed_visit_stays_while_it_may_come_back(clerk, called):
    clerk.post(f"/@calls/{called['id']}/missed", json={})
    (seen,) = clerk.get("/@waiting-room").json()["visits"]
    assert (seen["state"], seen["position"]) == ("missed", None)


def test_who_left_is_gone(anon, clerk, visit):
    anon.delete(f"/@visits/{visit['token']}")
    assert clerk.get("/@waiting-room").json()["visits"] == []


def test_a_visit_that_no_desk_serves_is_warned_of(clerk, knock, open_desk):
    open_desk(clerk, languages=["de"])
    knock(spoken_languages=["uk"])
    room = clerk.get("/@waiting-room").json()
    assert room["visits"][0]["served"] is False
    assert "visit_unserved" in [each["type"] for each in room["warnings"]]


def test_an_unknown_proxy_is_warned_of_in_the_readers_language(clerk):
    headers = {"X-Forwarded-For": "192.0.2.1", "Accept-Language": "de"}
    warnings = clerk.get("/@waiting-room", headers=headers).json()["warnings"]
    (message,) = [w["message"] for w in warnings if w["type"] == "proxy_unconfigured"]
    assert "Proxy" in message
