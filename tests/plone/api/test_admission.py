"""`@admission`: who lets people in."""

from collective.virtualoffice.storage import house
import pytest
import transaction


def test_only_staff_decide(anon, stranger, desk):
    for session in (anon, stranger):
        answer = session.post("/@admission", json={"suspended": True})
        assert answer.status_code == 401
    assert anon.get("/@door").json()["status"] == "free"


def test_admission_stops_and_goes_on(anon, clerk, desk):
    answer = clerk.post(
        "/@admission", json={"suspended": True, "notice": "Gerade sehr voll"}
    )
    assert (answer.status_code, answer.json()["door"]) == (200, "suspended")
    door = anon.get("/@door").json()
    assert (door["status"], door["notice"]) == ("suspended", "Gerade sehr voll")
    assert clerk.post("/@admission", json={"suspended": False}).json()["door"] == "free"
    assert anon.get("/@door").json()["notice"] is None


def test_the_head_ends_the_day(anon, head, visit):
    answer = head.post("/@admission", json={"end_day": True})
    assert answer.status_code == 200
    assert (answer.json()["door"], answer.json()["dismissed"]) == ("closed", 1)
    seen = anon.get(f"/@visits/{visit['token']}").json()
    assert (seen["state"], seen["reason"]) == ("dismissed", "day_ended")


def test_after_the_days_end_nobody_missed_is_asked_back(anon, clerk, head, visit, desk):
    clerk.post("/@calls", json={})
    clerk.post(f"/@calls/{visit['id']}/missed", json={})
    head.post("/@admission", json={"end_day": True})
    seen = anon.get(f"/@visits/{visit['token']}").json()
    assert seen["state"] == "missed"
    assert "return" not in {way["kind"] for way in seen["next"]}


def test_all_staff_are_told_of_the_ended_day(clerk, head, desk):
    head.post("/@admission", json={"end_day": True})
    told = {
        session: session.get("/@waiting-room").json()["warnings"][0]
        for session in (clerk, head)
    }
    assert {warning["type"] for warning in told.values()} == {"day_ended"}
    assert "New visitors can come again" in told[clerk]["message"]
    assert "Only the head" in told[clerk]["message"]
    assert "You can take the day up again" in told[head]["message"]


def test_whoever_is_sent_away_reads_when_the_office_opens(anon, head, visit, office):
    head.post("/@admission", json={"end_day": True})
    opens_at = anon.get("/@door").json()["opens_at"]
    (first, *others) = anon.get(f"/@visits/{visit['token']}").json()["next"]
    assert first == {
        "kind": "office",
        "url": office.absolute_url(),
        "opens_at": opens_at,
    }
    assert "knock" not in {way["kind"] for way in others}


def test_a_clerk_does_not_end_the_day(clerk, visit):
    answer = clerk.post("/@admission", json={"end_day": True})
    assert (answer.status_code, answer.json()["type"]) == (403, "Forbidden")
    assert clerk.get("/@waiting-room").json()["visits"][0]["state"] == "waiting"


def test_only_the_head_takes_an_ended_day_up_again(anon, clerk, head, desk):
    head.post("/@admission", json={"end_day": True})
    answer = clerk.post("/@admission", json={"suspended": False})
    assert (answer.status_code, answer.json()["door"]) == (200, "closed")
    answer = head.post("/@admission", json={"suspended": False})
    assert (answer.status_code, answer.json()["door"]) == (200, "unstaffed")


def test_a_clerk_does_not_release_a_desk(colleague, desk):
    answer = colleague.post("/@admission", json={"release": desk["id"]})
    assert (answer.status_code, answer.json()["type"]) == (403, "Forbidden")


def test_the_head_releases_only_a_desk_left_alone(head, desk):
    answer = head.post("/@admission", json={"release": desk["id"]})
    assert (answer.status_code, answer.json()["type"]) == (409, "DeskAttended")
    unknown = head.post("/@admission", json={"release": "no such desk"})
    assert (unknown.status_code, unknown.json()["type"]) == (404, "UnknownDesk")


def test_the_head_releases_a_desk_left_alone(anon, head, site, called):
    transaction.begin()
    (desk,) = house(site).desks.values()
    desk.signs.seen -= 3 * 60
    transaction.commit()
    answer = head.post("/@admission", json={"release": desk.id})
    assert (answer.status_code, answer.json()["door"]) == (200, "unstaffed")
    seen = anon.get(f"/@visits/{called['token']}").json()
    assert (seen["state"], seen["position"]) == ("waiting", 1)


@pytest.mark.parametrize(
    "wish, fields",
    [
        ({}, {"suspended"}),
        ({"suspended": "yes"}, {"suspended"}),
        ({"suspended": None}, {"suspended"}),
        ({"suspended": 1}, {"suspended"}),
        ({"suspended": True, "notice": 5}, {"notice"}),
        ({"suspended": True, "notice": "x" * 501}, {"notice"}),
        ({"end_day": False}, {"end_day"}),
        ({"end_day": "yes"}, {"end_day"}),
        ({"release": None}, {"release"}),
        ({"release": 5}, {"release"}),
        ({"suspended": True, "end_day": True}, {"suspended", "end_day"}),
    ],
)
def test_what_is_wrong_is_named(head, desk, wish, fields):
    answer = head.post("/@admission", json=wish)
    assert answer.status_code == 400
    assert answer.json()["errors"].keys() == fields


def test_no_foreign_page_decides(head, desk):
    assert head.post("/@admission", data={"end_day": "1"}).status_code == 415
