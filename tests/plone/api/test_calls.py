"""`@calls`: what a clerk does with visits."""

import pytest


DEEDS = [
    "requeue",
    "missed",
    "recall",
    "hold",
    "resume",
    "room",
    "finish",
    "undo",
    "take-over",
    "new-link",
]
HOW = {"outcome": "solved"}


@pytest.fixture
def do(clerk):
    """do(visit, deed) answers what the clerk is answered."""
    return lambda visit, deed, session=clerk, **how: session.post(
        f"/@calls/{visit['id']}/{deed}", json={**HOW, **how}
    )


@pytest.fixture
def state_of(anon):
    return lambda visit: anon.get(f"/@visits/{visit['token']}").json()["state"]


def test_only_who_serves_calls(anon, stranger, visit):
    for session in (anon, stranger):
        assert session.post("/@calls", json={}).status_code == 401
        for deed in DEEDS:
            answer = session.post(f"/@calls/{visit['id']}/{deed}", json=HOW)
            assert answer.status_code == 401


def test_the_next_is_called_into_a_room(clerk, desk, knock, state_of):
    first, second = knock(), knock()
    answer = clerk.post("/@calls", json={})
    call = answer.json()
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-store"
    assert (call["id"], call["state"], call["desk"]) == (
        first["id"],
        "called",
        desk["id"],
    )
    assert {"url", "room", "options", "expires_at"} <= call["room"].keys()
    assert (state_of(first), state_of(second)) == ("called", "waiting")


def test_one_can_be_chosen(clerk, desk, knock):
    knock()
    chosen = knock()
    answer = clerk.post("/@calls", json={"visit": chosen["id"]})
    assert answer.json()["id"] == chosen["id"]


def test_both_enter_the_same_room(anon, do, called):
    theirs = anon.post(f"/@visits/{called['token']}/room", json={}).json()
    mine = do(called, "room").json()["room"]
    assert mine["room"] == theirs["room"]


def test_without_a_desk_nobody_can_be_called(colleague, visit):
    answer = colleague.post("/@calls", json={})
    assert (answer.status_code, answer.json()["type"]) == (409, "NoDesk")


def test_when_nobody_waits(clerk, desk):
    answer = clerk.post("/@calls", json={}, headers={"Accept-Language": "de"})
    assert (answer.status_code, answer.json()["type"]) == (409, "NobodyWaits")
    assert answer.json()["message"].startswith("Es wartet niemand")


def test_a_desk_holds_one_visit(clerk, called, knock):
    knock()
    answer = clerk.post("/@calls", json={})
    assert (answer.status_code, answer.json()["type"]) == (409, "DeskBusy")
    assert answer.json()["visit"] == called["id"]


def test_nobody_is_called_twice(clerk, colleague, called, open_desk):
    open_desk(colleague)
    answer = colleague.post("/@calls", json={"visit": called["id"]})
    assert (answer.status_code, answer.json()["type"]) == (409, "AlreadyCalled")
    label = clerk.get("/@desk").json()["desk"]["label"]
    assert answer.json()["desk"] == label


@pytest.mark.parametrize("id", ["0" * 24, "x", "\ud800", "", "a/b", "x" * 1000])
def test_an_unknown_visit_cannot_be_called(clerk, desk, id):
    answer = clerk.post("/@calls", json={"visit": id})
    assert (answer.status_code, answer.json()["type"]) == (404, "UnknownVisit")


@pytest.mark.parametrize("id", [5, True, [], {"id": "x"}])
def test_a_visit_is_named_by_text(clerk, desk, id):
    answer = clerk.post("/@calls", json={"visit": id})
    assert answer.status_code == 400
    assert answer.json()["errors"].keys() == {"visit"}


@pytest.mark.parametrize("deed", DEEDS)
def test_nothing_is_done_with_an_unknown_visit(do, desk, deed):
    answer = do({"id": "0" * 24}, deed)
    assert (answer.status_code, answer.json()["type"]) == (404, "UnknownVisit")


