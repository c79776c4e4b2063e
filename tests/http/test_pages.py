"""The buttons of the pages without script, pressed again and again."""

from collective.virtualoffice.domain.figures.journal import Kind
from dataclasses import replace
from sixteen import outcomes
from sixteen import Request
from sixteen import SIZE
from urllib.parse import urlencode
import re


HTML = {"Accept": "text/html"}
FORM = {**HTML, "Content-Type": "application/x-www-form-urlencoded"}
AUTHENTICATOR = re.compile(r'name="_authenticator"\s+value="([^"]+)"')


def press(visit, action):
    return Request("POST", visit.page, urlencode({"action": action}), FORM)


def test_sixteen_clicks_on_leave_are_one(stage, served):
    stage.open(1)
    visit = stage.arrivals(1)[0]
    answers = stage.at_once(*[press(visit, "leave")] * SIZE)
    assert outcomes(answers) == {"303": SIZE}
    assert stage.agree() == {visit.id: "left"}
    assert stage.facts(served.database)[Kind.LEFT] == 1


def test_sixteen_clicks_lead_into_the_room(stage):
    visit = stage.called(stage.open(1)[0])
    answers = stage.at_once(*[press(visit, "enter")] * SIZE)
    assert outcomes(answers) == {"303": SIZE}
    assert {each.location.rpartition("/")[2] for each in answers} == {"room"}
    assert stage.agree() == {visit.id: "in_call"}


def test_sixteen_clicks_erase_once_and_are_all_told_so(stage):
    visit = stage.finished(stage.open(1)[0])
    answers = stage.at_once(*[press(visit, "erase")] * SIZE)
    assert outcomes(answers) == {"303": SIZE}
    assert all("@@visit-erased" in each.location for each in answers)
    assert stage.agree() == {visit.id: "404"}


def test_sixteen_clicks_of_a_clerk_call_one(stage, served):
    clerk = stage.open(1)[0]
    stage.arrivals(3)
    view = stage.staff(clerk, "GET", "@@staff")
    page = stage.tell(replace(view, headers={**view.headers, **HTML})).decode()
    said = {"deed": "next", "_authenticator": AUTHENTICATOR.search(page)[1]}
    headers = {**view.headers, **FORM}
    click = Request("POST", f"{stage.path}/@@staff-do", urlencode(said), headers)
    answers = stage.at_once(*[click] * SIZE)
    assert outcomes(answers) == {"303": SIZE}
    assert len([each for each in answers if "done=next" in each.location]) == 1
    assert list(stage.agree().values()) == ["called", "waiting", "waiting"]
    assert stage.facts(served.database)[Kind.CALLED] == 1
