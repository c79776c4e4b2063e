"""A call is answered while something else becomes of it."""

from collective.virtualoffice.domain.figures.journal import Kind
from sixteen import good
from sixteen import met
from sixteen import outcomes
from sixteen import SIZE
import pytest


HALF = SIZE // 2
MOST_TIME = 10  # how often more time can be asked for


@pytest.fixture
def calls(stage):
    """Eight clerks, each with somebody who is called."""
    return [(clerk, stage.called(clerk)) for clerk in stage.open(HALF)]


def test_the_clerk_takes_the_call_back(stage, calls):
    pairs = stage.in_pairs(
        (stage.citizen(visit, "room"), stage.clerk(clerk, visit, "requeue"))
        for clerk, visit in calls
    )
    assert met(pairs) <= {("200", "200"), ("409 NotCalled", "200")}
    assert set(stage.agree().values()) == {"waiting"}


def test_the_clerk_says_that_nobody_came(stage, served, calls):
    pairs = stage.in_pairs(
        (stage.citizen(visit, "room"), stage.clerk(clerk, visit, "missed"))
        for clerk, visit in calls
    )
    assert met(pairs) <= {("200", "409 NotPossible"), ("409 NotCalled", "200")}
    seen = stage.agree()
    states = ["in_call" if answer.is_good else "missed" for answer, _ in pairs]
    assert [seen[visit.id] for _, visit in calls] == states
    assert stage.facts(served.database)[Kind.MISSED] == states.count("missed")


def test_the_visitor_leaves_in_another_tab(stage, served, calls):
    pairs = stage.in_pairs(
        (stage.citizen(visit, "room"), stage.leave(visit)) for _, visit in calls
    )
    assert met(pairs) <= {("200", "204"), ("409 NotCalled", "204")}
    assert set(stage.agree().values()) == {"left"}
    assert stage.facts(served.database)[Kind.LEFT] == HALF


def test_sixteen_tabs_answer_one_call(stage):
    clerk = stage.open(1)[0]
    visit = stage.called(clerk)
    answers = stage.at_once(*[stage.citizen(visit, "room")] * SIZE)
    assert outcomes(answers) == {"200": SIZE}
    assert len({shape["room"] for shape in good(answers)}) == 1
    assert stage.agree() == {visit.id: "in_call"}


def test_more_time_is_given_as_often_as_it_is_told(stage):
    visit = stage.called(stage.open(1)[0])
    answers = stage.at_once(*[stage.citizen(visit, "extend")] * SIZE)
    refused = {"409 NotPossible": SIZE - MOST_TIME}
    assert outcomes(answers) == {"200": MOST_TIME, **refused}
    assert stage.tell(stage.look(visit))["extensions_left"] == 0
    assert stage.agree() == {visit.id: "called"}


def test_who_missed_the_call_comes_back_while_the_clerk_recalls(stage, calls):
    for clerk, visit in calls:
        stage.tell(stage.clerk(clerk, visit, "missed"))
    pairs = stage.in_pairs(
        (stage.citizen(visit, "return"), stage.clerk(clerk, visit, "recall"))
        for clerk, visit in calls
    )
    assert met(pairs) <= {("200", "200"), ("200", "409 NotPossible")}
    assert set(stage.agree().values()) == {"waiting"}


def test_presence_meets_the_call(stage):
    clerks, arrived = stage.open(HALF), stage.arrivals(HALF)
    pairs = stage.in_pairs(
        (stage.citizen(visit, "presence"), stage.call(clerk, visit))
        for clerk, visit in zip(clerks, arrived, strict=True)
    )
    assert met(pairs) == {("200", "200")}
    assert {sign.data["state"] for sign, _ in pairs} <= {"waiting", "called"}
    assert set(stage.agree().values()) == {"called"}


def test_presence_meets_being_erased(stage):
    gone = [stage.finished(clerk) for clerk in stage.open(HALF)]
    pairs = stage.in_pairs(
        (stage.citizen(visit, "presence"), stage.leave(visit)) for visit in gone
    )
    assert met(pairs) <= {("200", "204"), ("404 UnknownVisit", "204")}
    assert set(stage.agree().values()) == {"404"}
