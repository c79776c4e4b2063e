"""The way into a Jitsi room over REST: who gets which token, and for how long."""

from collective.virtualoffice.video import secret
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from plone import api
import jwt
import pytest
import transaction


SECRET = "never-to-be-seen-in-any-answer-of-the-site"


def write(**settings):
    for name, value in settings.items():
        api.portal.set_registry_record(f"collective.virtualoffice.{name}", value)
    transaction.commit()


@pytest.fixture
def jitsi(site, monkeypatch):
    monkeypatch.setenv(secret.KEY, SECRET)
    write(video_system="jitsi", jitsi_server="meet.example.org", jitsi_app_id="town")


@pytest.fixture
def citizen(jitsi, anon, called):
    """The citizen's way in, each time it is asked for."""
    return lambda: anon.post(f"/@visits/{called['token']}/room", json={})


@pytest.fixture
def desk_side(jitsi, clerk, called):
    return lambda: clerk.post(f"/@calls/{called['id']}/room", json={})


def read(access):
    return jwt.decode(access["jwt"], SECRET, algorithms=["HS256"], audience="jitsi")


def test_both_sides_get_into_the_same_room_and_only_the_desk_moderates(
    citizen, desk_side
):
    ours, theirs = desk_side().json()["room"], citizen().json()
    desk, person = read(ours), read(theirs)
    assert desk["room"] == person["room"] == theirs["room"] == ours["room"]
    assert theirs["room"].isalnum() and theirs["room"] == theirs["room"].lower()
    assert desk["context"]["user"]["moderator"] == "true"
    assert person["context"]["user"]["moderator"] == "false"
    assert person["context"]["user"]["name"] == "Erika Mustermann"
    assert desk["context"]["user"]["name"] == "Schalter 1"


def test_the_answer_is_what_the_script_needs(citizen):
    answer = citizen()
    access = answer.json()
    assert answer.headers["Cache-Control"] == "no-store"
    assert access.keys() == {
        "url",
        "domain",
        "script",
        "room",
        "jwt",
        "options",
        "expires_at",
        "now",
    }
    assert access["domain"] == "meet.example.org"
    assert access["script"] == "https://meet.example.org/external_api.js"
    assert access["options"]["roomName"] == access["room"]


def test_without_an_app_id_there_is_no_token(citizen):
    write(jitsi_app_id="")
    assert "jwt" not in citizen().json()


def test_a_pseudonym_stands_for_a_seat_and_says_nothing(citizen, desk_side, called):
    person, again = read(citizen().json()), read(citizen().json())
    desk = read(desk_side().json()["room"])
    ids = [said["context"]["user"]["id"] for said in (person, again, desk)]
    assert ids[0] == ids[1] != ids[2]
    assert called["id"] not in "".join(ids)
    assert len(ids[0]) == 22


def test_it_lasts_until_the_planned_end_and_the_buffer(citizen, office):
    write(room_buffer_minutes=10)
    now = datetime.now(UTC)
    said = read(citizen().json())
    planned = timedelta(minutes=office.planned_minutes + 10)
    assert abs(said["exp"] - (now + planned).timestamp()) < 30
    assert abs(said["nbf"] - (now.timestamp() - 60)) < 30


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_room_speaks_the_language_of_the_visit(
    jitsi, anon, clerk, desk, knock, language
):
    visit = knock(page_language=language)
    clerk.post("/@calls", json={})
    headers = {"Accept-Language": "en"}
    answer = anon.post(f"/@visits/{visit['token']}/room", json={}, headers=headers)
    assert answer.json()["options"]["lang"] == language


def test_the_desk_reads_its_own_language(jitsi, clerk, called):
    url, german = f"/@calls/{called['id']}/room", {"Accept-Language": "de"}
    answer = clerk.post(url, json={}, headers=german)
    assert answer.json()["room"]["options"]["lang"] == "de"


@pytest.mark.parametrize("deed", ["finish", "hold", "requeue"])
def test_after_the_call_nobody_gets_another_token(
    citizen, desk_side, clerk, called, deed
):
    assert citizen().status_code == 200
    how = {"outcome": "solved"}
    assert clerk.post(f"/@calls/{called['id']}/{deed}", json=how).status_code == 200
    for answer in (citizen(), desk_side()):
        assert answer.status_code == 409
        assert "jwt" not in answer.text


def test_who_left_gets_no_other_token(citizen, desk_side, anon, called):
    citizen()
    anon.delete(f"/@visits/{called['token']}")
    assert citizen().status_code == desk_side().status_code == 409


def test_a_lost_key_is_told_by_its_reason(citizen, monkeypatch):
    monkeypatch.setenv(secret.KEY, "short")
    answer = citizen()
    assert (answer.status_code, answer.json()["type"]) == (503, "VideoUnavailable")
    assert answer.json()["reason"] == "key_short"
