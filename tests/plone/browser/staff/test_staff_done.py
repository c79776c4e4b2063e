"""What was done is said only while it is so."""

from collective.virtualoffice.domain.waiting import admission
from collective.virtualoffice.domain.waiting import calling
from collective.virtualoffice.domain.waiting import staying
import pytest


CALLED = "Called. Enter the room now."


@pytest.fixture
def news(clerk):
    """What the script fetches for the page that the clerk has open."""

    def fetch():
        query = clerk.browser.url.partition("?")[2]
        page = clerk.url.replace("@@staff", "@@staff-live")
        clerk.browser.open(f"{page}?{query}")
        return clerk.browser.contents

    return fetch


def test_a_call_is_said_until_it_is_answered(clerk, visit, act_here, news):
    assert CALLED in clerk.do("next")
    assert CALLED in news()
    act_here(lambda floor: staying.answer(floor, floor.room.visit(visit)))
    assert CALLED not in news()


def test_a_caller_who_left_is_said_to_have_left(clerk, visit, act_here, news):
    clerk.do("call", visit)
    act_here(lambda floor: staying.leave(floor, floor.room.visit(visit)))
    page = news()
    assert CALLED not in page
    assert "The visitor has left." in page


def test_a_call_taken_back_elsewhere_waits_again(clerk, visit, act_here, news):
    clerk.do("call", visit)
    act_here(lambda floor: calling.requeue(floor, "clerk", visit))
    assert "The visit waits again at its place." in news()


def test_an_erased_visit_leaves_nothing_to_say(clerk, visit, act_here, news):
    clerk.do("call", visit)
    for _ in range(2):
        act_here(lambda floor: staying.leave(floor, floor.room.visit(visit)))
    assert "portalMessage" not in news()


def test_an_undo_ends_what_was_said_of_the_end(clerk, in_call, act_here, news):
    assert "Finished." in clerk.do("finish", in_call, outcome="solved")
    assert "Finished." in news()
    act_here(lambda floor: calling.undo(floor, "clerk", in_call))
    assert "Finished." not in news()


def test_a_second_clerk_supersedes_what_the_first_did(clerk, open_at, act_here, news):
    open_at()
    assert "Nobody else is let in now." in clerk.do("suspend")
    act_here(lambda floor: admission.admit(floor, reopen=False))
    assert "Nobody else is let in now." not in news()


@pytest.mark.parametrize("query", ["done=evil", "done=next&visit=x", "visit=1"])
def test_an_address_makes_the_page_say_nothing(clerk, query):
    clerk.browser.open(f"{clerk.url}?{query}")
    assert clerk.browser.headers["Status"].startswith("200")
    assert "portalMessage" not in clerk.browser.contents
