"""The page of the room, for both sides."""

from collective.virtualoffice.domain.waiting import calling
from collective.virtualoffice.domain.waiting import staying
from collective.virtualoffice.domain.waiting.states import Outcome
from collective.virtualoffice.usecases.floor import act_as_visitor
from collective.virtualoffice.usecases.floor import visit_token
from datetime import datetime
from datetime import UTC
from plone import api
import pytest
import transaction


PASSWORD = "correct horse battery"


@pytest.fixture
def called(clerk, knock):
    visit = knock("Erika <Mustermann>")
    clerk.do(calling.call, visit.id)
    return visit


@pytest.fixture
def answered(office, called):
    now = datetime.now(UTC)
    act_as_visitor(office, visit_token(called), now, staying.answer)
    return called


@pytest.fixture
def desk_page(office, browse):
    """desk_page(visit, name) answers a clerk's browser on the room of a visit."""

    def make(visit, name="clerk"):
        if api.user.get(username=name) is None:
            api.user.create(
                username=name, email=f"{name}@example.org", password=PASSWORD
            )
            api.user.grant_roles(username=name, roles=["Office Clerk"], obj=office)
            transaction.commit()
        page = browse(office.absolute_url())
        page.addHeader("Authorization", f"Basic {name}:{PASSWORD}")
        page.open(f"{office.absolute_url()}/@@room/{visit.id}")
        return page

    return make


@pytest.fixture
def room_page(browse, page_of):
    return lambda visit: browse(f"{page_of(visit)}/room")


def test_the_demonstration_room_says_what_it_is(answered, room_page):
    page = room_page(answered)
    assert "Demonstration room" in page.contents
    assert "There is no connection" in page.contents
    assert "Erika &lt;Mustermann&gt;" in page.contents
    assert "Schalter 1" in page.contents
    assert answered.progress.room in page.contents
    assert "camera=(self)" in page.headers["Permissions-Policy"]


def test_whoever_was_not_let_in_sees_the_way_back(called, room_page):
    page = room_page(called)
    assert page.headers["Status"].startswith("409")
    assert "There is no conversation for you here" in page.contents
    assert called.progress.room not in page.contents
    page.getLink("Back to my visit").click()
    assert "It is your turn!" in page.contents


def test_the_room_is_dead_after_the_call(answered, clerk, room_page):
    room = answered.progress.room
    clerk.do(calling.finish, answered.id, Outcome.SOLVED)
    assert room not in room_page(answered).contents


def test_a_wrong_link_has_no_room(office, clerk, browse):
    page = browse(f"{office.absolute_url()}/@@visit/{'0' * 24}.{'x' * 43}/room")
    assert page.headers["Status"].startswith("404")


def test_the_desk_sees_who_is_awaited(called, desk_page):
    page = desk_page(called)
    assert "Erika &lt;Mustermann&gt;" in page.contents
    assert "is not here yet" in page.contents
    assert called.progress.room in page.contents


def test_the_desk_sees_who_is_here(answered, desk_page):
    assert "is here" in desk_page(answered).contents


def test_another_desk_does_not_get_in(answered, desk_page):
    page = desk_page(answered, name="colleague")
    assert page.headers["Status"].startswith("409")
    assert answered.progress.room not in page.contents
    assert "Back to the staff view" in page.contents


def test_nobody_else_gets_in(office, answered, browse):
    browser = browse(office.absolute_url())
    browser.handleErrors = True
    browser.open(f"{office.absolute_url()}/@@room/{answered.id}")
    assert answered.progress.room not in browser.contents


def test_jitsi_is_a_plain_link_that_tells_nothing(answered, room_page):
    api.portal.set_registry_record("collective.virtualoffice.video_system", "jitsi")
    api.portal.set_registry_record(
        "collective.virtualoffice.jitsi_server", "meet.example.org"
    )
    transaction.commit()
    page = room_page(answered)
    assert f"https://meet.example.org/{answered.progress.room}" in page.contents
    assert 'rel="noopener noreferrer"' in page.contents
    assert "external_api.js" not in page.contents
    assert "camera=()" in page.headers["Permissions-Policy"]


def test_a_lost_video_system_is_told(answered, room_page):
    api.portal.set_registry_record("collective.virtualoffice.video_system", "jitsi")
    transaction.commit()
    page = room_page(answered)
    assert page.headers["Status"].startswith("503")
    assert "Back to my visit" in page.contents
