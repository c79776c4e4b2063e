"""What an editor and a program are told of an office with people inside."""

from collective.virtualoffice.content import leaving
from collective.virtualoffice.interfaces import IVirtualOfficeLayer
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.restapi.testing import RelativeSession
from plone.testing.zope import Browser
from zope.interface import alsoProvides
import json
import pytest
import transaction


@pytest.fixture
def site(server, make_office):
    """A committed site with one office in a folder, everybody still inside."""
    portal = server["portal"]
    with api.env.adopt_roles(["Manager"]):
        town = api.content.create(portal, "Folder", "town")
        make_office(container=town, title="Mitte", id="mitte")
    transaction.commit()
    return portal


@pytest.fixture
def editor(site, server):
    editor = Browser(server["app"])
    editor.handleErrors = True
    editor.raiseHttpErrors = False
    editor.addHeader("Authorization", f"Basic {SITE_OWNER_NAME}:{SITE_OWNER_PASSWORD}")
    return editor


STAFF = "http://nohost/plone/town/mitte/@@staff"


def test_the_question_before_deleting_says_why_it_cannot_be(editor, occupied):
    editor.open("http://nohost/plone/town/mitte/delete_confirmation")
    assert "People are still inside" in editor.contents
    assert editor.getLink("To the staff view").url == STAFF
    assert "form.buttons.Delete" not in editor.contents


def test_the_question_of_the_folder_says_so_too(editor, occupied):
    editor.open("http://nohost/plone/town/delete_confirmation")
    assert editor.getLink("To the staff view").url == STAFF


def test_an_empty_office_is_deleted_through_the_question(editor, site):
    editor.open("http://nohost/plone/town/mitte/delete_confirmation")
    editor.getControl(name="form.buttons.Delete").click()
    assert "Mitte has been deleted." in editor.contents


def test_somebody_comes_in_after_the_question(editor, monkeypatch):
    editor.open("http://nohost/plone/town/mitte/delete_confirmation")
    asked = iter([0])
    monkeypatch.setattr(leaving, "people_inside", lambda office: next(asked, 1))
    editor.getControl(name="form.buttons.Delete").click()
    assert editor.headers["Status"].startswith("409")
    assert editor.getLink("To the staff view").url == STAFF


def test_the_state_menu_answers_with_a_page(editor, occupied):
    editor.open("http://nohost/plone/town/mitte/content_status_history")
    token = editor.getControl(name="_authenticator").value
    editor.open(
        "http://nohost/plone/town/mitte/content_status_modify"
        f"?workflow_action=retract&_authenticator={token}"
    )
    assert editor.headers["Status"].startswith("409")
    assert editor.getLink("To the staff view").url == STAFF


def selected(site, name, **form):
    """What the folder contents view `name` answers for the office."""
    request = site.REQUEST.clone()
    request.environ["REQUEST_METHOD"] = "POST"
    alsoProvides(request, IVirtualOfficeLayer)
    uid = api.content.get_uuid(site["town"]["mitte"])
    request.form.update({"selection": json.dumps([uid]), "folder": "/town", **form})
    with api.env.adopt_user(SITE_OWNER_NAME):
        authenticator = api.content.get_view("authenticator", site, request)
        request.form["_authenticator"] = authenticator.token()
        return json.loads(api.content.get_view(name, site["town"], request)())


@pytest.mark.parametrize(
    "name, form", [("fc-delete", {}), ("fc-workflow", {"transition": "retract"})]
)
def test_the_folder_contents_name_the_office(site, occupied, name, form):
    answer = selected(site, name, **form)
    assert answer["status"] == "warning"
    assert "/town/mitte/@@staff" in answer["msg"]
    assert api.content.get_state(site["town"]["mitte"]) == "published"


@pytest.fixture
def session(site):
    session = RelativeSession(site.absolute_url())
    session.headers.update({"Accept": "application/json", "Accept-Language": "de"})
    session.auth = (SITE_OWNER_NAME, SITE_OWNER_PASSWORD)
    yield session
    session.close()


@pytest.mark.parametrize(
    "method, path",
    [
        ("DELETE", "/town/mitte"),
        ("DELETE", "/town"),
        ("POST", "/town/mitte/@workflow/retract"),
    ],
)
def test_rest_refuses_with_a_conflict(session, occupied, method, path):
    answer = session.request(method, path)
    assert answer.status_code == 409
    assert answer.json()["type"] == "PeopleInside"
    assert answer.json()["url"].endswith("/town/mitte/@@staff")
    assert "Mitte" in answer.json()["message"]
    assert session.get("/town/mitte").json()["review_state"] == "published"
