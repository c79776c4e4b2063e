"""Third persons are invited and let in while others think better of it."""

from sixteen import good
from sixteen import met
from sixteen import outcomes
from sixteen import Request
from sixteen import SIZE
import pytest


HALF = SIZE // 2
MOST = 3  # guests of one visit at a time


@pytest.fixture
def asking(stage):
    """Eight clerks in a call, each with the visit and a guest who asks to be let in."""
    found = []
    for clerk in stage.open(HALF):
        visit = stage.speaking(clerk)
        guest = stage.tell(stage.citizen(visit, "guests"))
        token = guest["link"].rpartition("/")[2]
        path = f"{stage.path}/@guests/{token}"
        said = {"name": "Olena Mustermann", "privacy_noted": True}
        stage.tell(Request("POST", f"{path}/ask", said))
        found.append((clerk, visit, guest["id"], path))
    return found


def guests(stage, visit):
    return [each["state"] for each in stage.tell(stage.look(visit))["guests"]]


def test_one_wish_repeated_sixteen_times_invites_one(stage):
    visit = stage.called(stage.open(1)[0])
    wish = stage.citizen(visit, "guests", {"number": 1})
    answers = stage.at_once(*[wish] * SIZE)
    assert outcomes(answers) == {"201": SIZE}
    assert len({shape["link"].rpartition("/")[2] for shape in good(answers)}) == 1
    assert guests(stage, visit) == ["invited"]


def test_of_sixteen_wishes_three_are_granted(stage):
    clerk = stage.open(1)[0]
    visit = stage.called(clerk)
    wishes = stage.citizen(visit, "guests"), stage.clerk(clerk, visit, "guests")
    answers = stage.at_once(*(wishes * HALF))
    assert outcomes(answers) == {"201": MOST, "409 TooManyGuests": SIZE - MOST}
    assert len({shape["id"] for shape in good(answers)}) == MOST
    assert guests(stage, visit) == ["invited"] * MOST


def test_a_guest_is_let_in_while_the_link_is_taken_back(stage, asking):
    pairs = stage.in_pairs(
        (
            stage.clerk(clerk, visit, f"guests/{guest}/admit"),
            Request("DELETE", f"{stage.path}/@visits/{visit.token}/guests/{guest}"),
        )
        for clerk, visit, guest, _ in asking
    )
    assert met(pairs) <= {("200", "204"), ("404 UnknownGuest", "204")}
    assert [guests(stage, visit) for _, visit, _, _ in asking] == [[]] * HALF
    links = stage.at_once(*(Request("GET", path) for *_, path in asking))
    assert outcomes(links) == {"404 UnknownGuest": HALF}
    assert set(stage.agree().values()) == {"in_call"}


def test_a_guest_is_let_in_and_refused(stage, asking):
    pairs = stage.in_pairs(
        (
            stage.clerk(clerk, visit, f"guests/{guest}/admit"),
            stage.clerk(clerk, visit, f"guests/{guest}/refuse"),
        )
        for clerk, visit, guest, _ in asking
    )
    assert met(pairs) <= {("200", "200"), ("200", "409 NotPossible")}
    assert [guests(stage, visit) for _, visit, _, _ in asking] == [["admitted"]] * HALF


def test_a_guest_is_let_in_while_the_visit_ends(stage, asking):
    pairs = stage.in_pairs(
        (
            stage.clerk(clerk, visit, f"guests/{guest}/admit"),
            stage.leave(visit),
        )
        for clerk, visit, guest, _ in asking
    )
    assert met(pairs) <= {("200", "204"), ("409 NotPossible", "204")}
    assert set(stage.agree().values()) == {"left"}
    links = stage.at_once(*(Request("GET", path) for *_, path in asking))
    assert {link.data.get("visit") for link in links} <= {"over", None}
    assert not any("room" in link.data.get("links", {}) for link in links)
