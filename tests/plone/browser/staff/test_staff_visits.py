"""Every action of a clerk on a visit, by plain forms."""

from collective.virtualoffice.domain.waiting import calling
from collective.virtualoffice.domain.waiting import knocking
from collective.virtualoffice.domain.waiting.knock import Knock
from collective.virtualoffice.domain.waiting.states import State
from collective.virtualoffice.usecases.floor import act
from datetime import datetime
from datetime import UTC
from plone import api
import pytest
import transaction


def test_an_empty_queue_is_said_in_words(clerk, open_at):
    open_at()
    assert "Nobody waits." in clerk.look()


def test_the_queue_says_who_waits_for_what(clerk, visit, knock):
    knock("Max Mustermann", note="Zwei Pässe", spoken_languages=("en",))
    page = clerk.look()
    assert page.index("Erika Mustermann") < page.index("Max Mustermann")
    assert "Zwei Pässe" in page
    assert "English" in page


def test_the_next_is_called(clerk, visit, state):
    page = clerk.do("next")
    assert "Called. Enter the room now." in page
    assert state(visit) == "called"
    assert f"/@@room/{visit}" in page


def test_somebody_else_is_called(clerk, visit, knock, state):
    other = knock("Max Mustermann")
    clerk.do("call", other)
    assert (state(visit), state(other)) == ("waiting", "called")


def test_a_call_is_taken_back(clerk, called, state):
    clerk.do("requeue", called)
    assert state(called) == "waiting"


def test_a_call_just_answered_is_not_cut_off(clerk, called, office, state, request):
    form = clerk.form("requeue", called)
    request.getfixturevalue("in_call")
    assert "not possible with the visit now" in clerk.send(form)
    assert state(called) == "in_call"


def test_somebody_is_not_reached_and_taken_back(clerk, called, state):
    assert "Not reached." in clerk.do("missed", called)
    assert state(called) == "missed"
    clerk.do("recall", called)
    assert state(called) == "waiting"


def test_a_visit_is_held_and_goes_on_with_a_colleague(
    clerk, colleague, in_call, open_at, state
):
    clerk.do("hold", in_call)
    assert state(in_call) == "on_hold"
    open_at("colleague", "Schalter 2")
    colleague.do("resume", in_call)
    assert state(in_call) == "in_call"
    assert "Schalter 2" in clerk.look()


@pytest.mark.parametrize(
    "outcome",
    ["solved", "follow_up", "in_person", "technical_failure", "ended_by_office"],
)
def test_a_visit_is_finished_with_its_outcome(clerk, in_call, floor, outcome):
    assert "Finished." in clerk.do("finish", in_call, outcome=outcome)
    assert floor().room.visit(in_call).progress.outcome == outcome


def test_nobody_says_for_the_clerk_how_it_ended(clerk, in_call, state):
    assert clerk.form("finish", in_call).getControl(name="outcome").value == [""]
    page = clerk.do("finish", in_call)
    assert "Nothing was done: please choose how the visit ended." in page
    assert 'aria-invalid="true"' in page
    assert f'aria-describedby="unanswered-{in_call}"' in page
    assert state(in_call) == "in_call"
    assert "Finished." in clerk.do("finish", in_call, outcome="solved")


def test_an_outcome_that_is_none_is_refused(clerk, in_call, state):
    form = clerk.form("finish", in_call)
    token = form.getControl(name="_authenticator").value
    clerk.browser.open(
        clerk.url.replace("@@staff", "@@staff-do"),
        f"deed=finish&visit={in_call}&outcome=happy&_authenticator={token}",
    )
    assert "There is no such choice here." in clerk.browser.contents
    assert state(in_call) == "in_call"


def test_finished_by_mistake_offers_the_former_outcome(clerk, in_call, state):
    clerk.do("finish", in_call, outcome="in_person")
    clerk.do("undo", in_call)
    chosen = clerk.form("finish", in_call).getControl(name="outcome").value
    assert chosen == ["in_person"]
    assert state(in_call) == "in_call"


def test_sent_twice_is_finished_once(clerk, log_in, office, in_call, floor):
    second = clerk.form("finish", in_call)
    type(clerk)(log_in("clerk"), office).do("finish", in_call, outcome="follow_up")
    assert "Finished." in clerk.send(second, outcome="follow_up")
    assert floor().room.visit(in_call).progress.outcome == "follow_up"


def test_a_message_to_one_and_to_all(clerk, visit, floor):
    assert "Your message is shown." in clerk.do("tell", visit, text="Gleich!")
    clerk.do("tell", "", text="Wir öffnen einen weiteren Schalter.")
    messages = floor().room.messages_for(floor().room.visit(visit), State.WAITING)
    assert [message.text for message in messages] == [
        "Gleich!",
        "Wir öffnen einen weiteren Schalter.",
    ]


def test_a_message_to_all_is_withdrawn(clerk, visit, floor):
    assert "Wir öffnen gleich." in clerk.do("tell", "", text="Wir öffnen gleich.")
    assert "The message is withdrawn." in clerk.do("withdraw")
    assert "Wir öffnen gleich." not in clerk.look()
    assert floor().room.announcements == ()


def test_a_message_without_words_is_refused(clerk, visit, floor):
    assert "This is missing." in clerk.do("tell", visit, text="  ")
    assert floor().room.visit(visit).messages == ()


def test_a_new_link_is_made_after_a_question(clerk, visit, floor):
    clerk.look()
    clerk.browser.getLink("New private link").click()
    assert "stops working at once" in clerk.browser.contents
    assert floor().room.visit(visit).issue == 1
    clerk.browser.getControl("Make a new link").click()
    assert f"/mitte/@@visit/{visit}." in clerk.browser.contents
    assert "Copy link" in clerk.browser.contents
    assert 'aria-label="QR code of the private link"' in clerk.browser.contents
    assert floor().room.visit(visit).issue == 2
    assert clerk.browser.headers["Cache-Control"] == "no-store"


def test_hostile_words_stay_words(clerk, open_at, knock):
    open_at()
    knock("<script>alert(1)</script>", note='"><img src=x onerror=alert(1)>')
    page = clerk.look()
    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;alert(1)" in page
    assert "<img src=x" not in page


def test_a_visit_of_another_office_is_pointed_to(clerk, site, open_at):
    api.user.grant_roles(username="clerk", roles=["Office Clerk"], obj=site["nord"])
    transaction.commit()
    open_at(offices=(site["nord"],))
    key, now = "k" * 32, datetime.now(UTC)
    knocked = act(
        site["nord"],
        now,
        lambda floor: knocking.knock(floor, Knock("Max"), key, None, None, 0),
    )
    act(site["nord"], now, lambda floor: calling.call(floor, "clerk", None))
    clerk.look()
    assert "Your visit is in another office" in clerk.browser.contents
    assert not clerk.may("next")
    clerk.browser.getLink(url="/nord/@@staff").click()
    assert f"/nord/@@room/{knocked.visit.id}" in clerk.browser.contents


def test_a_number_for_a_call_back_is_a_link_to_dial(clerk, open_at, knock):
    open_at()
    visit = knock(phone="+49 (0)2000 115-0")
    waiting = clerk.look()
    assert "Asks to be called back" in waiting
    assert '<a href="tel:+4920001150">+49 (0)2000 115-0</a>' in waiting
    clerk.do("next")
    current = clerk.look().partition('id="staff-current"')[2]
    assert "tel:+4920001150" in current
    clerk.browser.getLink(url=f"/@@room/{visit}").click()
    assert "tel:+4920001150" in clerk.browser.contents
