"""When too many want the same at once: 503, and nothing half done."""

from collective.virtualoffice.storage import Busy
from collective.virtualoffice.usecases import floor
import pytest


@pytest.fixture
def busy(monkeypatch):
    """From now on every decision meets conflicts without end."""

    def start():
        def decide(deed, in_line):
            raise Busy

        monkeypatch.setattr(floor, "decide", decide)

    return start


def refused(answer):
    assert answer.status_code == 503
    assert answer.headers["Retry-After"] == "2"
    assert answer.headers["Cache-Control"] == "no-store"
    return answer.json()["type"] == "Busy"


def test_citizens_are_asked_to_try_again(anon, called, busy):
    busy()
    url = f"/@visits/{called['token']}"
    for action in ("presence", "shown", "return", "extend", "room"):
        assert refused(anon.post(f"{url}/{action}", json={}))
    assert refused(anon.delete(url))
    assert refused(anon.post("/@demand", json={"way": "phone"}))
    assert refused(anon.post("/@visits", json={"name": "Erika", "privacy_noted": True}))
    assert anon.get(url).json()["state"] == "called"


def test_staff_are_asked_to_try_again(clerk, called, busy):
    busy()
    assert refused(clerk.post("/@calls", json={}))
    assert refused(clerk.post(f"/@calls/{called['id']}/requeue", json={}))
    assert refused(clerk.post("/@desk", json={}))
    assert refused(clerk.delete("/@desk"))
    assert refused(clerk.post("/@messages", json={"text": "x"}))
    assert refused(clerk.post("/@admission", json={"suspended": True}))


def test_it_is_said_in_the_readers_language(anon, visit, busy):
    busy()
    url = f"/@visits/{visit['token']}/presence"
    answer = anon.post(url, json={}, headers={"Accept-Language": "en"})
    assert answer.json()["message"].startswith("Very many people are here")
