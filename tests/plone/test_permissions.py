"""Who may what: role × place × allowed, as docs/design.rst says."""

from AccessControl import getSecurityManager
from AccessControl.SpecialUsers import nobody
from plone import api
from plone.app.testing import TEST_USER_ID
from plone.app.testing import TEST_USER_NAME
from plone.app.workflow.interfaces import ISharingPageRole
from zope.component import getUtility
import pytest


EVERYBODY = {"View"}
EDITORS = {"Add Service", "View inventory"}
CLERKS = {"Serve visitors"}
REPORTERS = {"View statistics"}
HEADS = CLERKS | REPORTERS | EDITORS | {"Manage office"}
MANAGERS = HEADS | {"Add VirtualOffice", "Import services", "Manage settings"}

TABLE = [
    ("Member", set()),
    ("Editor", EDITORS),
    ("Office Clerk", CLERKS),
    ("Office Head", HEADS),
    ("Office Reporter", REPORTERS),
    ("Site Administrator", MANAGERS),
    ("Manager", MANAGERS),
]


def allowed(context):
    """The permissions of ours, by their short titles, that the current user has."""
    may = getSecurityManager().checkPermission
    ours = {name for name in MANAGERS if may(title_of(name), context)}
    return ours | {name for name in EVERYBODY if may(name, context)}


def title_of(name):
    return f"collective.virtualoffice: {name}"


@pytest.fixture
def offices(portal, make_office):
    return [make_office(title="Mitte"), make_office(title="Nord")]


def test_anonymous_visitors_may_see_and_nothing_else(portal, offices):
    with api.env.adopt_user(user=nobody):
        assert allowed(offices[0]) == EVERYBODY


@pytest.mark.parametrize("role, expected", TABLE)
def test_a_role_in_the_site_counts_in_every_office(portal, offices, role, expected):
    api.user.grant_roles(username=TEST_USER_NAME, roles=[role])
    with api.env.adopt_user(TEST_USER_NAME):
        assert [allowed(office) for office in offices] == [expected | EVERYBODY] * 2
        assert allowed(portal) == expected | EVERYBODY


@pytest.mark.parametrize("role, expected", TABLE)
def test_a_role_in_an_office_counts_only_there(portal, offices, role, expected):
    here, there = offices
    here.manage_setLocalRoles(TEST_USER_ID, [role])
    with api.env.adopt_user(TEST_USER_NAME):
        assert allowed(here) == expected | EVERYBODY
        assert allowed(there) == EVERYBODY
        assert allowed(portal) == EVERYBODY


OFFICE_ROLES = ["Office Clerk", "Office Head", "Office Reporter"]


@pytest.mark.parametrize("name", OFFICE_ROLES)
def test_the_sharing_tab_of_an_office_offers_its_roles(portal, offices, name):
    role = getUtility(ISharingPageRole, name=name)
    assert role.required_interface.providedBy(offices[0])
    assert not role.required_interface.providedBy(portal)


@pytest.mark.parametrize(
    "role, expected", [("Editor", []), ("Office Head", OFFICE_ROLES)]
)
def test_whoever_manages_an_office_names_its_clerks(portal, offices, role, expected):
    offices[0].manage_setLocalRoles(TEST_USER_ID, [role])
    with api.env.adopt_user(TEST_USER_NAME):
        sharing = api.content.get_view("sharing", offices[0], portal.REQUEST)
        ours = [each["id"] for each in sharing.roles() if each["id"] in OFFICE_ROLES]
    assert sorted(ours) == expected
