"""`@clock`: only the machine's clock may ask."""

from base64 import b64encode
from collective.virtualoffice.keys import CLOCK_KEY
from collective.virtualoffice.storage import house
from datetime import datetime
from datetime import timedelta
from datetime import UTC
import pytest
import transaction


KEY = "a key for the clock of the tests"


@pytest.fixture
def tick(anon, site, monkeypatch):
    """tick(key) answers what the clock is answered."""
    monkeypatch.setenv(CLOCK_KEY, KEY)

    def ask(key=KEY, scheme="Bearer"):
        headers = {"Authorization": f"{scheme} {key}"} if key else {}
        return anon.post(f"{site.absolute_url()}/@clock", json={}, headers=headers)

    return ask


@pytest.mark.parametrize("key", [None, "", "wrong", KEY + "x"])
def test_nobody_else_may(tick, key):
    answer = tick(key)
    assert (answer.status_code, answer.json()["type"]) == (401, "WrongKey")


def test_not_by_another_scheme_either(tick):
    assert tick(b64encode(f"clock:{KEY}".encode()).decode(), "Basic").status_code == 401


def test_without_a_key_in_the_environment_nobody_may(tick, monkeypatch):
    monkeypatch.delenv(CLOCK_KEY)
    assert [tick(key).status_code for key in ("", KEY)] == [401, 401]


def test_an_administrator_is_no_clock(admin, site):
    assert admin.post(f"{site.absolute_url()}/@clock", json={}).status_code == 401


def test_it_tells_what_was_done(tick, visit):
    answer = tick()
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-store"
    told = answer.json()
    assert told["running"] is False
    assert set(told["done"].values()) == {0}
    assert {"expired", "dismissed", "missed", "erased", "letters"} <= told[
        "done"
    ].keys()


def test_what_is_due_is_done_once(anon, site, tick, visit):
    transaction.begin()
    (room,) = house(site).rooms.values()
    found = room.visit(visit["id"])
    found.signs.seen -= 31 * 60
    found.progress = type(found.progress)(
        found.progress.state, found.progress.since - timedelta(minutes=31)
    )
    transaction.commit()
    done = [tick().json()["done"]["expired"] for _ in range(2)]
    assert done == [1, 0]
    assert anon.get(f"/@visits/{visit['token']}").json()["state"] == "expired"


def test_two_runs_do_not_meet(tick, site, desk):
    transaction.begin()
    house(site).clock.running_since = datetime.now(UTC)
    transaction.commit()
    answer = tick()
    assert (answer.status_code, answer.json()["running"]) == (200, True)
