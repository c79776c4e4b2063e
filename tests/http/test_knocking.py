"""Many knock at the same moment."""

from collective.virtualoffice.domain.figures.journal import Kind
from sixteen import good
from sixteen import outcomes
from sixteen import Request
from sixteen import SIZE
from stage import HEAD
from time import sleep
from urllib.parse import urlencode
from urllib.parse import urlsplit
import re


FORGOTTEN = 1.1  # seconds until every process has forgotten an older queue
KEY = re.compile(r'name="key"\s+type="text"\s+value="([^"]+)"')


def bare(shape):
    """What a knock is told, without what differs by process and by moment."""
    page = urlsplit(shape["links"]["page"]).path
    return {**shape, "now": None, "links": page}


def test_sixteen_knocks_under_one_key_are_one_visit(stage, served):
    stage.open(1)
    knock = stage.knock()
    answers = stage.at_once(*[knock] * SIZE)
    assert outcomes(answers) == {"201": 1, "200": SIZE - 1}
    told = [bare(shape) for shape in good(answers)]
    assert all(each == told[0] for each in told)
    visit = stage.note(knock, good(answers)[0])
    assert stage.agree() == {visit.id: "waiting"}
    assert stage.facts(served.database)[Kind.KNOCKED] == 1


def test_sixteen_clicks_on_one_form_are_one_visit(stage, served):
    stage.open(1)
    path, html = f"{stage.path}/@@knock", {"Accept": "text/html"}
    key = KEY.search(stage.tell(Request("GET", path, headers=html)).decode())[1]
    said = urlencode({"name": "Erika Mustermann", "privacy": "1", "key": key})
    send = {**html, "Content-Type": "application/x-www-form-urlencoded"}
    answers = stage.at_once(*[Request("POST", path, said, send)] * SIZE)
    assert outcomes(answers) == {"303": SIZE}
    assert len({each.location.rpartition("/")[2] for each in answers}) == 1
    assert stage.tell(Request("GET", f"{stage.path}/@door"))["waiting"] == 1
    assert stage.facts(served.database)[Kind.KNOCKED] == 1


def test_sixteen_people_knock_and_stand_in_one_queue(stage, served):
    stage.open(1)
    for _ in range(3):
        knocks = [stage.knock() for _ in range(SIZE)]
        answers = stage.at_once(*knocks)
        assert outcomes(answers) == {"201": SIZE}
        for knock, shape in zip(knocks, good(answers), strict=True):
            stage.note(knock, shape)
    assert set(stage.agree().values()) == {"waiting"}
    visits = stage.ledger.visits.values()
    places = [stage.tell(stage.look(visit))["position"] for visit in visits]
    assert sorted(places) == list(range(1, 3 * SIZE + 1))
    assert stage.facts(served.database)[Kind.KNOCKED] == 3 * SIZE


def test_sixteen_knock_where_one_place_is_left(stage, served):
    stage.open(1)
    stage.office.change(max_waiting=4)
    stage.arrivals(3)
    knocks = [stage.knock() for _ in range(SIZE)]
    answers = stage.at_once(*knocks)
    made = outcomes(answers)["201"]
    assert made >= 1
    assert outcomes(answers)["409 DoorClosed"] == SIZE - made
    assert {a.data["status"] for a in answers if not a.is_good} <= {"full"}
    for knock, each in zip(knocks, answers, strict=True):
        if each.is_good:
            stage.note(knock, each.data)
    assert len(stage.agree()) == 3 + made
    sleep(FORGOTTEN)
    late = stage.at_once(*(stage.knock() for _ in range(SIZE)))
    assert outcomes(late) == {"409 DoorClosed": SIZE}
    facts = stage.facts(served.database)
    assert facts[Kind.KNOCKED] == 3 + made
    assert facts[Kind.REFUSED] == 2 * SIZE - made


def test_the_head_ends_the_day_while_people_knock(stage, served):
    knocked = refused = 0
    for _ in range(4):
        stage.open(1)
        knocks = [stage.knock() for _ in range(SIZE - 1)]
        end = stage.staff(HEAD, "POST", "@admission", {"end_day": True})
        *answers, ended = stage.at_once(*knocks, end)
        assert ended.status == 200
        assert set(outcomes(answers)) <= {"201", "409 DoorClosed"}
        for knock, each in zip(knocks, answers, strict=True):
            if each.is_good:
                stage.note(knock, each.data)
        knocked += outcomes(answers)["201"]
        refused += outcomes(answers)["409 DoorClosed"]
        assert set(stage.agree().values()) <= {"dismissed"}
        stage.tell(stage.staff(HEAD, "POST", "@admission", {"suspended": False}))
        assert set(stage.agree().values()) <= {"dismissed"}
    facts = stage.facts(served.database)
    assert facts[Kind.KNOCKED] == knocked
    assert facts[Kind.REFUSED] == refused
    assert facts[Kind.DISMISSED] == knocked
