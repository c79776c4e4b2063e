"""Who may do what behind a door that more people pass: deed × role × place."""

from AccessControl import Unauthorized
from AccessControl.SpecialUsers import nobody
from collective.virtualoffice.api.admission import post as admission
from collective.virtualoffice.api.calls.actions import GUEST_DEEDS
from collective.virtualoffice.api.calls.post import ACTIONS as CALLS
from collective.virtualoffice.api.desk.post import ACTIONS as DESK
from collective.virtualoffice.api.errors import Forbidden
from collective.virtualoffice.api.errors import WrongKey
from collective.virtualoffice.browser.staff.deeds import DEEDS
from collective.virtualoffice.interfaces import IVirtualOfficeLayer
from collective.virtualoffice.usecases.serving import MANAGE
from collective.virtualoffice.usecases.serving import SERVE
from io import BytesIO
from pathlib import Path
from plone import api
from plone.rest.events import mark_as_api_request
from plone.restapi.controlpanels import IControlpanel
from plone.restapi.interfaces import IDeserializeFromJson
from plone.restapi.interfaces import ISerializeToJson
from zope.component import getAdapters
from zope.component import getMultiAdapter
from zope.interface import alsoProvides
import collective.virtualoffice
import json
import pytest
import re


# The forms of the staff view, sent to @@staff-do.
FORMS = {
    SERVE: {
        "open",
        "close",
        "pause",
        "back",
        "present",
        "next",
        "call",
        "requeue",
        "missed",
        "recall",
        "hold",
        "resume",
        "take-over",
        "undo",
        "finish",
        "invite",
        "let-in",
        "turn-away",
        "uninvite",
        "tell",
        "withdraw",
        "suspend",
        "admit",
    },
    MANAGE: {"end-day", "release"},
}

# What @admission does, and how it is asked for.
ADMISSION = {
    "suspend": (SERVE, {"suspended": True}),
    "admit": (SERVE, {"suspended": False}),
    "end_day": (MANAGE, {"end_day": True}),
    "release": (MANAGE, {"release": "a desk"}),
}

# Deeds behind the other services of staff; none needs more than the door asks.
SERVICES = {
    "@calls": {
        "requeue",
        "missed",
        "recall",
        "hold",
        "resume",
        "undo",
        "take-over",
        "room",
        "finish",
        "new-link",
        "guests",
        "seat",
    },
    "@calls/guests": {"admit", "refuse", "withdraw"},
    "@desk": {"presence", "pause", "resume"},
}

# Modules that ask for a permission or a log-in themselves, and what is tested of it.
ASKING = {
    "api/admission/post.py": "ADMISSION",
    "browser/staff/sending.py": "FORMS",
    "browser/staff/asking.py": "the link",
    "browser/staff/overview.py": "the overview",
    "controlpanel/panel.py": "the settings over REST",
    "catalogue/imports/standing.py": "tests/plone/imports: what may not be written",
    # What these show or reopen differs with the role; nobody is let in by it.
    "api/services/get.py": "shown",
    "api/waiting_room/get.py": "shown",
    "browser/finder/page.py": "shown",
    "browser/help/page.py": "shown",
    "browser/room/rooms.py": "shown",
    "browser/staff/deeds.py": "shown",
    "browser/staff/page.py": "shown",
    "browser/staff/place.py": "shown",
    "catalogue/services.py": "shown",
    "usecases/serving.py": "the question itself",
}
POST_ADMISSION = "POST_application_json_@admission"
POST_CLOCK = "POST_application_json_@clock"
QUESTION = re.compile(r"\bmay\(|checkPermission|is_anonymous\(\)|raise Unauthorized")

MAY = {
    "Member": set(),
    "Editor": set(),
    "Office Clerk": {SERVE},
    "Office Head": {SERVE, MANAGE},
    "Office Reporter": set(),
    "Site Administrator": {SERVE, MANAGE},
    "Manager": {SERVE, MANAGE},
}

ADMINISTRATORS = {"Site Administrator", "Manager"}


def differing(found, rows) -> str:
    """A sentence for whoever added or removed a deed, empty if nothing differs."""
    new, gone = sorted(set(found) - set(rows)), sorted(set(rows) - set(found))
    added = f"Say who may do {new}: add each to the table. " if new else ""
    return added + (f"Nobody can do {gone} any more: remove these." if gone else "")


def test_every_form_of_the_staff_view_has_its_row():
    assert not differing(DEEDS, FORMS[SERVE] | FORMS[MANAGE])


def test_every_deed_of_admission_has_its_row():
    assert not differing(admission.DEEDS, ADMISSION)


def test_every_deed_of_the_other_services_has_its_row():
    assert not differing(CALLS, SERVICES["@calls"])
    assert not differing(GUEST_DEEDS, SERVICES["@calls/guests"])
    assert not differing(DESK, SERVICES["@desk"])


def test_whoever_asks_for_a_permission_is_known():
    root = Path(collective.virtualoffice.__file__).parent
    asking = {
        str(path.relative_to(root))
        for path in root.rglob("*.py")
        if QUESTION.search(path.read_text())
    }
    assert not differing(asking, ASKING)


@pytest.fixture
def request_(portal):
    """Asked for a page or a service, whose form or body a test fills in."""
    mark_as_api_request(portal.REQUEST, "application/json")
    alsoProvides(portal.REQUEST, IVirtualOfficeLayer)
    portal.REQUEST.method = "POST"
    return portal.REQUEST


@pytest.fixture
def offices(request_, make_office):
    """One's own and another one."""
    return make_office(title="Mitte"), make_office(title="Nord")


@pytest.fixture
def somebody(portal) -> str:
    return api.user.create(username="erika", email="erika@example.org").getId()


