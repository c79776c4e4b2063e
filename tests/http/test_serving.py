"""What clerks do with a visit, more than one of them or more than once."""

from collective.virtualoffice.domain.figures.journal import Kind
from dataclasses import replace
from sixteen import good
from sixteen import met
from sixteen import outcomes
from sixteen import SIZE


HALF = SIZE // 2
OUTCOMES = ("solved", "follow_up", "in_person", "technical_failure")


def winner(clerks, answers):
    return next(c for c, each in zip(clerks, answers, strict=True) if each.is_good)


def test_fifteen_clerks_take_over_from_a_desk_left_alone(stage, served):
    absent = stage.open(1)[0]
    visit = stage.speaking(absent)
    served.town.let_pass(minutes=3)
    others = stage.open(SIZE, 1)
    answers = stage.at_once(*(stage.clerk(c, visit, "take-over") for c in others))
    assert outcomes(answers) == {"200": 1, "409 DeskAttended": SIZE - 2}
    assert stage.agree() == {visit.id: "in_call"}
    desk = stage.tell(stage.staff(winner(others, answers), "GET", "@desk"))["desk"]
    assert desk["visit"] == visit.id


def test_a_clerk_comes_back_while_colleagues_take_over(stage, served):
    absent = stage.open(1)[0]
    visit = stage.speaking(absent)
    served.town.let_pass(minutes=3)
    others = stage.open(SIZE, 1)
    back, *answers = stage.at_once(
        stage.staff(absent, "POST", "@desk/presence", {}),
        *(stage.clerk(clerk, visit, "take-over") for clerk in others),
    )
    assert back.status == 200
    assert outcomes(answers)["200"] <= 1
    assert outcomes(answers)["409 DeskAttended"] >= SIZE - 2
    assert stage.agree() == {visit.id: "in_call"}


def test_sixteen_times_the_same_end_is_one(stage, served):
    clerk = stage.open(1)[0]
    visit = stage.speaking(clerk)
    end = stage.clerk(clerk, visit, "finish", outcome="solved")
    assert outcomes(stage.at_once(*[end] * SIZE)) == {"200": SIZE}
    assert stage.agree() == {visit.id: "finished"}
    assert stage.facts(served.database)[Kind.FINISHED] == 1


def test_of_different_ends_one_holds(stage, served):
    clerk = stage.open(1)[0]
    visit = stage.speaking(clerk)
    ends = [stage.clerk(clerk, visit, "finish", outcome=each) for each in OUTCOMES]
    answers = stage.at_once(*(ends * 4))
    assert outcomes(answers) == {"200": 4, "409 NotPossible": SIZE - 4}
    told = {shape["outcome"] for shape in good(answers)}
    assert told == {stage.tell(stage.look(visit))["outcome"]}
    assert stage.agree() == {visit.id: "finished"}
    assert stage.facts(served.database)[Kind.FINISHED] == 1


def test_sixteen_clerks_undo_one_end(stage, served):
    clerks = stage.open(SIZE)
    visit = stage.finished(clerks[0])
    answers = stage.at_once(*(stage.clerk(each, visit, "undo") for each in clerks))
    assert outcomes(answers) == {"200": 1, "409 NotPossible": SIZE - 1}
    assert stage.agree() == {visit.id: "in_call"}
    assert stage.facts(served.database)[Kind.FINISHED] == 0
    again = stage.clerk(winner(clerks, answers), visit, "finish", outcome="solved")
    stage.tell(again)
    assert stage.facts(served.database)[Kind.FINISHED] == 1


def test_a_desk_undoes_and_calls_the_next(stage, served):
    clerks = stage.open(HALF)
    ended = [stage.finished(clerk) for clerk in clerks]
    stage.arrivals(HALF)
    pairs = stage.in_pairs(
        (stage.clerk(clerk, visit, "undo"), stage.call(clerk))
        for clerk, visit in zip(clerks, ended, strict=True)
    )
    assert met(pairs) <= {("200", "409 DeskBusy"), ("409 DeskBusy", "200")}
    seen = stage.agree()
    states = ["in_call" if undo.is_good else "finished" for undo, _ in pairs]
    assert [seen[visit.id] for visit in ended] == states
    facts = stage.facts(served.database)
    assert facts[Kind.FINISHED] == states.count("finished")
    assert facts[Kind.CALLED] == HALF + states.count("finished")


