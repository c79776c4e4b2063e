"""The page of the room, for both sides."""

from collective.virtualoffice.domain.waiting import calling
from collective.virtualoffice.domain.waiting.seating import note_citizen
from collective.virtualoffice.domain.waiting.states import Outcome
from collective.virtualoffice.domain.waiting.trouble import report
from collective.virtualoffice.domain.waiting.trouble import Trouble
from collective.virtualoffice.usecases.floor import act_as_visitor
from collective.virtualoffice.usecases.floor import visit_token
from datetime import datetime
from datetime import UTC
from functools import partial
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


def test_the_demonstration_room_says_what_it_is(answered, room_page, sign):
    page = room_page(answered)
    assert "Demonstration room" in page.contents
    assert "There is no connection" in page.contents
    assert "Erika &lt;Mustermann&gt;" in page.contents
    assert "Schalter 1" in page.contents
    assert sign(answered) in page.contents
    assert answered.progress.room not in page.contents
    assert "camera=(self)" in page.headers["Permissions-Policy"]


def test_whoever_was_not_let_in_sees_the_way_back(called, room_page, sign):
    page = room_page(called)
    assert page.headers["Status"].startswith("409")
    assert "There is no conversation for you here" in page.contents
    assert sign(called) not in page.contents
    page.getLink("Back to my visit").click()
    assert "It is your turn!" in page.contents


def test_the_room_is_dead_after_the_call(answered, clerk, room_page, sign):
    room = sign(answered)
    clerk.do(calling.finish, answered.id, Outcome.SOLVED)
    assert room not in room_page(answered).contents


def test_a_wrong_link_has_no_room(office, clerk, browse):
    page = browse(f"{office.absolute_url()}/@@visit/{'0' * 24}.{'x' * 43}/room")
    assert page.headers["Status"].startswith("404")


def test_the_desk_sees_who_is_awaited(called, desk_page, sign):
    page = desk_page(called)
    assert "Erika &lt;Mustermann&gt;" in page.contents
    assert page.contents.count(">not in the room yet<") == 1
    assert sign(called) in page.contents


@pytest.mark.parametrize(
    ("signs", "words"),
    [
        ([], ">not in the room yet<"),
        ([True], ">in the room<"),
        ([True, False], ">not in the room at the moment<"),
    ],
)
def test_the_desk_sees_who_came_and_who_left(office, answered, desk_page, signs, words):
    token, now = visit_token(answered), datetime.now(UTC)
    for here in signs:
        act_as_visitor(office, token, now, partial(note_citizen, here=here))
    transaction.commit()
    assert words in desk_page(answered).contents


def test_another_desk_does_not_get_in(answered, desk_page, sign):
    page = desk_page(answered, name="colleague")
    assert page.headers["Status"].startswith("409")
    assert sign(answered) not in page.contents
    assert "Back to the staff view" in page.contents


@pytest.mark.parametrize("name", ["room", "desk-room"])
def test_nobody_else_gets_in(office, answered, browse, name, sign):
    browser = browse(office.absolute_url())
    browser.handleErrors = True
    browser.open(f"{office.absolute_url()}/@@{name}/{answered.id}")
    assert sign(answered) not in browser.contents
    assert "/login?came_from=" in browser.url or "/require_login" in browser.url


def test_a_room_of_no_visit_leads_everybody_on(office, answered, browse, desk_page):
    url = f"{office.absolute_url()}/@@room"
    visitor, clerk = browse(url), desk_page(answered)
    clerk.open(url)
    for page in (visitor, clerk):
        assert page.headers["Status"].startswith("404")
        assert "There is no room here" in page.contents
        assert page.headers["Cache-Control"] == "no-store"
    assert visitor.getLink("To the office").url == office.absolute_url()
    assert "@@staff" not in visitor.contents
    clerk.getLink("To the staff view").click()
    assert clerk.url.endswith("/@@staff")


@pytest.fixture
def jitsi():
    """jitsi(**settings) makes the site use a Jitsi server, embedded."""

    def make(**settings):
        wanted = {
            "video_system": "jitsi",
            "jitsi_server": "meet.example.org",
            "jitsi_embedded": True,
            **settings,
        }
        for name, value in wanted.items():
            api.portal.set_registry_record(f"collective.virtualoffice.{name}", value)
        transaction.commit()

    return make


@pytest.fixture
def token(jitsi, monkeypatch):
    """The site signs tokens; what every one of them begins with."""
    monkeypatch.setenv("VIRTUALOFFICE_JITSI_KEY", "0123456789abcdef" * 2)
    jitsi(jitsi_app_id="musterstadt")
    return "eyJ"


SERVER = "https://meet.example.org"


