"""A phone number for a call back, over REST."""

import pytest


NUMBER = "+49 (0)2000 115-0"


@pytest.fixture
def give(anon):
    """give(visit, phone) answers what the citizen is answered."""
    return lambda visit, phone: anon.post(
        f"/@visits/{visit['token']}/phone", json={"phone": phone}
    )


def test_it_is_shown_to_the_citizen_and_to_staff(clerk, desk, knock, anon):
    visit = knock(phone=NUMBER)
    assert visit["phone"] == NUMBER
    assert anon.get(f"/@visits/{visit['token']}").json()["phone"] == NUMBER
    (seen,) = clerk.get("/@waiting-room").json()["visits"]
    assert seen["phone"] == NUMBER


def test_nobody_else_reads_it(anon, desk, knock):
    knock(phone=NUMBER)
    for path in ("/@board", "/@door"):
        assert NUMBER not in anon.get(path).text


def test_it_is_given_changed_and_removed_while_waiting(clerk, visit, give):
    for phone in (NUMBER, "02000 777", ""):
        answer = give(visit, phone)
        assert (answer.status_code, answer.json()["phone"]) == (200, phone)
        (seen,) = clerk.get("/@waiting-room").json()["visits"]
        assert seen["phone"] == phone


@pytest.mark.parametrize("phone", ["1234", "call me", "1" * 31, 5, ["1", "2"]])
def test_what_is_no_number_is_refused_by_field(visit, give, anon, phone):
    answer = give(visit, phone)
    assert (answer.status_code, answer.json()["type"]) == (400, "Invalid")
    assert list(answer.json()["errors"]) == ["phone"]
    assert anon.get(f"/@visits/{visit['token']}").json()["phone"] == ""


def test_saying_nothing_removes_nothing(anon, desk, knock):
    visit = knock(phone=NUMBER)
    answer = anon.post(f"/@visits/{visit['token']}/phone", json={})
    assert answer.status_code == 400
    assert anon.get(f"/@visits/{visit['token']}").json()["phone"] == NUMBER


def test_it_is_no_form(anon, visit):
    answer = anon.post(f"/@visits/{visit['token']}/phone", data={"phone": NUMBER})
    assert (answer.status_code, answer.json()["type"]) == (415, "NotJson")


def test_a_visit_that_is_over_takes_none(anon, visit, give):
    anon.delete(f"/@visits/{visit['token']}")
    answer = give(visit, NUMBER)
    assert (answer.status_code, answer.json()["type"]) == (409, "NotPossible")
