"""Third persons over REST: invited, asking, let in, and gone."""

import pytest


NAME = "Olena Musterenko"
SAID = {"name": NAME, "privacy_noted": True}


@pytest.fixture
def invite(anon):
    """invite(visit) answers an invitation with its link."""

    def make(visit, **said):
        answer = anon.post(f"/@visits/{visit['token']}/guests", json=said)
        assert answer.status_code == 201, answer.text
        return answer.json()

    return make


@pytest.fixture
def at():
    """at(invitation) answers the guest's own address in the API."""
    return lambda guest: f"/@guests/{guest['link'].rpartition('/')[2]}"


@pytest.fixture
def asking(anon, invite, at):
    """asking(visit) answers a guest who said a name."""

    def make(visit):
        guest = invite(visit)
        assert anon.post(f"{at(guest)}/ask", json=SAID).status_code == 200
        return guest

    return make


@pytest.fixture
def decide(clerk):
    """decide(visit, guest, action) is a deed of the clerk about a guest."""
    return lambda visit, guest, action, who=clerk: who.post(
        f"/@calls/{visit['id']}/guests/{guest['id']}/{action}", json={}
    )


def test_an_interpreter_comes_along(anon, in_call, asking, at, decide):
    guest = asking(in_call)
    found = anon.get(at(guest))
    assert found.headers["Cache-Control"] == "no-store"
    assert found.json()["state"] == "asking"
    assert "room" not in found.json()["links"]
    assert decide(in_call, guest, "admit").status_code == 200
    found = anon.get(at(guest)).json()
    assert (found["state"], found["visit"]) == ("admitted", "in_call")
    assert found["links"]["room"] == f"{guest['link']}/room"


def test_a_guest_hears_nothing_of_the_citizen_before_being_let_in(
    anon, in_call, asking, at, decide
):
    guest = asking(in_call)
    assert "Erika" not in anon.get(at(guest)).text
    decide(in_call, guest, "admit")
    answer = anon.get(at(guest)).text
    assert "Erika" in answer
    assert in_call["token"] not in answer


def test_guests_hear_of_each_other_once_they_are_in(anon, in_call, asking, at, decide):
    guests = [asking(in_call), asking(in_call)]
    decide(in_call, guests[0], "admit")
    assert anon.get(at(guests[1])).json()["people"] == []
    decide(in_call, guests[1], "admit")
    people = anon.get(at(guests[1])).json()["people"]
    assert [each["role"] for each in people] == ["citizen", "desk", "guest", "guest"]
    assert [each["name"] for each in people[2:]] == [NAME, NAME]


def test_citizen_and_staff_read_how_it_stands(anon, clerk, visit, asking):
    guest = asking(visit)
    expected = {**guest, "name": NAME, "state": "asking"}
    expected.pop("now")
    found = anon.get(f"/@visits/{visit['token']}").json()["guests"]
    assert found == [expected]
    assert expected.pop("link")
    (seen,) = clerk.get("/@waiting-room").json()["visits"]
    assert seen["guests"] == [expected]


def test_the_link_of_a_guest_of_the_office_is_for_staff_only(anon, clerk, visit, at):
    made = clerk.post(f"/@calls/{visit['id']}/guests", json={})
    assert made.status_code == 201
    guest = made.json()
    assert guest["invited_by"] == "desk"
    assert anon.get(at(guest)).status_code == 200
    (found,) = anon.get(f"/@visits/{visit['token']}").json()["guests"]
    assert (found["id"], found["link"]) == (guest["id"], None)
    gone = anon.delete(f"/@visits/{visit['token']}/guests/{guest['id']}")
    assert (gone.status_code, gone.json()["type"]) == (404, "UnknownGuest")


def test_at_most_three(anon, visit, invite):
    for _ in range(3):
        invite(visit)
    answer = anon.post(f"/@visits/{visit['token']}/guests", json={})
    assert (answer.status_code, answer.json()["type"]) == (409, "TooManyGuests")


