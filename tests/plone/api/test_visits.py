"""`@visits/{token}`: one's own visit."""

from collective.virtualoffice.usecases import looking
from collective.virtualoffice.usecases import memory
from plone import api
import pytest
import transaction


ACTIONS = ["presence", "shown", "return", "extend", "room"]


@pytest.fixture
def act(anon):
    """act(visit, action) answers what the citizen is answered."""
    return lambda visit, action, **how: anon.post(
        f"/@visits/{visit['token']}/{action}", **{"json": {}, **how}
    )


@pytest.fixture
def look(anon):
    """look(visit) answers the visit as it stands."""
    return lambda visit: anon.get(f"/@visits/{visit['token']}").json()


def test_it_is_told_to_who_has_the_link(anon, visit):
    answer = anon.get(f"/@visits/{visit['token']}")
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-store"
    found = answer.json()
    assert found.keys() == visit.keys() - {"token"}
    assert (found["id"], found["position"]) == (visit["id"], 1)


def test_unknown_erased_and_foreign_keys_are_all_alike(anon, desk, knock):
    erased, other = knock(), knock()
    for _ in range(2):
        anon.delete(f"/@visits/{erased['token']}")
    foreign = f"{other['id']}.{knock()['token'].partition('.')[2]}"
    unknown = f"{'0' * 24}.{'A' * 43}"
    answers = [
        anon.get(f"/@visits/{token}")
        for token in (erased["token"], foreign, unknown, other["id"], "x", "ä", "%00")
    ]
    assert {answer.status_code for answer in answers} == {404}
    told = [{**answer.json(), "now": None} for answer in answers]
    assert all(each == told[0] for each in told)
    assert told[0]["type"] == "UnknownVisit"


@pytest.mark.parametrize("action", ACTIONS)
def test_an_unknown_key_does_nothing(anon, desk, action):
    answer = anon.post(f"/@visits/{'0' * 24}.{'A' * 43}/{action}", json={})
    assert answer.status_code == 404
    assert answer.json()["type"] == "UnknownVisit"


def test_the_key_of_one_office_opens_nothing_in_another(anon, site, visit, make_office):
    make_office(id="nord")
    transaction.commit()
    url = f"{site.absolute_url()}/nord/@visits/{visit['token']}"
    assert anon.get(url).status_code == 404


@pytest.mark.parametrize("path", ["", "/dance", "/presence/now", "/@@view"])
def test_there_is_no_other_action(anon, visit, path):
    answer = anon.post(f"/@visits/{visit['token']}{path}", json={})
    assert answer.status_code == 404
    assert {"type", "message"} <= answer.json().keys()


@pytest.mark.parametrize("path", ["", "/more/and/more"])
def test_there_is_no_list_of_visits(anon, visit, path):
    assert anon.get(f"/@visits{path}").status_code == 404
    assert anon.delete(f"/@visits{path}").status_code == 404


def test_a_sign_of_life_says_when_the_next_is_due(act, visit):
    answer = act(visit, "presence")
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-store"
    found = answer.json()
    assert found.pop("now")
    assert found == {"presence_after": 25, "position": 1, "state": "waiting"}


def test_a_sign_of_life_needs_no_body(anon, visit):
    assert anon.post(f"/@visits/{visit['token']}/presence").status_code == 200


@pytest.mark.parametrize("action", [*ACTIONS, "trouble"])
def test_no_action_takes_a_form(act, called, action):
    answer = act(called, action, json=None, data={"x": "y"})
    assert (answer.status_code, answer.json()["type"]) == (415, "NotJson")


def test_a_call_is_seen(look, called):
    found = look(called)
    assert (found["state"], found["position"], found["ahead"]) == ("called", None, None)
    assert found["respond_by"] is None
    assert found["links"]["room"] == f"{found['links']['page']}/room"


def test_the_answer_time_runs_when_the_call_was_shown(act, look, called):
    assert act(called, "shown").status_code == 204
    shown = look(called)["respond_by"]
    assert shown > look(called)["now"]
    act(called, "shown")
    assert look(called)["respond_by"] == shown


def test_more_time_can_be_asked_for(act, look, called):
    act(called, "shown")
    before = look(called)
    answer = act(called, "extend")
    assert answer.status_code == 200
    assert answer.json()["extensions_left"] == before["extensions_left"] - 1
    assert answer.json()["respond_by"] > before["respond_by"]


def test_the_room_opens_with_the_answer(act, look, called):
    answer = act(called, "room")
    room = answer.json()
    assert answer.status_code == 200
    assert room.keys() == {
        "url",
        "domain",
        "script",
        "room",
        "options",
        "expires_at",
        "now",
    }
    assert len(room["room"]) >= 26
    assert look(called)["state"] == "in_call"
    assert act(called, "room").json()["room"] == room["room"]


@pytest.mark.parametrize(
    "action, kind",
    [
        ("room", "NotCalled"),
        ("shown", "NotPossible"),
        ("extend", "NotPossible"),
    ],
)
def test_who_waits_has_no_call_to_answer(act, visit, action, kind):
    answer = act(visit, action)
    assert (answer.status_code, answer.json()["type"]) == (409, kind)
    assert answer.json()["state"] == "waiting"


