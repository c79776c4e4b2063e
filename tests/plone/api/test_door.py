"""`@door`: the same for everybody."""

from collective.virtualoffice.api.caching import FOR_ALL
from collective.virtualoffice.content import opening
from collective.virtualoffice.usecases import memory
from datetime import time
import pytest
import transaction


def test_without_a_desk_nobody_is_there(anon, office):
    answer = anon.get("/@door")
    assert answer.status_code == 200
    assert answer.json() == {
        "@id": f"{office.absolute_url()}/@door",
        "status": "unstaffed",
        "can_knock": False,
        "waiting": 0,
        "desks": {"open": 0, "free": 0},
        "wait": None,
        "opens_at": None,
        "closes_at": None,
        "can_book": False,
        "next_slot": None,
        "notice": None,
    }


def test_it_may_be_cached_for_a_second(anon):
    answer = anon.get("/@door")
    assert answer.headers["Cache-Control"] == FOR_ALL
    assert answer.headers["Vary"] == "Accept"
    assert answer.headers["Content-Type"] == "application/json"


def test_a_free_desk_opens_the_door(anon, desk):
    door = anon.get("/@door").json()
    assert (door["status"], door["can_knock"]) == ("free", True)
    assert door["desks"] == {"open": 1, "free": 1}
    assert door["wait"] == {"low": 0, "high": 0, "rough": True}


def test_who_waits_is_counted(anon, visit):
    door = anon.get("/@door").json()
    assert (door["status"], door["waiting"]) == ("occupied", 1)


def test_it_is_the_same_for_staff_in_any_language(anon, clerk, desk):
    german = {"Accept-Language": "de"}
    assert clerk.get("/@door", headers=german).content == anon.get("/@door").content


def test_it_answers_under_the_api_namespace_too(anon, site):
    url = f"{site.absolute_url()}/++api++/mitte/@door"
    answer = anon.get(url, headers={"Accept": "*/*"})
    assert answer.status_code == 200
    assert answer.json()["status"] == "unstaffed"


@pytest.mark.parametrize("path", ["/@door/more", "/@doors"])
def test_there_is_nothing_behind_it(anon, path):
    answer = anon.get(path)
    assert answer.status_code == 404
    assert {"type", "message"} <= answer.json().keys()


def test_nobody_gets_a_cookie(anon, visit):
    for path in ("/@door", "/@board", f"/@visits/{visit['token']}"):
        assert "Set-Cookie" not in anon.get(path).headers


def test_closed_hours_name_the_next_opening(anon, office):
    office.opening_hours = [
        {"weekday": "MO", "opens": time(8), "closes": time(8, 1)},
    ]
    transaction.commit()
    door = anon.get("/@door").json()
    assert door["status"] == "closed"
    assert "T08:00:00+0" in door["opens_at"]


def test_a_holiday_is_named_alike_for_everybody(anon, office, monkeypatch):
    holidays = {"de": "Feiertag", "en": "Holiday"}
    monkeypatch.setattr(
        opening,
        "public_holidays",
        lambda state, language: lambda day: holidays[language],
    )
    office.language = "de"
    transaction.commit()
    for language in ("en", "de"):
        memory.forget()
        door = anon.get("/@door", headers={"Accept-Language": language}).json()
        assert (door["status"], door["notice"]) == ("closed", "Feiertag")
