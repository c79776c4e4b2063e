"""The clerk's room while nobody can enter it, and who has a visit that one cannot."""

from collective.virtualoffice.domain.waiting import staying
from collective.virtualoffice.video.secret import KEY
from collective.virtualoffice.video.secret import KEY_FILE
from plone import api
import pytest
import transaction


@pytest.fixture
def broken(site, visit, monkeypatch):
    """The key of the video server is missing since the desk was opened."""
    monkeypatch.delenv(KEY, raising=False)
    monkeypatch.delenv(KEY_FILE, raising=False)
    wanted = {
        "video_system": "jitsi",
        "jitsi_server": "meet.example.org",
        "jitsi_app_id": "musterstadt",
    }
    for name, value in wanted.items():
        api.portal.set_registry_record(f"collective.virtualoffice.{name}", value)
    transaction.commit()


@pytest.fixture
def enter():
    """enter(clerk, visit) answers a browser on the room."""

    def open_room(who, visit):
        who.browser.open(who.url.replace("@@staff", f"@@room/{visit}"))
        return who.browser

    return open_room


@pytest.fixture
def room(clerk, broken, in_call, enter):
    """room() answers the clerk's page of a room with somebody in it."""
    return lambda: enter(clerk, in_call)


def test_the_room_says_why_nobody_can_enter(room):
    page = room()
    assert page.headers["Status"].startswith("503")
    assert page.headers["Retry-After"] == "60"
    assert "The key for the video server is missing." in page.contents
    assert "not set up" not in page.contents


@pytest.mark.parametrize(
    ("environment", "said"),
    [
        ({KEY: "short"}, "The key for the video server is too short."),
        ({KEY_FILE: "/nowhere"}, "The key for the video server cannot be read."),
    ],
)
def test_the_reason_is_the_one_of_the_settings(room, monkeypatch, environment, said):
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert said in room().contents


def test_the_room_says_who_it_is_and_what_it_is_about(room):
    assert "Erika Mustermann" in room().contents
    assert "There is no number yet." in room().contents


def test_a_number_is_there_to_dial(room, act_here, in_call):
    act_here(
        lambda floor: staying.ask_for_call_back(
            floor, floor.room.visit(in_call), "02000 115-0"
        )
    )
    page = room().contents
    assert '<a class="btn btn-primary" href="tel:020001150">' in page
    assert "There is no number yet." not in page


def test_without_a_number_the_other_ways_to_the_office_are_named(room, office):
    office.phone, office.address = "02000 115-9", "Rathausplatz 1"
    transaction.commit()
    page = room().contents
    assert "tel:020001159" in page
    assert "Rathausplatz 1" in page


def test_the_visit_is_finished_from_there(room, clerk, floor, in_call):
    room()
    asked = clerk.find("finish")
    assert asked.getControl(name="outcome").value == [""]
    asked.getControl(name="outcome").value = ["technical_failure"]
    asked.submit()
    assert floor().room.visit(in_call).progress.outcome == "technical_failure"


@pytest.mark.parametrize(
    ("deed", "state_after"), [("hold", "on_hold"), ("requeue", "waiting")]
)
def test_the_visit_is_put_aside_from_there(
    room, clerk, state, in_call, deed, state_after
):
    room()
    clerk.find(deed).submit()
    assert state(in_call) == state_after


def test_the_visitor_is_told_something_from_there(room, clerk, floor, in_call):
    room()
    asked = clerk.find("tell")
    asked.getControl(name="text").value = "Wir rufen Sie an."
    asked.submit()
    (message,) = floor().room.visit(in_call).messages
    assert message.text == "Wir rufen Sie an."


def test_a_call_is_taken_back_and_not_finished(clerk, broken, called, enter, state):
    enter(clerk, called)
    for deed in ("finish", "hold"):
        with pytest.raises(LookupError):
            clerk.find(deed)
    clerk.find("requeue").submit()
    assert state(called) == "waiting"


def test_the_way_back_and_another_try_are_there(room, site, in_call):
    page = room()
    assert page.getLink("Back to the staff view").url.endswith("/mitte/@@staff")
    api.portal.set_registry_record(
        "collective.virtualoffice.video_system", "demonstration"
    )
    transaction.commit()
    page.getLink("Try again").click()
    assert page.headers["Status"].startswith("200")
    assert 'id="room"' in page.contents


def test_a_colleague_reads_which_desk_has_the_visit(colleague, in_call, open_at, enter):
    open_at("colleague", "Schalter 2")
    page = enter(colleague, in_call)
    assert page.headers["Status"].startswith("409")
    assert "This visit is with Schalter 1 now." in page.contents
    assert "Erika" not in page.contents


@pytest.mark.parametrize("deed", ["next", "call"])
def test_nobody_is_called_into_a_room_that_nobody_can_enter(
    clerk, visit, state, request, deed
):
    asked = clerk.form(deed)
    request.getfixturevalue("broken")
    clerk.send(asked)
    told = clerk.browser.contents.partition('id="staff"')[0]
    assert "The key for the video server is missing." in told
    assert state(visit) == "waiting"
