from collective.virtualoffice.domain.limits import Knocks
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from hypothesis import given
from hypothesis import strategies as st
from ZODB.DB import DB
from ZODB.POSException import ConflictError
import pytest
import transaction


NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
WINDOW = timedelta(minutes=10)


@pytest.fixture
def knocks() -> Knocks:
    return Knocks()


def take(knocks: Knocks, address: str, limit: int, minute: float = 0) -> timedelta:
    return knocks.take(address, NOW + timedelta(minutes=minute), limit, WINDOW)


@pytest.mark.parametrize("limit", (1, 2, 15, 16, 17, 30, 100))
def test_an_address_may_knock_as_often_as_its_limit(knocks, limit):
    waits = [take(knocks, "a", limit) for _ in range(limit + 1)]
    assert waits == [None] * limit + [WINDOW]


def test_an_address_at_its_limit_waits_until_its_first_knock_is_old_enough(knocks):
    for minute in (0, 2, 4):
        assert take(knocks, "a", 3, minute) is None
    assert take(knocks, "a", 3, 5) == timedelta(minutes=5)
    assert take(knocks, "a", 3, 10) is None
    assert take(knocks, "a", 3, 11) == timedelta(minutes=1)


def test_one_at_its_limit_waits_to_the_microsecond(knocks):
    take(knocks, "a", 1)
    just_before = NOW + WINDOW - timedelta(microseconds=1)
    assert knocks.take("a", just_before, 1, WINDOW) == timedelta(microseconds=1)
    assert knocks.take("a", NOW + WINDOW, 1, WINDOW) is None


def test_other_addresses_are_not_counted(knocks):
    for other in ("aa", "a-", "A"):
        take(knocks, other, 1)
    assert take(knocks, "a", 1) is None


def test_what_was_refused_is_not_kept(knocks):
    for _ in range(5):
        take(knocks, "a", 2)
    assert len(knocks) == 2


def test_old_knocks_are_forgotten_and_young_ones_stay(knocks):
    take(knocks, "a", 2, -60)
    take(knocks, "a", 2)
    assert knocks.forget(NOW - WINDOW) == 1
    assert knocks.forget(NOW - WINDOW) == 0
    assert len(knocks) == 1


@given(
    st.lists(st.integers(0, 1200), max_size=40), st.integers(1, 5), st.integers(0, 1200)
)
def test_no_more_than_the_limit_is_allowed_in_any_window(seconds, limit, at):
    knocks = Knocks()
    moments = [NOW + timedelta(seconds=second) for second in sorted(seconds)]
    allowed = [m for m in moments if knocks.take("a", m, limit, WINDOW) is None]
    start = NOW + timedelta(seconds=at)
    assert sum(start <= moment < start + WINDOW for moment in allowed) <= limit


@pytest.fixture
def database(tmp_path):
    db = DB(str(tmp_path / "knocks.fs"), pool_size=20)
    with db.transaction() as connection:
        connection.root.knocks = Knocks()
    yield db
    db.close()


def knock_until_saved(database: DB, times: int) -> int:
    """Knock from one address; how many commits conflicted."""
    manager = transaction.TransactionManager(explicit=True)
    connection = database.open(manager)
    conflicts = saved = 0
    while saved < times:
        manager.begin()
        connection.root.knocks.take("a", NOW, 1000, WINDOW)
        try:
            manager.commit()
            saved += 1
        except ConflictError:
            manager.abort()
            conflicts += 1
    connection.close()
    return conflicts


def test_simultaneous_knocks_from_one_address_hardly_conflict_and_none_is_lost(
    database,
):
    with ThreadPoolExecutor(8) as threads:
        conflicts = sum(threads.map(knock_until_saved, [database] * 8, [40] * 8))
    with database.transaction() as connection:
        assert len(connection.root.knocks) == 320
    assert conflicts < 320 / 20
