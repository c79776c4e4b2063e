"""Processes with different token keys say so."""

from collective.virtualoffice import keys
from collective.virtualoffice.domain.house import House
from collective.virtualoffice.domain.waiting.knock import Knock
from collective.virtualoffice.domain.waiting.visit import Visit
from collective.virtualoffice.usecases.agreement import agree_on_key
from collective.virtualoffice.usecases.agreement import key_state
from datetime import datetime
from datetime import UTC
import pytest


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
    agree_on_key(house)
    visit = Visit("a", Knock("Erika Mustermann"), datetime.now(UTC))
    house.furnish("office").inside["a"] = visit
    return house


def test_the_first_process_names_its_key(house):
    assert len(house.key_fingerprint) == 16
    assert key_state(house) == "ok"


def test_another_key_is_named_loudly_and_changes_nothing(house, use, caplog):
    first = house.key_fingerprint
    use("x" * 32)
    assert agree_on_key(house) == "different"
    assert house.key_fingerprint == first
    assert [record.levelname for record in caplog.records] == ["CRITICAL"]


def test_it_is_taken_over_when_nobody_has_a_link_any_more(house, use):
    house.room("office").erase(house.room("office").visit("a"))
    use("x" * 32)
    assert agree_on_key(house) == "ok"
    assert key_state(house) == "ok"


def test_without_a_key_nothing_is_named(use):
    house = House()
    use("short")
    assert agree_on_key(house) == "missing"
    assert house.key_fingerprint is None