def test_who_waits_knows_no_room(look, visit):
    assert "room" not in look(visit)["links"]


def test_a_missed_visit_may_come_back_once(act, look, clerk, called):
    clerk.post(f"/@calls/{called['id']}/missed", json={})
    missed = look(called)
    assert missed["state"] == "missed"
    assert missed["next"][0] == {"kind": "return", "url": missed["links"]["page"]}
    back = act(called, "return")
    assert (back.status_code, back.json()["state"]) == (200, "waiting")


def test_who_leaves_is_told_what_comes_next(anon, look, visit, office):
    assert anon.delete(f"/@visits/{visit['token']}").status_code == 204
    left = look(visit)
    assert (left["state"], left["position"], left["wait"]) == ("left", None, None)
    assert left["next"] == [
        {"kind": "knock", "url": f"{office.absolute_url()}/@@knock"},
        {"kind": "phone", "url": "tel:020001230"},
    ]


def test_while_nobody_is_there_nobody_is_led_to_the_knock(anon, clerk, look, visit):
    anon.delete(f"/@visits/{visit['token']}")
    clerk.delete("/@desk")
    first = look(visit)["next"][0]
    assert (first["kind"], "opens_at" in first) == ("office", False)


@pytest.mark.parametrize("action", ["shown", "return", "extend", "room"])
def test_nothing_can_be_done_with_a_visit_that_is_over(anon, act, visit, action):
    anon.delete(f"/@visits/{visit['token']}")
    assert act(visit, action).status_code == 409


def test_presence_changes_nothing_in_a_visit_that_is_over(anon, act, visit):
    anon.delete(f"/@visits/{visit['token']}")
    found = act(visit, "presence").json()
    assert (found["state"], found["position"]) == ("left", None)
    assert found["presence_after"] is None


def test_no_sign_of_life_is_asked_of_a_visit_that_is_over(anon, visit):
    url = f"/@visits/{visit['token']}"
    assert anon.get(url).json()["presence_after"] == 25
    anon.delete(url)
    assert anon.get(url).json()["presence_after"] is None


def test_leaving_twice_erases(anon, visit):
    url = f"/@visits/{visit['token']}"
    statuses = [anon.delete(url).status_code for _ in range(3)]
    assert statuses == [204, 204, 404]
    assert anon.get(url).status_code == 404


def test_a_refusal_speaks_the_language_of_the_visit(act, desk, knock):
    german = knock(page_language="de")
    answer = act(german, "room", headers={"Accept-Language": "en"})
    assert answer.json()["message"].startswith("Sie sind noch nicht aufgerufen.")


def test_without_video_a_call_stays_unanswered(act, look, called):
    api.portal.set_registry_record("collective.virtualoffice.video_system", "jitsi")
    transaction.commit()
    answer = act(called, "room")
    assert (answer.status_code, answer.json()["type"]) == (503, "VideoUnavailable")
    assert look(called)["state"] == "called"


def test_a_sign_of_life_looks_at_nobody_else(act, desk, knock, monkeypatch):
    monkeypatch.setattr(memory, "KEPT_SECONDS", 60)
    visits = [knock() for _ in range(3)]
    monkeypatch.setattr(looking, "live", None)
    assert [act(each, "presence").json()["position"] for each in visits] == [1, 2, 3]


@pytest.fixture
def answered(act, called):
    act(called, "room")
    return called


def test_what_keeps_somebody_out_is_told_to_staff_until_they_are_in(
    clerk, act, answered
):
    def troubles():
        (seen,) = clerk.get("/@waiting-room").json()["visits"]
        return seen["troubles"]

    assert troubles() == []
    for kind in ("script", "camera", "camera"):
        answer = act(answered, "trouble", json={"kind": kind})
        assert answer.status_code == 204
    assert troubles() == ["script", "camera"]
    over = {"over": ["script", "connection"]}
    assert act(answered, "trouble", json=over).status_code == 204
    assert troubles() == ["camera"]
    assert act(answered, "trouble", json={"kind": None}).status_code == 204
    assert troubles() == []


@pytest.mark.parametrize("said", [{}, {"kind": "ghost"}, {"kind": 1}, {"kind": []}])
def test_an_unknown_trouble_is_none(act, answered, said):
    answer = act(answered, "trouble", json=said)
    assert answer.status_code == 400
    assert answer.json()["errors"].keys() == {"kind"}


@pytest.mark.parametrize("over", [None, "camera", ["ghost"], [[]], ["camera"] * 5])
def test_what_never_was_trouble_is_not_over(act, answered, over):
    answer = act(answered, "trouble", json={"over": over})
    assert answer.status_code == 400
    assert answer.json()["errors"].keys() == {"over"}


def test_nobody_without_the_key_reports_trouble(anon, desk):
    url = f"/@visits/{'0' * 24}.{'A' * 43}/trouble"
    assert anon.post(url, json={"kind": "camera"}).status_code == 404


def test_there_is_no_trouble_before_the_conversation(act, visit):
    answer = act(visit, "trouble", json={"kind": "camera"})
    assert (answer.status_code, answer.json()["type"]) == (409, "NotPossible")