@pytest.mark.parametrize("path", ["", "/dance", "/requeue/now", "/transfer", "/first"])
def test_there_is_no_other_deed(clerk, called, path):
    answer = clerk.post(f"/@calls/{called['id']}{path}", json={})
    assert (answer.status_code, answer.json()["type"]) == (404, "UnknownPath")


@pytest.mark.parametrize("deed", DEEDS)
def test_no_foreign_page_does_it(clerk, called, deed):
    url = f"/@calls/{called['id']}/{deed}"
    assert clerk.post(url).status_code == 415
    assert clerk.post(url, data=HOW).status_code == 415


@pytest.mark.parametrize(
    "deed",
    ["requeue", "missed", "hold", "resume", "room", "finish", "undo", "take-over"],
)
def test_what_a_waiting_visit_does_not_allow(do, visit, deed):
    answer = do(visit, deed)
    assert (answer.status_code, answer.json()["type"]) == (409, "NotPossible")


def test_a_call_can_be_taken_back(do, called, state_of):
    answer = do(called, "requeue")
    assert (answer.status_code, answer.json()["position"]) == (200, 1)
    assert state_of(called) == "waiting"


def test_who_was_missed_can_be_recalled(do, called, state_of):
    assert do(called, "missed").json()["state"] == "missed"
    assert do(called, "recall").json()["state"] == "waiting"
    assert state_of(called) == "waiting"


def test_a_visit_on_hold_frees_the_desk_and_goes_on(clerk, do, in_call):
    held = do(in_call, "hold").json()
    assert (held["state"], held["desk"]) == ("on_hold", None)
    assert clerk.get("/@desk").json()["desk"]["visit"] is None
    resumed = do(in_call, "resume").json()
    assert (resumed["state"], "room" in resumed) == ("in_call", True)


@pytest.mark.parametrize(
    "outcome",
    ["solved", "follow_up", "in_person", "technical_failure", "ended_by_office"],
)
def test_it_ends_with_an_outcome(anon, do, in_call, outcome):
    answer = do(in_call, "finish", outcome=outcome)
    assert answer.status_code == 200
    seen = anon.get(f"/@visits/{in_call['token']}").json()
    assert (seen["state"], seen["outcome"]) == ("finished", outcome)


@pytest.mark.parametrize("outcome", [None, "", "happy", 5, ["solved"]])
def test_other_outcomes_are_refused(do, in_call, outcome):
    answer = do(in_call, "finish", outcome=outcome)
    assert answer.status_code == 400
    assert answer.json()["errors"].keys() == {"outcome"}


def test_finishing_again_changes_nothing(do, in_call):
    first, again = do(in_call, "finish").json(), do(in_call, "finish").json()
    assert first["since"] == again["since"]


def test_an_end_can_be_undone(do, in_call, state_of):
    do(in_call, "finish")
    undone = do(in_call, "undo").json()
    assert (undone["state"], "room" in undone) == ("in_call", True)
    assert state_of(in_call) == "in_call"


def test_a_desk_that_is_attended_keeps_its_visit(do, colleague, called, open_desk):
    open_desk(colleague)
    answer = do(called, "take-over", session=colleague)
    assert (answer.status_code, answer.json()["type"]) == (409, "DeskAttended")


@pytest.mark.parametrize("deed", ["requeue", "missed", "finish", "hold", "room"])
def test_a_colleagues_visit_is_left_in_peace(do, colleague, in_call, open_desk, deed):
    open_desk(colleague)
    assert do(in_call, deed, session=colleague).status_code == 409


def test_a_new_link_kills_the_old(anon, do, visit):
    answer = do(visit, "new-link")
    page = answer.json()["links"]["page"]
    token = page.rpartition("/")[2]
    assert answer.status_code == 200
    assert anon.get(f"/@visits/{visit['token']}").status_code == 404
    assert anon.get(f"/@visits/{token}").json()["id"] == visit["id"]
