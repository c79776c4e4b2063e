"""Many at once on a real FileStorage: real connections, real threads, no site."""

from collections import Counter
from collections.abc import Callable
from collective.virtualoffice.domain import errors
from collective.virtualoffice.domain.hours import Hours
from collective.virtualoffice.domain.hours import Range
from collective.virtualoffice.domain.house import House
from collective.virtualoffice.domain.waiting import admission
from collective.virtualoffice.domain.waiting import calling
from collective.virtualoffice.domain.waiting import company
from collective.virtualoffice.domain.waiting import duty
from collective.virtualoffice.domain.waiting import knocking
from collective.virtualoffice.domain.waiting import staying
from collective.virtualoffice.domain.waiting import upkeep
from collective.virtualoffice.domain.waiting.desk import Duty
from collective.virtualoffice.domain.waiting.floor import Floor
from collective.virtualoffice.domain.waiting.knock import Knock
from collective.virtualoffice.domain.waiting.plan import Plan
from collective.virtualoffice.domain.waiting.rules import Rules
from collective.virtualoffice.domain.waiting.states import Outcome
from collective.virtualoffice.domain.waiting.states import State
from collective.virtualoffice.storage import Busy
from collective.virtualoffice.storage import decide
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from datetime import time
from datetime import timedelta
from datetime import UTC
from secrets import token_hex
from threading import Barrier
from threading import local
from time import monotonic
from typing import Any
from ZODB.DB import DB
from ZODB.FileStorage import FileStorage
from ZODB.POSException import ConflictError
from zoneinfo import ZoneInfo
import pytest
import transaction


NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
LAPSED = NOW + timedelta(seconds=76)
ALWAYS = {day: (Range(time(0), time(0)),) for day in range(7)}
PLAN = Plan(
    lambda: Hours(ALWAYS, {}, lambda day: None, ZoneInfo("Europe/Berlin")),
    1000,
    10,
    lambda: True,
)
A_MOMENT = timedelta(microseconds=17)
SOLVED = Outcome.SOLVED


class Town:
    """One house in a database; every thread works on a connection of its own."""

    def __init__(self, db: DB) -> None:
        self.db = db
        self.mine = local()
        self.tries = Counter()
        transaction.begin()
        self.root()["house"] = House()
        transaction.commit()

    def root(self) -> Any:
        if not hasattr(self.mine, "connection"):
            self.mine.connection = self.db.open()
        return self.mine.connection.root()

    def act(
        self, deed: Callable[[Floor], Any], now: datetime = NOW, in_line: bool = False
    ) -> Any:
        """Decide in the office; counts every try."""

        def decision() -> Any:
            self.tries["tries"] += 1
            house = self.root()["house"]
            house.furnish("office")
            try:
                return deed(Floor(house, "office", PLAN, Rules(), now, token_hex))
            finally:
                self.meet()

        return decide(decision, in_line=in_line)

    def meet(self) -> None:
        """Commit the first try only when everybody has decided on what was before."""
        gate = getattr(self.mine, "gate", None)
        self.mine.gate = None
        if gate is not None:
            gate.wait(5)

    def open(self, *clerks: str, now: datetime = NOW) -> None:
        wish = Duty("Platz", ("office",))
        for clerk in clerks:
            self.act(lambda floor, clerk=clerk: duty.open_desk(floor, clerk, wish), now)

    def knock(self, key: str, now: datetime = NOW, address: str | None = None) -> Any:
        said = Knock(name="Erika Mustermann")
        made = self.act(
            lambda floor: named(knocking.knock(floor, said, key, address, None, 0)), now
        )
        return made

    def call(
        self,
        clerk: str,
        id: str | None = None,
        now: datetime = NOW,
        in_line: bool = False,
    ) -> str:
        return self.act(lambda floor: calling.call(floor, clerk, id).id, now, in_line)

    def clerk(self, clerk: str, deed: Callable, id: str, *more: Any) -> Any:
        return self.act(lambda floor: deed(floor, clerk, id, *more) and id)

    def citizen(self, deed: Callable, id: str, now: datetime = NOW) -> Any:
        return self.act(lambda floor: deed(floor, floor.room.visit(id)) and id, now)

    def floor(self, now: datetime = NOW) -> Floor:
        """The office as it is committed now."""
        transaction.begin()
        return Floor(self.root()["house"], "office", PLAN, Rules(), now, token_hex)

    def state(self, id: str) -> State:
        return self.floor().room.visit(id).progress.state

    def speak(self, clerk: str = "ada") -> str:
        """The id of a visit in a call."""
        id = self.knock(token_hex())
        self.call(clerk, id)
        return self.citizen(staying.answer, id)

    def check(self) -> None:
        """What is true of a house after whatever happened."""
        floor = self.floor()
        visits = list(floor.room.visits())
        assert len({visit.id for visit in visits}) == len(visits)
        held = [v.progress.desk for v in visits if v.progress.desk is not None]
        assert len(set(held)) == len(held)
        assert set(held) <= {desk.id for desk in floor.house.desks.values()}
        for visit in visits:
            holds = visit.progress.state in {State.CALLED, State.IN_CALL}
            assert holds == (visit.progress.desk is not None)
            if holds:
                desk = floor.house.desk(visit.progress.desk)
                assert (desk.office, desk.visit) == ("office", visit.id)