def test_an_end_is_undone_while_the_visitor_has_everything_erased(stage, served):
    clerks = stage.open(HALF)
    ended = [stage.finished(clerk) for clerk in clerks]
    pairs = stage.in_pairs(
        (stage.clerk(clerk, visit, "undo"), stage.leave(visit))
        for clerk, visit in zip(clerks, ended, strict=True)
    )
    assert met(pairs) <= {("200", "204"), ("404 UnknownVisit", "204")}
    seen = stage.agree()
    states = ["left" if undo.is_good else "404" for undo, _ in pairs]
    assert [seen[visit.id] for visit in ended] == states
    facts = stage.facts(served.database)
    assert facts[Kind.FINISHED] == states.count("404")
    assert facts[Kind.LEFT] == states.count("left")


def test_the_clerk_finishes_while_the_visitor_leaves(stage, served):
    clerks = stage.open(HALF)
    visits = [stage.speaking(clerk) for clerk in clerks]
    pairs = stage.in_pairs(
        (stage.clerk(clerk, visit, "finish", outcome="solved"), stage.leave(visit))
        for clerk, visit in zip(clerks, visits, strict=True)
    )
    assert met(pairs) <= {("200", "204"), ("409 NotPossible", "204")}
    seen = stage.agree()
    states = ["404" if end.is_good else "left" for end, _ in pairs]
    assert [seen[visit.id] for visit in visits] == states
    facts = stage.facts(served.database)
    assert facts[Kind.FINISHED] + facts[Kind.LEFT] == HALF


def test_sixteen_clerks_go_on_with_one_visit_on_hold(stage):
    clerks = stage.open(SIZE)
    visit = stage.speaking(clerks[0])
    room = stage.tell(stage.citizen(visit, "room"))["room"]
    stage.tell(stage.clerk(clerks[0], visit, "hold"))
    answers = stage.at_once(*(stage.clerk(each, visit, "resume") for each in clerks))
    assert outcomes(answers) == {"200": 1, "409 NotPossible": SIZE - 1}
    assert [shape["room"]["room"] for shape in good(answers)] == [room]
    assert stage.agree() == {visit.id: "in_call"}


def test_a_visit_on_hold_leaves_while_it_goes_on(stage):
    clerks = stage.open(HALF)
    held = [stage.speaking(clerk) for clerk in clerks]
    for clerk, visit in zip(clerks, held, strict=True):
        stage.tell(stage.clerk(clerk, visit, "hold"))
    pairs = stage.in_pairs(
        (stage.clerk(clerk, visit, "resume"), stage.leave(visit))
        for clerk, visit in zip(clerks, held, strict=True)
    )
    assert met(pairs) <= {("200", "204"), ("409 NotPossible", "204")}
    assert set(stage.agree().values()) == {"left"}


def test_a_desk_holds_one_visit_and_sends_it_back_at_once(stage):
    clerks = stage.open(HALF)
    visits = [stage.speaking(clerk) for clerk in clerks]
    pairs = stage.in_pairs(
        (stage.clerk(clerk, visit, "hold"), stage.clerk(clerk, visit, "requeue"))
        for clerk, visit in zip(clerks, visits, strict=True)
    )
    assert met(pairs) <= {("200", "200"), ("409 NotPossible", "200")}
    assert set(stage.agree().values()) == {"waiting"}


def test_sixteen_clerks_give_one_visit_a_new_link(stage):
    clerks, visit = stage.open(SIZE), stage.arrivals(1)[0]
    answers = stage.at_once(*(stage.clerk(c, visit, "new-link") for c in clerks))
    assert outcomes(answers) == {"200": SIZE}
    pages = [shape["links"]["page"] for shape in good(answers)]
    made = {replace(visit, token=page.rpartition("/")[2]) for page in pages}
    assert len(made) == SIZE
    opened = stage.at_once(*(stage.look(each) for each in made))
    assert outcomes(opened) == {"200": 1, "404 UnknownVisit": SIZE - 1}