def test_the_same_number_is_the_same_guest(visit, invite):
    first, again = invite(visit, number=1), invite(visit, number=1)
    assert first["link"] == again["link"]


@pytest.mark.parametrize("number", ["x", True, 1.5, [], "99999999"])
def test_a_number_that_is_none(anon, visit, number):
    answer = anon.post(f"/@visits/{visit['token']}/guests", json={"number": number})
    assert answer.status_code == 400
    assert answer.json()["errors"].keys() == {"number"}


def test_unknown_withdrawn_and_erased_links_are_all_alike(
    anon, clerk, visit, knock, invite, asking, at, decide
):
    withdrawn, gone, taken = invite(visit), asking(visit), asking(visit)
    url = f"/@visits/{visit['token']}/guests/{withdrawn['id']}"
    assert anon.delete(url).status_code == 204
    assert anon.delete(at(gone)).status_code == 204
    assert decide(visit, taken, "withdraw").status_code == 200
    other = knock()
    erased = invite(other)
    for _ in range(2):
        anon.delete(f"/@visits/{other['token']}")
    wrong = [
        *(at(each) for each in (withdrawn, gone, taken, erased)),
        at(invite(visit))[:-1] + "~",
        f"/@guests/{visit['id']}-9.{'A' * 43}",
        f"/@guests/{visit['token']}",
        "/@guests/x",
    ]
    answers = [anon.get(each) for each in wrong]
    assert {answer.status_code for answer in answers} == {404}
    told = [{**answer.json(), "now": None} for answer in answers]
    assert all(each == told[0] for each in told)
    assert told[0]["type"] == "UnknownGuest"


def test_the_link_of_a_guest_is_no_link_of_the_visit(anon, visit, invite, at):
    token = at(invite(visit)).rpartition("/")[2]
    assert anon.get(f"/@visits/{token}").status_code == 404
    assert anon.delete(f"/@visits/{token}").status_code == 404


def test_a_new_private_link_takes_the_invitations_of_the_old_one(
    anon, clerk, visit, asking, at
):
    guest = asking(visit)
    clerk.post(f"/@calls/{visit['id']}/new-link", json={})
    assert anon.get(at(guest)).status_code == 404


@pytest.mark.parametrize("action", ["admit", "refuse", "withdraw"])
def test_only_staff_decide(anon, stranger, colleague, visit, asking, decide, action):
    guest = asking(visit)
    assert decide(visit, guest, action, who=anon).status_code == 401
    assert decide(visit, guest, action, who=stranger).status_code == 401
    refused = decide(visit, guest, action, who=colleague)
    assert (refused.status_code, refused.json()["type"]) == (409, "NoDesk")


def test_who_did_not_ask_is_not_let_in(visit, invite, decide):
    answer = decide(visit, invite(visit), "admit")
    assert (answer.status_code, answer.json()["type"]) == (409, "NotPossible")


def test_there_is_no_other_deed_about_a_guest(visit, asking, decide):
    assert decide(visit, asking(visit), "praise").status_code == 404


def test_a_guest_says_a_name_and_has_read_the_notice(anon, visit, invite, at):
    url = f"{at(invite(visit))}/ask"
    answer = anon.post(url, json={})
    assert answer.status_code == 400
    assert answer.json()["errors"].keys() == {"name", "privacy_noted"}
    assert anon.post(url, data="name=Olena").status_code == 415


def test_a_visit_that_is_over_has_room_for_nobody(anon, clerk, in_call, asking, at):
    guest = asking(in_call)
    clerk.post(f"/@calls/{in_call['id']}/finish", json={"outcome": "solved"})
    assert anon.get(at(guest)).json()["visit"] == "over"
    late = anon.post(f"/@visits/{in_call['token']}/guests", json={})
    assert (late.status_code, late.json()["type"]) == (409, "NotPossible")