def named(answer: Any) -> Any:
    if isinstance(answer, errors.Refusal):
        return answer
    return answer.visit.id


often = pytest.mark.parametrize("town", range(5), indirect=True)


@pytest.fixture
def town(tmp_path):
    db = DB(FileStorage(str(tmp_path / "Data.fs")), pool_size=20)
    town = Town(db)
    yield town
    transaction.abort()
    db.close()


def at_once(town: Town, *deeds: Callable[[], Any]) -> list[Any]:
    """Do all at the same moment; what each answered, or how it was refused.

    What each decides first rests on the same state: all but one must conflict
    where two together would be wrong.
    """
    gate = Barrier(len(deeds))

    def run(deed: Callable[[], Any]) -> Any:
        town.mine.gate = gate
        try:
            return deed()
        except errors.Refusal as refusal:
            return refusal
        finally:
            transaction.abort()

    with ThreadPoolExecutor(len(deeds)) as pool:
        return list(pool.map(run, deeds))


def refusals(answers: list[Any]) -> list[type]:
    return [type(each) for each in answers if isinstance(each, errors.Refusal)]


def until_refused(deed: Callable[[], Any]) -> Callable[[], list[Any]]:
    def run() -> list[Any]:
        done = []
        try:
            while True:
                done.append(deed())
        except errors.NobodyWaits:
            return done

    return run


def test_eight_clerks_call_forty_visits_each_once(town):
    clerks = [f"clerk {number}" for number in range(8)]
    town.open(*clerks)
    waiting = {town.knock(f"key {number}") for number in range(40)}

    def serve(clerk: str) -> str:
        id = town.call(clerk)
        town.citizen(staying.answer, id)
        return town.clerk(clerk, calling.finish, id, SOLVED)

    served = at_once(
        town, *(until_refused(lambda clerk=clerk: serve(clerk)) for clerk in clerks)
    )
    called = [id for each in served for id in each]
    assert len(called) == 40
    assert set(called) == waiting
    assert not town.floor().queue
    town.check()


def test_whoever_lost_once_meets_nobody_else_who_did(town):
    clerks = [f"clerk {number}" for number in range(8)]
    town.open(*clerks)
    for number in range(8):
        town.knock(f"key {number}")
    before = town.tries["tries"]
    called = at_once(town, *(lambda c=clerk: town.call(c) for clerk in clerks))
    assert len(set(called)) == 8
    first, again = 8, 7
    assert town.tries["tries"] - before == first + again


def test_what_all_want_at_once_is_tried_once_by_each(town):
    clerks = [f"clerk {number}" for number in range(8)]
    town.open(*clerks)
    for number in range(8):
        town.knock(f"key {number}")
    before = town.tries["tries"]

    def call(clerk: str) -> str:
        try:
            return town.call(clerk, in_line=True)
        finally:
            transaction.abort()

    with ThreadPoolExecutor(8) as pool:
        assert len(set(pool.map(call, clerks))) == 8
    assert town.tries["tries"] - before == 8


def test_who_stands_in_line_sees_what_was_decided_before(town):
    """However long ago the own transaction began."""
    town.open("ada")
    town.knock("key")
    town.floor()
    with ThreadPoolExecutor(1) as pool:
        pool.submit(lambda: town.call("ada")).result()
    with pytest.raises(errors.DeskBusy):
        town.call("ada", in_line=True)


