"""Desks that want the same people, and people who go while they are called."""

from collective.virtualoffice.domain.figures.journal import Kind
from sixteen import good
from sixteen import met
from sixteen import outcome
from sixteen import outcomes
from sixteen import SIZE
import pytest


HALF = SIZE // 2


@pytest.mark.parametrize("waiting", [5, 24])
def test_sixteen_desks_call_the_next_of_few_and_of_many(stage, served, waiting):
    clerks, arrived = stage.open(SIZE), stage.arrivals(waiting)
    answers = stage.at_once(*(stage.call(clerk) for clerk in clerks))
    called = min(waiting, SIZE)
    assert outcomes(answers)["200"] == called
    assert outcomes(answers)["409 NobodyWaits"] == SIZE - called
    first = {visit.id for visit in arrived[:called]}
    assert {shape["id"] for shape in good(answers)} == first
    seen = stage.agree()
    assert {id for id, state in seen.items() if state == "called"} == first
    assert stage.facts(served.database)[Kind.CALLED] == called


def test_sixteen_desks_call_one_visit(stage, served):
    clerks, rounds = stage.open(SIZE), 3
    for _ in range(rounds):
        visit = stage.arrivals(1)[0]
        answers = stage.at_once(*(stage.call(clerk, visit) for clerk in clerks))
        assert outcomes(answers) == {"200": 1, "409 AlreadyCalled": SIZE - 1}
        winner = next(c for c, a in zip(clerks, answers, strict=True) if a.is_good)
        refused = [each.data for each in answers if not each.is_good]
        assert {each["desk"] for each in refused} == {f"Platz {winner}"}
        assert stage.agree()[visit.id] == "called"
        stage.tell(stage.clerk(winner, visit, "requeue"))
        stage.tell(stage.leave(visit))
    assert stage.facts(served.database)[Kind.CALLED] == rounds


def test_one_clerk_calls_the_next_from_sixteen_tabs(stage):
    clerk, arrived = stage.open(1)[0], stage.arrivals(3)
    answers = stage.at_once(*[stage.call(clerk)] * SIZE)
    assert outcomes(answers) == {"200": 1, "409 DeskBusy": SIZE - 1}
    assert {shape.data.get("visit", arrived[0].id) for shape in answers} == {
        arrived[0].id
    }
    assert list(stage.agree().values()) == ["called", "waiting", "waiting"]


def test_who_is_called_leaves_at_that_moment(stage, served):
    clerks, arrived = stage.open(HALF), stage.arrivals(HALF)
    pairs = stage.in_pairs(
        (stage.leave(visit), stage.call(clerk, visit))
        for clerk, visit in zip(clerks, arrived, strict=True)
    )
    assert met(pairs) <= {("204", "200"), ("204", "409 AlreadyCalled")}
    assert set(stage.agree().values()) == {"left"}
    facts = stage.facts(served.database)
    assert facts[Kind.LEFT] == HALF
    assert facts[Kind.CALLED] == sum(call.is_good for _, call in pairs)


def test_no_desk_stays_without_a_visit_because_those_in_front_leave(stage):
    clerks, arrived = stage.open(HALF), stage.arrivals(SIZE)
    going = arrived[:HALF]
    pairs = stage.in_pairs(
        (stage.leave(visit), stage.call(clerk))
        for clerk, visit in zip(clerks, going, strict=True)
    )
    assert met(pairs) == {("204", "200")}
    called = [call.data["id"] for _, call in pairs]
    assert len(set(called)) == HALF
    seen, gone = stage.agree(), {visit.id for visit in going}
    assert {id for id, state in seen.items() if state == "left"} == gone
    stay = {id for id, state in seen.items() if state == "called"}
    assert stay == set(called) - gone


def test_sixteen_desks_serve_forty_eight_visits_each_once(stage, served):
    clerks, arrived = stage.open(SIZE), stage.arrivals(48)
    visits = stage.ledger.visits

    def serve(clerk, client):
        done = []
        while (call := stage.call(clerk).send(client)).is_good:
            visit = visits[call.data["id"]]
            stage.citizen(visit, "room").send(client)
            done.append(visit.id)
            end = stage.clerk(clerk, visit, "finish", outcome="solved").send(client)
            assert end.is_good, end
        assert outcome(call) == "409 NobodyWaits"
        return done

    done = stage.crowd.release(
        *(lambda c, clerk=clerk: serve(clerk, c) for clerk in clerks)
    )
    assert sorted(id for each in done for id in each) == sorted(v.id for v in arrived)
    assert set(stage.agree().values()) == {"finished"}
    facts = stage.facts(served.database)
    counted = (Kind.KNOCKED, Kind.CALLED, Kind.FINISHED)
    assert [facts[kind] for kind in counted] == [48, 48, 48]
