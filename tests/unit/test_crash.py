"""What the crash test holds against the office; a check that cannot fail is none."""

from collections.abc import Iterable
from gate import Gate
from gate import Over
from ledger import Deed
from ledger import Known
from ledger import Ledger
from ledger import possible
from socket import create_server
from threading import Thread
from typing import Any
from wire import Client
import audit
import pytest


NOW = 20.0


def deed(
    name: str, state: str, sent: float, ended: float, acknowledged: bool = True
) -> Deed:
    return Deed(name, state, sent, ended, acknowledged)


KNOCK = deed("knock", "waiting", 1, 2)
CALL = deed("call", "called", 3, 4)
ANSWER = deed("room", "in_call", 5, 6)
FINISH = deed("finish", "finished: solved", 7, 8)
SPOKEN = [KNOCK, CALL, ANSWER]


def cut(done: Deed) -> Deed:
    return deed(done.name, done.state, done.sent, done.ended, acknowledged=False)


@pytest.mark.parametrize(
    ("deeds", "states"),
    [
        ([], set()),
        ([KNOCK], {"waiting"}),
        ([KNOCK, CALL], {"called"}),
        ([KNOCK, cut(CALL)], {"waiting", "called"}),
        ([KNOCK, cut(CALL), ANSWER], {"in_call"}),
        ([*SPOKEN, FINISH], {"finished: solved"}),
        ([*SPOKEN, cut(FINISH)], {"in_call", "finished: solved"}),
    ],
)
def test_a_visit_stands_where_the_last_deeds_led(
    deeds: list[Deed], states: set[str]
) -> None:
    assert possible(deeds, NOW) == states


def test_of_two_deeds_at_once_either_may_be_the_last() -> None:
    requeue = deed("requeue", "waiting", 5, 6)
    assert possible([*SPOKEN, requeue], NOW) == {"in_call", "waiting"}


def test_whoever_left_stays_away_whatever_a_clerk_did_at_that_moment() -> None:
    leave = deed("leave", "left", 5, 6)
    assert possible([*SPOKEN, leave], NOW) == {"left"}


def test_leaving_a_visit_that_was_just_finished_erases_it() -> None:
    leave = deed("leave", "left", 7, 8)
    both = [*SPOKEN, FINISH, leave]
    assert possible(both, NOW) == {"finished: solved", "left", "erased"}


def test_what_was_undone_may_go_on() -> None:
    undo = deed("undo", "in_call", 9, 10, acknowledged=False)
    expected = {"finished: solved", "in_call"}
    assert possible([*SPOKEN, FINISH, undo], NOW) == expected


def test_an_old_call_may_have_ended_by_itself() -> None:
    assert possible([KNOCK, CALL], NOW + 60) == {"called", "waiting", "missed"}


def ledger(*names: str) -> Ledger:
    """Of visits that wait."""
    made = Ledger()
    for name in names:
        made.visits[name] = Known(name, f"token-{name}", "key", name, "/page", 1)
        made.deeds[name].append(KNOCK)
    return made


def visit(id: str, **other: Any) -> dict[str, Any]:
    shape = {"id": id, "name": id, "state": "waiting", "desk": None, "position": 1}
    return {**shape, **other}


def room(
    visits: Iterable[dict[str, Any]], desks: Iterable[dict[str, Any]] = ()
) -> dict[str, Any]:
    return {"visits": list(visits), "desks": list(desks)}


def board(*waiting: str, called: Iterable[str] = ()) -> dict[str, Any]:
    return {"waiting": waiting and [*waiting], "total": len(waiting), "called": called}


def test_a_lost_deed_is_found() -> None:
    known = ledger("a")
    known.deeds["a"].append(CALL)
    assert list(audit.compare(known, {"a": "called"}, NOW)) == []
    assert len(list(audit.compare(known, {"a": "waiting"}, NOW))) == 1


def test_a_dead_link_is_found() -> None:
    assert len(list(audit.compare(ledger("a"), {"a": "erased"}, NOW))) == 1


def test_somebody_who_is_not_in_the_waiting_room_is_found() -> None:
    known, seen = ledger("a", "b"), {"a": "waiting", "b": "waiting"}
    assert list(audit.nobody_lost(known, seen, room([visit("a"), visit("b")]))) == []
    assert len(list(audit.nobody_lost(known, seen, room([visit("a")])))) == 1


def test_who_is_over_needs_not_be_in_the_waiting_room() -> None:
    assert list(audit.nobody_lost(ledger("a"), {"a": "left"}, room([]))) == []