def test_two_hundred_knocks_at_once_hardly_conflict(town):
    """Nobody knocks in the very microsecond of somebody else."""
    town.open("ada")
    threads = 8
    before = town.tries["tries"]

    def knock(number: int) -> list[str]:
        keys = range(number, 200, threads)
        return [
            town.knock(f"key {key}", NOW + key * A_MOMENT, f"address {key}")
            for key in keys
        ]

    made = at_once(town, *(lambda n=number: knock(n) for number in range(threads)))
    ids = [id for each in made for id in each]
    conflicts = town.tries["tries"] - before - 200
    assert len(set(ids)) == 200
    assert {seen.id for seen in town.floor().queue} == set(ids)
    assert conflicts / 200 < 1 / 20
    town.check()


def test_the_same_knock_repeated_at_once_is_one_visit(town):
    town.open("ada")
    ids = at_once(town, *[lambda: town.knock("the same key")] * 8)
    assert len(set(ids)) == 1
    assert len(town.floor().room.inside) == 1


@often
def test_two_clerks_never_call_the_same_visit(town):
    town.open("ada", "ben")
    id = town.knock(token_hex())
    answers = at_once(town, lambda: town.call("ada", id), lambda: town.call("ben", id))
    assert refusals(answers) == [errors.AlreadyCalled]
    town.check()


@often
def test_an_answer_meets_a_requeue(town):
    town.open("ada")
    id = town.knock(token_hex())
    town.call("ada", id)
    answers = at_once(
        town,
        lambda: town.citizen(staying.answer, id),
        lambda: town.clerk("ada", calling.requeue, id),
    )
    assert answers[1] == id
    assert answers[0] == id or type(answers[0]) is errors.NotCalled
    assert town.state(id) is State.WAITING
    town.check()


@often
def test_an_answer_at_the_last_moment_meets_the_desk_calling_somebody_else(town):
    town.open("ada")
    first, second = town.knock(token_hex()), town.knock(token_hex())
    town.call("ada", first)
    answers = at_once(
        town,
        lambda: town.citizen(staying.answer, first),
        lambda: town.call("ada", second, LAPSED),
    )
    assert refusals(answers) in ([errors.NotCalled], [errors.DeskBusy])
    town.check()


@often
@pytest.mark.parametrize("deed", [calling.resume, calling.undo])
def test_an_answer_at_the_last_moment_meets_the_desk_going_on_with_another(town, deed):
    town.open("ada")
    other = town.speak()
    if deed is calling.resume:
        town.clerk("ada", calling.hold, other)
    else:
        town.clerk("ada", calling.finish, other, SOLVED)
    first = town.knock(token_hex())
    town.call("ada", first)
    at_once(
        town,
        lambda: town.citizen(staying.answer, first),
        lambda: town.act(lambda f: deed(f, "ada", other) and other, LAPSED),
    )
    town.check()


@often
@pytest.mark.parametrize(
    ("close", "now"),
    [
        (lambda floor: duty.close_desk(floor, "ada"), LAPSED),
        (upkeep.tidy_desks, NOW + timedelta(minutes=16)),
    ],
)
def test_an_answer_at_the_last_moment_meets_the_desk_closing(town, close, now):
    town.open("ada")
    id = town.knock(token_hex())
    town.call("ada", id)
    at_once(
        town,
        lambda: town.citizen(staying.answer, id),
        lambda: town.act(close, now),
    )
    town.check()


@often
def test_calling_the_next_meets_the_same_desk_closing(town):
    town.open("ada")
    town.knock(token_hex())
    at_once(
        town,
        lambda: town.call("ada"),
        lambda: town.act(lambda floor: duty.close_desk(floor, "ada")),
    )
    town.check()


@often
def test_leaving_meets_a_call(town):
    town.open("ada")
    id = town.knock(token_hex())
    answers = at_once(
        town,
        lambda: town.citizen(staying.leave, id),
        lambda: town.call("ada"),
    )
    assert answers[0] == id
    assert answers[1] == id or type(answers[1]) is errors.NobodyWaits
    assert town.state(id) is State.LEFT
    town.check()


@often
def test_two_clerks_take_over_the_same_visit(town):
    town.open("ada")
    id = town.speak()
    later = NOW + timedelta(minutes=3)
    town.open("ben", "cem", now=later)
    answers = at_once(
        town,
        *(
            lambda c=clerk: town.act(lambda f: calling.take_over(f, c, id).id, later)
            for clerk in ("ben", "cem")
        ),
    )
    assert refusals(answers) == [errors.DeskAttended]
    town.check()


