"""What the bench reckons with: a figure that is wrong would prove the wrong thing."""

from collective.virtualoffice.browser import static
from collective.virtualoffice.domain.signs import QUICKEST
from collective.virtualoffice.domain.signs import Signs
from datafs import packed_size
from datafs import written_after
from datetime import datetime
from datetime import UTC
from figures import Comparison
from figures import Figures
from figures import Goal
from figures import percentile
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from quote import table
from rhythm import ATTENDANCE
from rhythm import PRESENCE
from rhythm import SEAT
from rhythm import whole_visit
from ZODB.FileStorage import FileStorage
import pytest
import transaction
import ZODB


def test_a_whole_visit_lasts_ten_minutes_from_knock_to_finish() -> None:
    moments = whole_visit()
    assert moments[0] == (0, "knock")
    assert moments[-1] == (600, "finish")
    assert all(earlier <= later for (earlier, _), (later, _) in pairwise(moments))


@pytest.mark.parametrize(
    ("deed", "every"), [("presence", PRESENCE), ("citizen's seat", SEAT)]
)
def test_signs_of_life_come_in_their_rhythm(deed: str, every: int) -> None:
    signs = [second for second, name in whole_visit() if name == deed]
    assert all(later - earlier <= every for earlier, later in pairwise(signs))


@pytest.mark.parametrize(
    ("script", "every"), [("seat.js", SEAT), ("attendance.js", ATTENDANCE)]
)
def test_the_rhythm_is_that_of_the_pages(script: str, every: int) -> None:
    assert f"const EVERY = {every}_000;" in (files(static) / script).read_text()


def test_the_rhythm_is_that_of_the_server() -> None:
    assert PRESENCE == QUICKEST


@pytest.mark.parametrize(
    ("share", "value"), [(0, 1.0), (0.5, 10.0), (0.95, 19.0), (1, 20.0)]
)
def test_percentiles_are_the_nearest_rank(share: float, value: float) -> None:
    assert percentile(tuple(map(float, range(20, 0, -1))), share) == value


def test_of_one_answer_every_percentile_is_that_answer() -> None:
    assert Figures((0.3,), 1).p50 == Figures((0.3,), 1).p95 == 0.3


def test_clients_that_ask_again_at_once_get_so_many_answers_a_second() -> None:
    assert Figures((0.01, 0.03), 8).per_second == pytest.approx(400)


def test_rounds_are_taken_as_one() -> None:
    rounds = [Figures((0.1, 0.2), 8), Figures((0.3,), 8)]
    assert Figures.joined(rounds) == Figures((0.1, 0.2, 0.3), 8)


def compared(ours: float, theirs: float, goal: Goal) -> Comparison:
    return Comparison("", "", goal, Figures((ours,), 1), Figures((theirs,), 1))


@pytest.mark.parametrize(
    ("goal", "ratio", "is_met"),
    [
        (Goal(least=0.6), 0.5, False),
        (Goal(least=0.4), 0.5, True),
        (Goal(most=1.5), 2.0, False),
        (Goal(most=2.5), 2.0, True),
        (Goal(), 0.5, True),
    ],
)
def test_twice_the_time_is_half_the_rate(
    goal: Goal, ratio: float, is_met: bool
) -> None:
    found = compared(0.2, 0.1, goal)
    assert (found.ratio, found.is_met) == (ratio, is_met)


def test_a_table_of_the_docs_has_every_cell_in_its_row() -> None:
    assert "\n".join(table("Ratios", ("", "goal"), [("door", ""), ("knock", "2")])) == (
        ".. list-table:: Ratios\n   :header-rows: 1\n\n"
        "   * -\n     - goal\n   * - door\n     -\n   * - knock\n     - 2\n"
    )


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """A Data.fs with one sign of life, written twice."""
    path = tmp_path / "Data.fs"
    connection = ZODB.DB(FileStorage(str(path))).open()
    for minute in range(2):
        now = datetime(2026, 11, 22, 10, minute, tzinfo=UTC)
        presence = connection.root().setdefault("presence", Signs(now))
        presence.note(now, QUICKEST)
        transaction.commit()
    connection.db().close()
    return path


def test_every_byte_that_was_written_is_found_by_class(database: Path) -> None:
    written = written_after(database, len(b"FS30"))
    assert written["Signs"] > 2 * 42
    assert written.total() == database.stat().st_size - len(b"FS30")


def test_a_packed_copy_holds_every_object_once(database: Path) -> None:
    whole = database.stat().st_size
    assert whole - 400 < packed_size(database) < whole
    assert database.stat().st_size == whole
