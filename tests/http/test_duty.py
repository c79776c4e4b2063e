"""Desks open and close, staff speak to all, and the clock runs."""

from collective.virtualoffice.domain.figures.journal import Kind
from sixteen import good
from sixteen import met
from sixteen import outcomes
from sixteen import Request
from sixteen import SIZE
from stage import HEAD


HALF = SIZE // 2


def test_sixteen_clerks_open_a_new_office(stage):
    answers = stage.at_once(*(stage.open_desk(clerk) for clerk in stage.clerks))
    assert outcomes(answers) == {"201": SIZE}
    stage.agree()
    door = stage.tell(Request("GET", f"{stage.path}/@door"))
    assert door["desks"] == {"open": SIZE, "free": SIZE}


def test_one_clerk_opens_and_closes_the_desk_in_sixteen_tabs(stage):
    clerk = stage.clerks[0]
    answers = stage.at_once(*[stage.open_desk(clerk)] * SIZE)
    assert outcomes(answers) == {"201": 1, "200": SIZE - 1}
    assert len({shape["desk"]["id"] for shape in good(answers)}) == 1
    stage.agree()
    answers = stage.at_once(*[stage.staff(clerk, "DELETE", "@desk")] * SIZE)
    assert outcomes(answers) == {"204": 1, "409 NoDesk": SIZE - 1}
    stage.agree()


def test_a_desk_closes_and_calls_the_next(stage):
    clerks, arrived = stage.open(HALF), stage.arrivals(HALF)
    pairs = stage.in_pairs(
        (stage.staff(clerk, "DELETE", "@desk"), stage.call(clerk)) for clerk in clerks
    )
    assert met(pairs) <= {("204", "409 NoDesk"), ("409 DeskBusy", "200")}
    seen = stage.agree()
    called = [call.data["id"] for _, call in pairs if call.is_good]
    first = [visit.id for visit in arrived[: len(called)]]
    assert sorted(called) == sorted(first)
    assert [seen[id] for id in first] == ["called"] * len(called)


def test_the_head_ends_the_day_while_everybody_calls(stage, served):
    clerks, arrived = stage.open(SIZE - 1), stage.arrivals(SIZE - 1)
    end = stage.staff(HEAD, "POST", "@admission", {"end_day": True})
    *calls, ended = stage.at_once(*(stage.call(clerk) for clerk in clerks), end)
    assert ended.status == 200
    assert set(outcomes(calls)) <= {"200", "409 NobodyWaits", "409 NoDesk"}
    called = {shape["id"] for shape in good(calls)}
    assert len(called) + ended.data["dismissed"] == len(arrived)
    seen = stage.agree()
    assert {id for id, state in seen.items() if state == "called"} == called
    assert sorted(set(seen.values()) - {"called"}) in ([], ["dismissed"])
    facts = stage.facts(served.database)
    assert facts[Kind.DISMISSED] == ended.data["dismissed"]


def test_what_sixteen_say_to_all_is_heard(stage):
    clerks, visit = stage.open(SIZE), stage.arrivals(1)[0]
    texts = [f"Ansage {number}" for number in range(SIZE)]
    answers = stage.at_once(
        *(
            stage.staff(clerk, "POST", "@messages", {"text": text})
            for clerk, text in zip(clerks, texts, strict=True)
        )
    )
    assert outcomes(answers) == {"204": SIZE}
    heard = stage.tell(stage.look(visit))["messages"]
    assert sorted(each["text"] for each in heard) == sorted(texts)


def test_sixteen_clocks_write_down_once_what_time_brought(stage, served):
    stage.open(1)
    arrived = stage.arrivals(HALF)
    served.town.let_pass(minutes=31)
    bearer = {"Authorization": f"Bearer {served.town.clock_key}"}
    tick = Request("POST", "/musterstadt/@clock", {}, bearer)
    answers = stage.at_once(*[tick] * SIZE)
    assert outcomes(answers) == {"200": SIZE}
    assert [shape["running"] for shape in good(answers)].count(False) >= 1
    assert set(stage.agree().values()) == {"expired"}
    assert stage.facts(served.database)[Kind.EXPIRED] == len(arrived)
