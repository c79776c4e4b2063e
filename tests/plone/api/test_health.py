"""`@@virtualoffice-health`: what monitoring asks."""

from collective.virtualoffice import keys
from collective.virtualoffice.browser.health import checks
from collective.virtualoffice.storage import furnished_house
from collective.virtualoffice.storage import house
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from plone import api
import pytest
import transaction


@pytest.fixture
def health(anon, site):
    url = f"{site.absolute_url()}/@@virtualoffice-health"
    return lambda **headers: anon.get(url, headers={"Accept": "*/*", **headers})


@pytest.fixture
def ticked(site):
    """The clock just ran."""
    furnished_house(site).clock.ran_at = datetime.now(UTC)
    transaction.commit()


def test_all_is_well(health, ticked):
    answer = health()
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-store"
    found = answer.json()
    assert found.pop("clock")["state"] == "ok"
    assert found == {
        "status": "ok",
        "storage": "ok",
        "token_key": "ok",
        "outbox": None,
        "video": "ok",
        "proxy": "ok",
    }


def test_a_clock_that_never_ran(health):
    answer = health()
    assert (answer.status_code, answer.json()["status"]) == (503, "failing")
    assert answer.json()["clock"] == {"state": "never", "ran_at": None}


def test_a_clock_that_stopped(health, ticked, site):
    house(site).clock.ran_at = datetime.now(UTC) - timedelta(minutes=6)
    transaction.commit()
    assert health().status_code == 503
    assert health().json()["clock"]["state"] == "late"


def test_no_video(health, ticked):
    api.portal.set_registry_record("collective.virtualoffice.video_system", "jitsi")
    transaction.commit()
    assert (health().status_code, health().json()["video"]) == (503, "unconfigured")


@pytest.mark.parametrize(
    "key, code", [(None, "key_missing"), ("hush hush", "key_short")]
)
def test_no_tokens_for_the_video_server(health, ticked, monkeypatch, key, code):
    for name, value in [
        ("video_system", "jitsi"),
        ("jitsi_server", "meet.example.org"),
        ("jitsi_app_id", "town"),
    ]:
        api.portal.set_registry_record(f"collective.virtualoffice.{name}", value)
    transaction.commit()
    if key:
        monkeypatch.setenv("VIRTUALOFFICE_JITSI_KEY", key)
    answer = health()
    assert (answer.status_code, answer.json()["video"]) == (503, code)
    assert "hush" not in answer.text


def test_no_key(health, ticked, monkeypatch):
    monkeypatch.setenv(keys.TOKEN_KEY, "short")
    keys.token_key.cache_clear()
    answer = health()
    keys.token_key.cache_clear()
    assert (answer.status_code, answer.json()["token_key"]) == (503, "missing")


def test_another_process_has_another_key(health, ticked, site, caplog):
    house(site).key_fingerprint = "0123456789abcdef"
    transaction.commit()
    assert (health().status_code, health().json()["token_key"]) == (503, "different")
    assert "CRITICAL" in [record.levelname for record in caplog.records]


def test_a_storage_that_cannot_be_read(health, ticked, monkeypatch):
    def broken(site):
        raise OSError

    monkeypatch.setattr(checks, "house", broken)
    assert (health().status_code, health().json()["storage"]) == (503, "unreadable")


def test_a_proxy_that_nobody_configured_only_degrades(health, ticked):
    answer = health(**{"X-Forwarded-For": "192.0.2.1"})
    assert answer.status_code == 200
    assert (answer.json()["status"], answer.json()["proxy"]) == (
        "degraded",
        "unconfigured",
    )
