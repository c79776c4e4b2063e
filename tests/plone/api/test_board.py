"""`@board`: polled by everybody who waits."""

from collective.virtualoffice.api.caching import FOR_ALL


def test_an_empty_room(anon):
    answer = anon.get("/@board")
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == FOR_ALL
    assert answer.headers["Vary"] == "Accept"
    assert answer.json() == {
        "door": "unstaffed",
        "waiting": [],
        "total": 0,
        "called": [],
        "wait_per_place": None,
    }


def test_it_lists_public_ids_in_order(anon, desk, knock):
    ids = [knock()["id"] for _ in range(3)]
    board = anon.get("/@board").json()
    assert (board["waiting"], board["total"]) == (ids, 3)
    assert board["wait_per_place"]["rough"] is True
    assert 0 < board["wait_per_place"]["low"] < board["wait_per_place"]["high"]


def test_who_is_called_no_longer_waits(anon, called):
    board = anon.get("/@board").json()
    assert (board["waiting"], board["called"]) == ([], [called["id"]])


def test_it_tells_nothing_private(anon, desk, knock):
    visit = knock(name="Erika Mustermann", note="A private matter")
    board = anon.get("/@board").text
    assert "Erika" not in board
    assert "private" not in board
    assert visit["token"].partition(".")[2] not in board


def test_who_knows_it_is_told_only_that_nothing_changed(anon, visit):
    tag = anon.get("/@board").headers["ETag"]
    again = anon.get("/@board", headers={"If-None-Match": tag})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["ETag"] == tag
    assert again.headers["Cache-Control"] == FOR_ALL


def test_a_tag_that_a_proxy_weakened_is_known_too(anon, visit):
    tag = anon.get("/@board").headers["ETag"]
    again = anon.get("/@board", headers={"If-None-Match": f'"other", W/{tag}'})
    assert again.status_code == 304


def test_a_change_has_another_tag(anon, visit, knock):
    tag = anon.get("/@board").headers["ETag"]
    knock()
    again = anon.get("/@board", headers={"If-None-Match": tag})
    assert again.status_code == 200
    assert again.json()["total"] == 2
