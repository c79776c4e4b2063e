"""The desk, admission and the end of the day, by plain forms."""

from collective.virtualoffice.domain.waiting import calling
from collective.virtualoffice.domain.waiting import staying
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from plone import api
from plone.uuid.interfaces import IUUID
import transaction


def test_a_desk_is_opened_with_the_proposed_name(clerk, floor):
    assert "Your desk is open." in clerk.do("open")
    assert floor().desk_of("clerk").desk.duty.label == "Desk 1"


def test_the_next_desk_gets_the_next_number(clerk, colleague):
    clerk.do("open")
    assert 'value="Desk 2"' in colleague.look()


def test_a_desk_needs_a_name(clerk, floor):
    assert "This is missing." in clerk.do("open", label=" ")
    assert floor().desks == []


def test_a_desk_serves_more_offices_and_only_some_languages(clerk, site, office, floor):
    api.user.grant_roles(username="clerk", roles=["Office Clerk"], obj=site["nord"])
    transaction.commit()
    form = clerk.form("open")
    form.getControl("Bürgerbüro Nord").selected = True
    form.getControl(name="languages:list").value = ["de"]
    form.submit()
    duty = floor().desk_of("clerk").desk.duty
    assert len(duty.offices) == 2
    assert duty.languages == ("de",)
    assert "My desk also serves" in clerk.look()


def test_a_clerk_opens_no_desk_for_an_office_of_others(clerk, site, floor):
    form = clerk.form("open")
    token = form.getControl(name="_authenticator").value
    nord = IUUID(site["nord"])
    body = f"deed=open&label=A&offices%3Alist={nord}&_authenticator={token}"
    clerk.browser.open(clerk.url.replace("@@staff", "@@staff-do"), body)
    assert len(floor().desk_of("clerk").desk.duty.offices) == 1


def test_a_desk_pauses_and_goes_on(clerk, open_at, floor):
    open_at()
    clerk.do("pause")
    assert floor().is_paused(floor().desk_of("clerk"))
    clerk.do("back")
    assert not floor().is_paused(floor().desk_of("clerk"))


def test_a_desk_is_closed(clerk, open_at, floor):
    open_at()
    assert "Your desk is closed." in clerk.do("close")
    assert floor().desks == []


def test_a_desk_with_a_visit_offers_no_closing(clerk, called, floor):
    assert not clerk.may("close")


def test_admission_is_stopped_with_a_reason_and_opened_again(clerk, open_at, floor):
    open_at()
    page = clerk.do("suspend", notice="Feueralarm")
    assert "“Feueralarm”" in page
    assert floor().room.suspended
    clerk.do("admit")
    assert not floor().room.suspended


def test_the_head_ends_the_day_after_a_question(head, visit, open_at, state):
    head.look()
    head.browser.getLink("End the day").click()
    assert "People waiting now: <strong>1</strong>" in head.browser.contents
    assert state(visit) == "waiting"
    head.browser.getControl("End the day of the office").click()
    assert "The day is over." in head.browser.contents
    assert state(visit) == "dismissed"


def test_the_head_opens_again_after_the_day_was_ended(head, clerk, open_at, floor):
    open_at()
    head.browser.open(head.url.replace("@@staff", "@@staff-end-day"))
    head.browser.getControl("End the day of the office").click()
    assert not clerk.may("admit")
    head.do("admit")
    assert floor().room.day_ended_at is None


def test_every_clerk_reads_that_the_day_was_ended(head, clerk, open_at):
    open_at()
    assert "The day was ended at" not in clerk.look()
    head.browser.open(head.url.replace("@@staff", "@@staff-end-day"))
    head.browser.getControl("End the day of the office").click()
    page = clerk.look()
    assert "The day was ended at" in page
    assert "New visitors can come again" in page
    assert "Only the head of the office" in page
    assert "nobody can come to your desk" in page
    assert "You can take the day up again" in head.look()


def test_a_clerk_cannot_end_the_day(clerk, visit, state):
    assert "End the day" not in clerk.look()
    token = clerk.form("pause").getControl(name="_authenticator").value
    clerk.browser.open(
        clerk.url.replace("@@staff", "@@staff-do"),
        f"deed=end-day&_authenticator={token}",
    )
    assert "Insufficient Privileges" in clerk.browser.contents
    assert state(visit) == "waiting"


def test_a_visit_of_a_desk_left_alone_is_taken_over(
    colleague, act_here, open_at, knock, floor
):
    before = datetime.now(UTC) - timedelta(minutes=5)
    open_at(now=before)
    visit = knock(now=before)
    act_here(lambda floor: calling.call(floor, "clerk", visit), before)
    act_here(lambda floor: staying.answer(floor, floor.room.visit(visit)), before)
    open_at("colleague", "Schalter 2")
    assert "The visit goes on at your desk." in colleague.do("take-over", visit)
    assert floor().desk_of("colleague").held.id == visit


def test_the_head_closes_a_desk_left_alone(head, open_at, floor):
    open_at(now=datetime.now(UTC) - timedelta(minutes=5))
    head.look()
    head.browser.getLink("Close this desk").click()
    assert "Schalter 1" in head.browser.contents
    head.browser.getControl("Close a desk left alone").click()
    assert "The desk is closed." in head.browser.contents
    assert floor().desks == []


def test_a_desk_that_lets_somebody_wait_is_asked(clerk, open_at, knock, floor):
    before = datetime.now(UTC) - timedelta(minutes=6)
    open_at(now=before)
    knock(now=before + timedelta(seconds=30))
    # The citizen was there all the time.
    there = floor()
    there.queue[0].visit.signs.note(datetime.now(UTC), 25)
    transaction.commit()
    assert "Are you still there?" in clerk.look()
    clerk.do("back")
    assert "Are you still there?" not in clerk.look()


def test_a_visit_nobody_serves_is_warned_of(clerk, open_at, knock):
    open_at(languages=("de",))
    knock(spoken_languages=("fr",))
    page = clerk.look()
    assert "Somebody waits whom no open desk serves." in page
    assert "No desk serves this" in page