def test_a_doubled_knock_is_found() -> None:
    known = ledger("a", "b")
    assert list(audit.nobody_doubled(known, room([visit("a"), visit("b")]))) == []
    twice = room([visit("a"), visit("b", name="a")])
    assert list(audit.nobody_doubled(known, twice)) == [
        "a is in the waiting room twice"
    ]


def test_a_visit_that_nobody_made_is_found_but_not_one_at_the_door() -> None:
    known, stranger = ledger("a"), room([visit("a"), visit("x")])
    assert len(list(audit.nobody_doubled(known, stranger))) == 1
    known.pending["key"] = "x"
    assert list(audit.nobody_doubled(known, stranger)) == []


DESK = {"id": "desk", "visit": "a"}
CALLED = visit("a", state="called", desk="desk")


@pytest.mark.parametrize(
    ("shown", "wrong"),
    [
        (room([CALLED], [DESK]), 0),
        (room([visit("a")], [{"id": "desk", "visit": None}]), 0),
        (room([CALLED], [DESK, {"id": "other", "visit": "a"}]), 1),
        (room([CALLED, visit("b", desk="desk")], [DESK]), 1),
        (room([visit("a", state="called")], []), 1),
        (room([visit("a")], [DESK]), 1),
    ],
)
def test_one_desk_holds_one_visit_and_one_visit_one_desk(
    shown: dict[str, Any], wrong: int
) -> None:
    assert len(list(audit.one_desk_one_visit(shown))) == wrong


@pytest.mark.parametrize(
    ("shown", "wrong"),
    [
        (board("a", "b", called=["c"]), 0),
        (board("b", "a", called=["c"]), 1),
        (board("a", "b"), 1),
        (board("a", called=["c"]), 1),
        (board("a", "b", "b", called=["c"]), 2),
    ],
)
def test_the_board_shows_who_waits_in_order(shown: dict[str, Any], wrong: int) -> None:
    called = visit("c", state="called", position=None)
    inside = room([visit("b", position=2), visit("a"), called])
    assert len(list(audit.board_is_right(inside, shown))) == wrong


def books(**facts: int) -> dict[str, Any]:
    kinds = ("knocked", "called", "finished", "left", "expired", "dismissed")
    return {"facts": dict.fromkeys(kinds, 0) | facts, "heard": {"a": 50, "b": 50}}


@pytest.mark.parametrize(
    ("facts", "wrong"),
    [
        ({"knocked": 2, "left": 1, "called": 3}, 0),
        ({"knocked": 2, "finished": 1, "called": 4}, 0),
        ({"knocked": 3, "left": 1, "called": 3}, 1),
        ({"knocked": 2, "left": 2, "called": 3}, 1),
        ({"knocked": 2, "left": 1, "called": 2}, 1),
        ({"knocked": 2, "left": 1, "called": 5}, 1),
    ],
)
def test_the_journal_has_every_fact_once(facts: dict[str, int], wrong: int) -> None:
    known = ledger("a", "b")
    known.counts["call", "acknowledged"], known.counts["call", "cut off"] = 3, 1
    seen = {"a": "waiting", "b": "left"}
    assert len(list(audit.books_agree(known, seen, books(**facts)))) == wrong


def test_a_lost_sign_of_life_is_found() -> None:
    known, facts = ledger("a", "b"), books(knocked=2)
    seen = dict.fromkeys("ab", "waiting")
    known.heard["a"] = "1970-01-01T00:01:35.9+00:00"
    assert list(audit.books_agree(known, seen, facts)) == []
    known.heard["a"] = "1970-01-01T00:01:36+00:00"
    assert len(list(audit.books_agree(known, seen, facts))) == 1
    assert list(audit.books_agree(known, seen | {"a": "in_call"}, facts)) == []


def test_a_gate_is_closed_when_everybody_is_out() -> None:
    gate, done = Gate(), []
    gate.open()
    with gate.passing():
        closing = Thread(target=lambda: (gate.close(), done.append("closed")))
        closing.start()
        closing.join(0.05)
        assert done == []
    closing.join(5)
    assert done == ["closed"]


def test_nobody_passes_when_it_is_over() -> None:
    gate = Gate()
    gate.end()
    with pytest.raises(Over), gate.passing():
        pass


def test_a_request_without_an_answer_is_cut_off_and_no_error() -> None:
    with create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    assert Client(port).send("GET", "/").is_cut