@pytest.fixture
def send_form(request_):
    """send_form(office, deed): whether who sends it may; the form itself is void."""

    def send(office, deed: str) -> bool:
        request_.form = {"deed": deed}
        view = api.content.get_view("staff-do", office, request_)
        try:
            view()
        except Unauthorized:
            return False
        assert view.request.response.getHeader("Location") == view.page
        return True

    return send


@pytest.fixture
def ask_admission(request_, monkeypatch):
    """ask_admission(office, body): whether who asks may; nothing is done."""
    monkeypatch.setattr(admission, "act", lambda *anything: None)

    def ask(office, body: dict) -> bool:
        request_.environ["CONTENT_TYPE"] = "application/json"
        request_.set("BODYFILE", BytesIO(json.dumps(body).encode()))
        service = getMultiAdapter((office, request_), name=POST_ADMISSION)
        try:
            return service.answer()["dismissed"] == 0
        except Forbidden:
            return False

    return ask


def test_who_is_logged_out_does_nothing_by_a_form(offices, request_):
    for deed in DEEDS:
        request_.form = {"deed": deed}
        with api.env.adopt_user(user=nobody):
            api.content.get_view("staff-do", offices[0], request_)()
        assert "/login?" in request_.response.getHeader("Location")


@pytest.mark.parametrize("role", MAY)
def test_forms_of_an_office_are_for_those_with_the_role_there(
    offices, somebody, send_form, role
):
    own, other = offices
    own.manage_setLocalRoles(somebody, [role])
    with api.env.adopt_user(somebody):
        for permission, deeds in FORMS.items():
            for deed in deeds:
                assert send_form(own, deed) is (permission in MAY[role]), deed
                assert not send_form(other, deed), deed


@pytest.mark.parametrize("role", MAY)
def test_admission_is_for_those_with_the_role_there(
    offices, somebody, ask_admission, role
):
    """Behind the door, which asks for the permission to serve."""
    own, other = offices
    own.manage_setLocalRoles(somebody, [role])
    with api.env.adopt_user(somebody):
        for permission, body in ADMISSION.values():
            expected = permission == SERVE or permission in MAY[role]
            assert ask_admission(own, body) is expected, body
            assert ask_admission(other, body) is (permission == SERVE), body


@pytest.mark.parametrize("role", MAY)
def test_a_role_in_the_site_does_it_in_every_office(
    offices, somebody, send_form, ask_admission, role
):
    api.user.grant_roles(username=somebody, roles=[role])
    leads = MANAGE in MAY[role]
    with api.env.adopt_user(somebody):
        for office in offices:
            assert send_form(office, "next") is (SERVE in MAY[role])
            assert send_form(office, "end-day") is leads
            assert ask_admission(office, {"end_day": True}) is leads


@pytest.mark.parametrize("role", MAY)
def test_a_new_private_link_is_for_those_who_serve_there(
    offices, somebody, request_, role
):
    own, other = offices
    own.manage_setLocalRoles(somebody, [role])
    with api.env.adopt_user(somebody):
        assert may_ask_for_link(own, request_) is (SERVE in MAY[role])
        assert not may_ask_for_link(other, request_)


def may_ask_for_link(office, request) -> bool:
    view = api.content.get_view("staff-link", office, request)
    try:
        return view() == ""
    except Unauthorized:
        return False


def test_a_new_private_link_is_not_for_the_logged_out(offices, request_):
    with api.env.adopt_user(user=nobody):
        api.content.get_view("staff-link", offices[0], request_)()
    assert "/login?" in request_.response.getHeader("Location")


@pytest.mark.parametrize("role", MAY)
def test_the_overview_lists_the_offices_in_which_one_serves(
    portal, offices, somebody, request_, role
):
    own = offices[0]
    own.manage_setLocalRoles(somebody, [role])
    with api.env.adopt_user(somebody):
        for name in ("staff", "staff-places"):
            listed = api.content.get_view(name, portal, request_).places
            titles = [place.title for place in listed]
            assert titles == (["Mitte"] if SERVE in MAY[role] else [])


def test_the_overview_is_not_for_the_logged_out(portal, offices, request_):
    with api.env.adopt_user(user=nobody):
        with pytest.raises(Unauthorized):
            api.content.get_view("staff", portal, request_)()
        assert api.content.get_view("staff-places", portal, request_)() == "{}"
    assert request_.response.getStatus() == 401


@pytest.mark.parametrize("role", MAY)
def test_settings_over_rest_are_for_those_who_may_manage_them(
    portal, somebody, request_, role
):
    """Even where a role may see the overview of all panels, which Plone asks for."""
    api.user.grant_roles(username=somebody, roles=[role])
    with api.env.adopt_user(somebody):
        assert may_read_settings(portal, request_) is (role in ADMINISTRATORS)
        assert may_write_settings(portal, request_) is (role in ADMINISTRATORS)


def may_read_settings(portal, request) -> bool:
    try:
        return "data" in ISerializeToJson(settings_panel(portal, request))()
    except Unauthorized:
        return False


def may_write_settings(portal, request) -> bool:
    request.set("BODY", b"{}")
    try:
        return IDeserializeFromJson(settings_panel(portal, request))() is None
    except Unauthorized:
        return False


def settings_panel(portal, request):
    """As @controlpanels finds it."""
    panels = dict(getAdapters((portal, request), IControlpanel))
    panel = panels["virtualoffice"]
    panel.__name__ = "virtualoffice"
    return panel


@pytest.mark.parametrize("role", MAY)
def test_no_role_is_the_clock(portal, somebody, request_, role):
    api.user.grant_roles(username=somebody, roles=[role])
    with api.env.adopt_user(somebody), pytest.raises(WrongKey):
        portal.restrictedTraverse(f"@@{POST_CLOCK}").answer()
