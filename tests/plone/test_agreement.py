"""Processes with different token keys say so."""

from collective.virtualoffice import keys
from collective.virtualoffice.domain.house import House
from collective.virtualoffice.domain.waiting.knock import Knock
from collective.virtualoffice.domain.waiting.visit import Visit
from collective.virtualoffice.usecases.agreement import agree_on_key
from collective.virtualoffice.usecases.agreement import key_state
from datetime import datetime
from datetime import timedelta
from datetime import UTC
import pytest


NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.fixture
def use(monkeypatch):
    """use(key) is what a process with that key in its environment does."""

    def change(key):
        monkeypatch.setenv(keys.TOKEN_KEY, key)
        keys.token_key.cache_clear()

    yield change
    keys.token_key.cache_clear()


@pytest.fixture
def house(use):
    """A house in which somebody waits, made under the key `k…`."""
    use("k" * 32)
    house = House()
    agree_on_key(house, NOW - HOUR)
    knock(house, "a", NOW - HOUR)
    return house


def knock(house, id, at):
    house.furnish("office").inside[id] = Visit(id, Knock("Erika Mustermann"), at)


def erase(house, id):
    house.room("office").erase(house.room("office").visit(id))


def test_the_first_process_names_its_key(house):
    assert len(house.key_fingerprint) == 16
    assert key_state(house) == "ok"


def test_another_key_is_named_loudly_and_changes_nothing(house, use, caplog):
    first = house.key_fingerprint
    use("x" * 32)
    assert agree_on_key(house, NOW) == "different"
    assert house.key_fingerprint == first
    assert [record.levelname for record in caplog.records] == ["CRITICAL"]


def test_it_is_taken_over_when_nobody_has_a_link_any_more(house, use):
    erase(house, "a")
    use("x" * 32)
    assert agree_on_key(house, NOW) == "ok"
    assert key_state(house) == "ok"


def test_it_is_taken_over_when_all_who_came_before_it_are_erased(house, use):
    use("x" * 32)
    agree_on_key(house, NOW)
    knock(house, "b", NOW + HOUR)
    assert agree_on_key(house, NOW + HOUR) == "different"
    erase(house, "a")
    assert agree_on_key(house, NOW + 2 * HOUR) == "ok"
    assert key_state(house) == "ok"
    assert house.key_differs_since is None


def test_two_keys_at_once_are_named_again_and_again(house, use):
    for turn in range(1, 4):
        use("x" * 32)
        assert agree_on_key(house, NOW + turn * HOUR) == "different"
        use("k" * 32)
        assert agree_on_key(house, NOW + turn * HOUR) == "ok"
        assert house.key_differs_since is None


def test_without_a_key_nothing_is_named(use):
    house = House()
    use("short")
    assert agree_on_key(house, NOW) == "missing"
    assert house.key_fingerprint is None
