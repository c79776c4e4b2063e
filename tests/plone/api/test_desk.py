"""`@desk`: opening, pausing and closing one's own."""

from plone import api
import pytest
import transaction


@pytest.mark.parametrize("method", ["get", "post", "delete"])
def test_only_who_serves_has_one(anon, stranger, method):
    for session in (anon, stranger):
        how = {"json": {}} if method == "post" else {}
        assert getattr(session, method)("/@desk", **how).status_code == 401


def test_before_it_is_open_there_is_none(clerk):
    answer = clerk.get("/@desk")
    assert (answer.status_code, answer.json()["desk"]) == (200, None)
    assert answer.headers["Cache-Control"] == "no-store"


def test_it_opens_with_all_that_was_asked(clerk, office, make_service):
    service = api.content.get_uuid(make_service(offices=[office]))
    transaction.commit()
    wish = {"label": "Schalter 7", "services": [service], "languages": ["de", "gsg"]}
    answer = clerk.post("/@desk", json=wish)
    desk = answer.json()["desk"]
    assert answer.status_code == 201
    assert answer.headers["Location"] == f"{office.absolute_url()}/@desk"
    assert desk.pop("id")
    assert desk == {
        **wish,
        "mine": True,
        "paused": False,
        "left_alone": False,
        "asked": False,
        "visit": None,
        "offices": [api.content.get_uuid(office)],
    }


def test_desks_without_a_label_are_numbered(clerk, colleague):
    first = clerk.post("/@desk", json={}).json()["desk"]["label"]
    second = colleague.post("/@desk", json={}).json()["desk"]["label"]
    assert (first[-1], second[-1]) == ("1", "2")


def test_an_open_desk_keeps_its_label(clerk, desk):
    assert clerk.post("/@desk", json={}).json()["desk"]["label"] == "Schalter 1"


def test_opening_again_changes_what_it_serves(clerk, desk):
    answer = clerk.post("/@desk", json={"label": "Anders"})
    assert answer.status_code == 200
    assert answer.json()["desk"]["id"] == desk["id"]
    assert clerk.get("/@desk").json()["desk"]["label"] == "Anders"


def test_it_may_serve_more_offices(clerk, office, make_office):
    nord = make_office(id="nord")
    api.user.grant_roles(username="clerk", roles=["Office Clerk"], obj=nord)
    transaction.commit()
    uids = {api.content.get_uuid(each) for each in (office, nord)}
    answer = clerk.post("/@desk", json={"offices": [api.content.get_uuid(nord)]})
    assert set(answer.json()["desk"]["offices"]) == uids


def test_but_not_one_that_the_clerk_does_not_serve(clerk, make_office):
    foreign = api.content.get_uuid(make_office(id="nord"))
    transaction.commit()
    answer = clerk.post("/@desk", json={"offices": [foreign]})
    assert answer.status_code == 400
    assert answer.json()["errors"].keys() == {"offices"}


@pytest.mark.parametrize(
    "field, value",
    [
        ("label", ""),
        ("label", 5),
        ("label", "x" * 61),
        ("offices", "x"),
        ("offices", ["x"]),
        ("offices", [5]),
        ("offices", {}),
        ("services", ["no such service"]),
        ("services", {"a": 1}),
        ("languages", ["klingon"]),
        ("languages", [["de"]]),
    ],
)
def test_what_is_wrong_is_named(clerk, field, value):
    answer = clerk.post("/@desk", json={field: value})
    assert answer.status_code == 400
    assert answer.json()["errors"].keys() == {field}
    assert clerk.get("/@desk").json()["desk"] is None


def test_no_foreign_page_opens_it(clerk):
    assert clerk.post("/@desk").status_code == 415
    assert clerk.post("/@desk", data={"label": "x"}).status_code == 415


def test_without_video_it_does_not_open(clerk):
    api.portal.set_registry_record("collective.virtualoffice.video_system", "jitsi")
    transaction.commit()
    answer = clerk.post("/@desk", json={})
    assert (answer.status_code, answer.json()["type"]) == (503, "VideoUnavailable")
    assert clerk.get("/@desk").json()["desk"] is None


def test_it_pauses_and_resumes(anon, clerk, desk):
    assert clerk.post("/@desk/pause", json={}).json()["desk"]["paused"] is True
    assert anon.get("/@door").json()["status"] == "unstaffed"
    assert clerk.post("/@desk/resume", json={}).json()["desk"]["paused"] is False
    assert anon.get("/@door").json()["status"] == "free"


def test_it_says_that_it_is_attended(clerk, desk):
    answer = clerk.post("/@desk/presence", json={})
    assert (answer.status_code, answer.json()["desk"]["id"]) == (200, desk["id"])


@pytest.mark.parametrize("action", ["presence", "pause", "resume"])
def test_without_a_desk_there_is_nothing_to_do(clerk, action):
    answer = clerk.post(f"/@desk/{action}", json={})
    assert (answer.status_code, answer.json()["type"]) == (409, "NoDesk")


@pytest.mark.parametrize("path", ["/@desk/dance", "/@desk/pause/now"])
def test_there_is_no_other_action(clerk, desk, path):
    answer = clerk.post(path, json={})
    assert (answer.status_code, answer.json()["type"]) == (404, "UnknownPath")


def test_it_closes(clerk, desk):
    assert clerk.delete("/@desk").status_code == 204
    assert clerk.get("/@desk").json()["desk"] is None
    answer = clerk.delete("/@desk")
    assert (answer.status_code, answer.json()["type"]) == (409, "NoDesk")


def test_not_while_it_holds_a_visit(clerk, called):
    answer = clerk.delete("/@desk")
    refusal = answer.json()
    assert answer.status_code == 409
    assert (refusal["type"], refusal["visit"]) == ("DeskBusy", called["id"])
    assert refusal["message"] == "There is still a visit at your desk."