def test_jitsi_can_be_a_plain_link_that_tells_nothing(answered, jitsi, room_page):
    jitsi(jitsi_embedded=False)
    page = room_page(answered)
    assert f"{SERVER}/{answered.progress.room}" in page.contents
    assert 'rel="noopener noreferrer"' in page.contents
    assert "external_api.js" not in page.contents
    assert SERVER not in page.headers["Content-Security-Policy"]
    assert "camera=()" in page.headers["Permissions-Policy"]


def test_the_embedded_room_lets_in_its_own_server_only(answered, jitsi, room_page):
    jitsi()
    headers = room_page(answered).headers
    policy = dict(
        each.split(" ", 1) for each in headers["Content-Security-Policy"].split("; ")
    )
    assert policy["script-src"] == f"'self' {SERVER}"
    assert policy["frame-src"] == SERVER
    assert f'camera=(self "{SERVER}")' in headers["Permissions-Policy"]
    assert f'display-capture=(self "{SERVER}")' in headers["Permissions-Policy"]
    assert headers["Cache-Control"] == "no-store"


def test_of_the_video_server_nothing_is_loaded_by_the_page_itself(
    answered, jitsi, room_page, desk_page
):
    jitsi()
    for page in (room_page(answered), desk_page(answered)):
        assert f'data-script="{SERVER}/external_api.js"' in page.contents
        assert f'src="{SERVER}' not in page.contents
        assert "Enter the room" in page.contents
        assert "With sound only" in page.contents


def test_without_script_the_embedded_room_is_a_plain_link(answered, jitsi, room_page):
    jitsi()
    link = room_page(answered).getLink("Open the room in a new tab", index=0)
    assert link.url.startswith(f"{SERVER}/{answered.progress.room}?lang=en#")


def test_citizens_can_call_when_the_room_fails(answered, jitsi, room_page, desk_page):
    jitsi()
    assert 'href="tel:020001150"' in room_page(answered).contents
    assert "tel:" not in desk_page(answered).contents


def test_a_token_stands_in_the_pages_of_the_room_only(
    answered, token, room_page, desk_page, visit_page, office
):
    for page in (room_page(answered), desk_page(answered)):
        assert f"&quot;jwt&quot;: &quot;{token}" in page.contents
    assert token not in visit_page(answered).contents
    staff = desk_page(answered)
    staff.open(f"{office.absolute_url()}/@@staff")
    assert "Erika" in staff.contents
    assert token not in staff.contents


def test_every_load_of_the_page_makes_a_new_token(
    answered, token, room_page, monkeypatch
):
    tokens = []

    def make_token(server, key, seat, now):
        """The site itself only tries whether a token can be made."""
        if seat.user != "probe":
            tokens.append(now)
        return f"{token}{len(tokens)}"

    monkeypatch.setattr("collective.virtualoffice.video.jitsi.make_token", make_token)
    assert f"{token}1" in room_page(answered).contents
    assert f"{token}2" in room_page(answered).contents


def test_after_the_end_there_is_no_token(answered, token, clerk, room_page):
    clerk.do(calling.finish, answered.id, Outcome.SOLVED)
    page = room_page(answered)
    assert page.headers["Status"].startswith("409")
    assert token not in page.contents
    assert SERVER not in page.headers["Content-Security-Policy"]


def test_the_desk_finishes_in_the_room_and_has_to_say_how(answered, clerk, desk_page):
    page = desk_page(answered)
    form = page.getForm(action="@@staff-do", index=0)
    assert form.getControl(name="outcome").value == [""]
    form.getControl(name="outcome").value = ["solved"]
    form.submit("Finish the visit")
    assert "Finished. You can undo this for 2 minutes." in page.contents
    seen = clerk.decide(lambda floor: floor.see(floor.room.visit(answered.id)))
    assert seen.progress.outcome is Outcome.SOLVED


def test_the_desk_puts_on_hold_in_the_room(answered, desk_page):
    page = desk_page(answered)
    page.getForm(action="@@staff-do", index=1).submit("Put on hold")
    assert "On hold. Your desk is free" in page.contents


def test_only_the_desk_finishes(answered, room_page):
    assert "@@staff-do" not in room_page(answered).contents


def test_what_keeps_a_visitor_out_is_told_to_the_desk(
    office, answered, desk_page, room_page
):
    now, words = datetime.now(UTC), "<li>The video does not load in the browser.</li>"
    assert words not in desk_page(answered).contents
    act_as_visitor(
        office,
        visit_token(answered),
        now,
        lambda floor, visit: report(floor, visit, Trouble.SCRIPT),
    )
    page = desk_page(answered)
    assert words in page.contents
    page.open(f"{office.absolute_url()}/@@staff")
    assert words in page.contents
    assert words not in room_page(answered).contents