@often
def test_undoing_an_end_meets_calling_the_next_at_the_same_desk(town):
    town.open("ada")
    ended = town.speak()
    town.clerk("ada", calling.finish, ended, SOLVED)
    town.knock(token_hex())
    answers = at_once(
        town,
        lambda: town.clerk("ada", calling.undo, ended),
        lambda: town.call("ada"),
    )
    assert refusals(answers) == [errors.DeskBusy]
    town.check()


@often
def test_releasing_a_desk_meets_its_clerk_coming_back(town):
    town.open("ada")
    id = town.knock(token_hex())
    town.speak()
    desk, later = town.floor().desk_of("ada").desk.id, NOW + timedelta(minutes=3)
    answers = at_once(
        town,
        lambda: town.act(lambda floor: duty.release(floor, desk), later),
        lambda: town.act(lambda floor: duty.resume(floor, "ada"), later),
    )
    assert refusals(answers) in ([errors.NoDesk], [errors.DeskAttended])
    assert town.state(id) is State.WAITING
    town.check()


@often
def test_the_end_of_the_day_meets_knocks(town):
    town.open("ada")
    moments = [NOW + timedelta(seconds=number) for number in range(7)]
    later = moments[-1]
    answers = at_once(
        town,
        *(lambda at=at: town.knock(f"key {at}", at) for at in moments),
        lambda: town.act(admission.end_day, moments[3]),
    )
    made = [answer for answer in answers[:7] if isinstance(answer, str)]
    refused = [a.status for a in answers[:7] if isinstance(a, errors.DoorClosed)]
    assert len(made) + len(refused) == 7
    floor = town.floor(later)
    assert {floor.see(floor.room.visit(id)).state for id in made} <= {State.DISMISSED}
    assert not floor.queue


def test_two_tabs_open_one_desk(town):
    at_once(town, *[lambda: town.open("ada")] * 4)
    assert len(town.floor().house.desks) == 1


def test_what_always_conflicts_is_busy_in_time_and_leaves_nothing(town):
    def deed() -> None:
        town.root()["tried"] = True
        raise ConflictError

    started = monotonic()
    with pytest.raises(Busy):
        decide(deed, patience=0.2)
    assert 0.2 <= monotonic() - started < 1
    transaction.begin()
    assert "tried" not in town.root()


def test_a_refusal_leaves_nothing(town):
    def deed() -> None:
        town.root()["tried"] = True
        raise errors.NobodyWaits

    with pytest.raises(errors.NobodyWaits):
        decide(deed)
    transaction.begin()
    assert "tried" not in town.root()


def test_nothing_of_an_earlier_transaction_is_decided_along(town):
    town.root()["forgotten"] = True
    assert decide(lambda: "done") == "done"
    transaction.begin()
    assert "forgotten" not in town.root()


def guests_of(town, id):
    return town.floor().room.visit(id).guests


@often
def test_no_more_than_three_guests_come_of_five_invitations_at_once(town):
    town.open("ada")
    id = town.knock(token_hex())
    answers = at_once(town, *[lambda: town.citizen(company.invite, id)] * 5)
    assert refusals(answers) == [errors.TooManyGuests] * 2
    assert len({guest.id for guest in guests_of(town, id)}) == 3


@often
def test_letting_a_guest_in_meets_the_end_of_the_visit(town):
    town.open("ada")
    id = town.speak()
    town.citizen(company.invite, id)
    town.citizen(lambda f, visit: company.ask(f, visit, f"{id}-1", "Olena") or 1, id)
    answers = at_once(
        town,
        lambda: town.clerk("ada", company.admit, id, f"{id}-1"),
        lambda: town.citizen(staying.leave, id),
    )
    assert refusals(answers) in ([], [errors.NotPossible])
    assert town.state(id) is State.LEFT
    town.check()


@often
def test_letting_a_guest_in_meets_the_link_being_taken_back(town):
    town.open("ada")
    id = town.knock(token_hex())
    town.citizen(company.invite, id)
    town.citizen(lambda f, visit: company.ask(f, visit, f"{id}-1", "Olena") or 1, id)
    answers = at_once(
        town,
        lambda: town.clerk("ada", company.admit, id, f"{id}-1"),
        lambda: town.citizen(lambda f, v: company.withdraw(f, v, f"{id}-1") or 1, id),
    )
    assert refusals(answers) in ([], [errors.UnknownGuest])
    assert guests_of(town, id) == ()
