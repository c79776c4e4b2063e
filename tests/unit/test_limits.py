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


def test_an_address_that_never_knocked_may_knock(knocks):
    assert knocks.wait_for("a", NOW, 1, WINDOW) is None


def test_an_address_at_its_limit_waits_until_its_first_knock_is_old_enough(knocks):
    for minute in (0, 2, 4):
        knocks.note("a", NOW + timedelta(minutes=minute))
    now = NOW + timedelta(minutes=5)
    assert knocks.wait_for("a", now, 4, WINDOW) is None
    assert knocks.wait_for("a", now, 3, WINDOW) == timedelta(minutes=5)
    assert knocks.wait_for("a", now, 2, WINDOW) == timedelta(minutes=7)


def test_after_the_wait_it_may_knock(knocks):
    knocks.note("a", NOW)
    wait = knocks.wait_for("a", NOW + timedelta(minutes=1), 1, WINDOW)
    allowed = NOW + timedelta(minutes=1) + wait
    assert knocks.wait_for("a", allowed, 1, WINDOW) is None
    just_before = allowed - timedelta(microseconds=1)
    assert knocks.wait_for("a", just_before, 1, WINDOW) == timedelta(microseconds=1)


def test_other_addresses_are_not_counted(knocks):
    knocks.note("aa", NOW)
    knocks.note("a-", NOW)
    assert knocks.wait_for("a", NOW, 1, WINDOW) is None


def test_two_knocks_in_the_same_microsecond_both_count(knocks):
    knocks.note("a", NOW)
    knocks.note("a", NOW)
    assert knocks.wait_for("a", NOW, 3, WINDOW) is None
    assert knocks.wait_for("a", NOW, 2, WINDOW) == WINDOW


def test_old_knocks_are_forgotten_and_young_ones_stay(knocks):
    knocks.note("a", NOW - timedelta(hours=1))
    knocks.note("a", NOW)
    assert knocks.forget(NOW - WINDOW) == 1
    assert knocks.forget(NOW - WINDOW) == 0
    assert knocks.wait_for("a", NOW, 1, WINDOW) == WINDOW


@given(
    st.lists(st.integers(0, 1200), max_size=40), st.integers(1, 5), st.integers(0, 1200)
)
def test_no_more_than_the_limit_is_allowed_in_any_window(seconds, limit, at):
    knocks = Knocks()
    for second in sorted(seconds):
        now = NOW + timedelta(seconds=second)
        if knocks.wait_for("a", now, limit, WINDOW) is None:
            knocks.note("a", now)
    start = NOW + timedelta(seconds=at)
    allowed = [m for m in knocks._times.values() if start <= m < start + WINDOW]
    assert len(allowed) <= limit


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
        connection.root.knocks.note("a", NOW)
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
        assert len(connection.root.knocks._times) == 320
    assert conflicts < 320 / 20
