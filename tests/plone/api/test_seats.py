"""Who is in the room, over REST."""

import pytest


@pytest.fixture
def citizen_seat(in_call):
    return f"/@visits/{in_call['token']}/seat"


@pytest.fixture
def desk_seat(in_call):
    return f"/@calls/{in_call['id']}/seat"


@pytest.fixture
def people(anon, clerk, in_call):
    """people() is where each is, by role: the same for the citizen and for staff."""

    def ask():
        visit = anon.get(f"/@visits/{in_call['token']}").json()
        (seen,) = clerk.get("/@waiting-room").json()["visits"]
        assert seen["people"] == visit["people"]
        return {each["role"]: each["where"] for each in visit["people"]}

    return ask


def test_both_sides_come_and_go(anon, clerk, people, citizen_seat, desk_seat):
    assert people() == {"citizen": "awaited", "desk": "awaited"}
    assert anon.post(citizen_seat, json={"here": True}).status_code == 204
    assert clerk.post(desk_seat, json={"here": True}).status_code == 204
    assert people() == {"citizen": "here", "desk": "here"}
    anon.post(citizen_seat, json={"here": False})
    clerk.post(desk_seat, json={"here": False})
    assert people() == {"citizen": "gone", "desk": "gone"}


def test_names_are_those_of_the_visit_and_of_the_desk(anon, clerk, in_call):
    citizen, desk = anon.get(f"/@visits/{in_call['token']}").json()["people"]
    assert (citizen["name"], citizen["seat"]) == ("Erika Mustermann", "citizen")
    (known,) = clerk.get("/@waiting-room").json()["desks"]
    assert (desk["name"], desk["seat"]) == (known["label"], known["id"])


def test_there_are_no_people_without_a_call(anon, visit):
    assert anon.get(f"/@visits/{visit['token']}").json()["people"] == []


def test_nobody_sits_down_without_a_call(anon, clerk, desk, visit):
    answers = [
        anon.post(f"/@visits/{visit['token']}/seat", json={"here": True}),
        clerk.post(f"/@calls/{visit['id']}/seat", json={"here": True}),
    ]
    for answer in answers:
        assert (answer.status_code, answer.json()["type"]) == (409, "NotPossible")


@pytest.mark.parametrize("here", [None, "true", 1, [True], {}])
def test_what_is_neither_yes_nor_no_is_refused_by_field(
    anon, clerk, citizen_seat, desk_seat, people, here
):
    for answer in (
        anon.post(citizen_seat, json={"here": here}),
        clerk.post(desk_seat, json={"here": here}),
    ):
        assert (answer.status_code, answer.json()["type"]) == (400, "Invalid")
        assert list(answer.json()["errors"]) == ["here"]
    assert people() == {"citizen": "awaited", "desk": "awaited"}


def test_it_is_no_form(anon, citizen_seat):
    answer = anon.post(citizen_seat, data={"here": "true"})
    assert (answer.status_code, answer.json()["type"]) == (415, "NotJson")


def test_a_clerk_without_this_visit_has_no_seat(colleague, in_call, desk_seat):
    answer = colleague.post(desk_seat, json={"here": True})
    assert (answer.status_code, answer.json()["type"]) == (409, "NoDesk")


def test_nobody_else_sits_at_the_desk(anon, desk_seat):
    assert anon.post(desk_seat, json={"here": True}).status_code == 401
