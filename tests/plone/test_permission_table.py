"""Who may use which page and which service: registration × role × place.

The list is found from what is registered, so whatever is added has to be added here.
"""

from AccessControl import Unauthorized
from AccessControl.SpecialUsers import nobody
from collections.abc import Iterator
from collective.virtualoffice.content.office import IVirtualOffice
from collective.virtualoffice.interfaces import IVirtualOfficeLayer
from plone import api
from plone.rest.events import mark_as_api_request
from plone.restapi.controlpanels import IControlpanel
from zope.annotation.interfaces import IAnnotations
from zope.component import getGlobalSiteManager
from zope.interface import alsoProvides
from zope.interface import Interface
from zope.viewlet.interfaces import IViewlet
import pytest
import re


PACKAGE = "collective.virtualoffice"
SERVICE = re.compile(r"([A-Z]+)_application_json_(@.+)")
PUBLISHED = {Interface, IControlpanel, IViewlet}

# Whatever asks nobody at the door asks inside: see test_permission_deeds.py.
EVERYBODY = "Public"
VIEW = "View"
SERVE = f"{PACKAGE}: Serve visitors"
MANAGE = f"{PACKAGE}: Manage office"
INVENTORY = f"{PACKAGE}: View inventory"
IMPORT = f"{PACKAGE}: Import services"
SETTINGS = f"{PACKAGE}: Manage settings"
ADD = f"{PACKAGE}: Add Service"
DELETE = "Delete objects"
LIST = "List folder contents"
MODIFY = "Modify portal content"
UNINSTALL = "Manage portal"

GUARDS = {
    EVERYBODY: {
        "IPloneSiteRoot POST @clock",
        "IPloneSiteRoot @@staff",
        "IPloneSiteRoot @@staff-places",
        "IVirtualOffice @@staff-do",
        "IVirtualOffice @@staff-link",
        "Interface panel virtualoffice",
        "IPrivatePage viewlet collective.virtualoffice.skip",
        "IPrivatePage viewlet plone.htmlhead.title",
        "IPrivatePage viewlet plone.htmlhead.socialtags",
        "IPrivatePage viewlet plone.analytics.head",
        "IPrivatePage viewlet plone.analytics",
        "IHelpPage viewlet plone.htmlhead.title",
        "IFinderPage viewlet plone.htmlhead.title",
        "IFinderPage viewlet plone.links.canonical_url",
        "Unauthorized @@index.html",
        "NotFound @@index.html",
        "PeopleInside @@index.html",
        "OfficesOccupied @@index.html",
    },
    VIEW: {
        "IVirtualOffice GET @board",
        "IVirtualOffice GET @door",
        "IVirtualOffice POST @demand",
        "IVirtualOffice POST @visits",
        "IVirtualOffice GET @visits",
        "IVirtualOffice DELETE @visits",
        "IVirtualOffice POST @guests",
        "IVirtualOffice GET @guests",
        "IVirtualOffice DELETE @guests",
        "IVirtualOffice @@office-view",
        "IVirtualOffice @@knock",
        "IVirtualOffice @@device-test",
        "IVirtualOffice @@visit",
        "IVirtualOffice @@visit-erased",
        "IVirtualOffice @@guest",
        "IVirtualOffice @@how-it-works",
        "IVirtualOffice @@room",
        "IVirtualOffice viewlet collective.virtualoffice.door",
        "IService @@service-view",
        "IService viewlet collective.virtualoffice.held",
        "IService viewlet collective.virtualoffice.card",
        "IService viewlet collective.virtualoffice.door",
        "IService viewlet collective.virtualoffice.facts",
        "IPloneSiteRoot @@virtualoffice-health",
        "IPloneSiteRoot GET @openapi",
        "INavigationRoot @@services",
        "IFolderish @@service-finder",
        "IFolderish GET @services",
    },
    SERVE: {
        "IVirtualOffice POST @admission",
        "IVirtualOffice POST @calls",
        "IVirtualOffice POST @desk",
        "IVirtualOffice GET @desk",
        "IVirtualOffice DELETE @desk",
        "IVirtualOffice POST @messages",
        "IVirtualOffice DELETE @messages",
        "IVirtualOffice GET @waiting-room",
        "IVirtualOffice @@desk-room",
        "IVirtualOffice @@staff",
        "IVirtualOffice @@staff-live",
        "IVirtualOffice @@staff-suspend",
    },
    MANAGE: {
        "IVirtualOffice @@staff-end-day",
        "IVirtualOffice @@staff-release",
    },
    INVENTORY: {
        "IPloneSiteRoot GET @service-inventory",
        "IPloneSiteRoot @@service-inventory",
        "IPloneSiteRoot @@service-inventory.csv",
        "IPloneSiteRoot @@service-inventory-change",
    },
    IMPORT: {
        "IPloneSiteRoot @@service-import",
        "IPloneSiteRoot @@service-import-job",
        "IPloneSiteRoot @@service-export",
    },
    SETTINGS: {
        "IPloneSiteRoot @@virtualoffice-check",
        "IPloneSiteRoot @@virtualoffice-controlpanel",
    },
    DELETE: {"Interface @@delete_confirmation"},
    MODIFY: {
        "IVirtualOffice @@copy-hours",
        "IService viewlet collective.virtualoffice.doubled-keys",
    },
    LIST: {
        "IFolderish @@fc-delete",
        "IFolderish @@fc-workflow",
        "IFolderish @@folder_contents",
    },
    ADD: {
        "IFolderish @@make-services",
        "IFolderish @@make-pages",
        "IFolderish @@fc-make-services",
    },
    UNINSTALL: {"IPloneSiteRoot @@uninstall_products"},
}
ROWS = {row: guard for guard, rows in GUARDS.items() for row in rows}

ADMINISTRATOR = {SERVE, MANAGE, INVENTORY, SETTINGS, DELETE, LIST, MODIFY, ADD, IMPORT}
MAY = {
    "Member": set(),
    "Editor": {INVENTORY, DELETE, LIST, MODIFY, ADD},
    "Office Clerk": {SERVE},
    "Office Head": {SERVE, MANAGE, INVENTORY, ADD},
    "Office Reporter": set(),
    "Site Administrator": ADMINISTRATOR,
    "Manager": ADMINISTRATOR | {UNINSTALL},
}


def is_ours(registration) -> bool:
    """Whether it is made of our code, or stands only where our add-on does."""
    classes = getattr(registration.factory, "__mro__", (registration.factory,))
    modules = (each.__module__ or "" for each in classes)
    return (
        any(module.startswith(f"{PACKAGE}.") for module in modules)
        or IVirtualOfficeLayer in registration.required
        or IVirtualOffice in registration.required
    )


def registered() -> Iterator:
    """Pages, services, viewlets and panels of ours; adapters for code are not asked."""
    for each in getGlobalSiteManager().registeredAdapters():
        if each.provided in PUBLISHED and is_ours(each):
            yield each


def row_of(registration) -> str:
    """Where it stands, what it is, and its name."""
    name, place = registration.name, registration.required[0]
    service = SERVICE.fullmatch(name)
    if service:
        what = f"{service[1]} {service[2]}"
    elif registration.provided is IViewlet:
        place = registration.required[2] if place is Interface else place
        what = f"viewlet {name}"
    elif registration.provided is IControlpanel:
        what = f"panel {name}"
    else:
        what = f"@@{name}"
    return f"{place.__name__.rpartition('.')[2]} {what}"


def guard_of(registration) -> str:
    roles = getattr(registration.factory, "__roles__", None)
    return EVERYBODY if roles is None else roles.__name__


def test_everything_that_can_be_asked_for_has_a_row(portal):
    found = {row_of(each) for each in registered()}
    new, gone = sorted(found - ROWS.keys()), sorted(ROWS.keys() - found)
    assert not new, f"Say who may use {new}: add each to GUARDS under what guards it."
    assert not gone, f"Nothing is registered as {gone}: remove these from GUARDS."


def test_no_two_registrations_share_a_row(portal):
    rows = [row_of(each) for each in registered()]
    assert sorted(rows) == sorted(set(rows))


def test_each_is_guarded_as_its_row_says(portal):
    assert {row_of(each): guard_of(each) for each in registered()} == ROWS


@pytest.fixture
def places(portal, make_office, make_service):
    """One's own office, another one, a service and the site; nothing is one's own."""
    mark_as_api_request(portal.REQUEST, "application/json")
    alsoProvides(portal.REQUEST, IVirtualOfficeLayer)
    own, other = make_office(title="Mitte"), make_office(title="Nord")
    return {
        "own office": own,
        "other office": other,
        "service": make_service([own]),
        "site": portal,
    }


@pytest.fixture
def somebody(portal) -> str:
    """A member who made nothing here: owners may do more."""
    return api.user.create(username="erika", email="erika@example.org").getId()


def offered(context) -> list:
    """The pages and services that stand in this place."""
    return [
        each
        for each in registered()
        if each.provided is Interface and each.required[0].providedBy(context)
    ]


def admitted(context) -> set[str]:
    """The rows of those at whose door the current user is let in.

    Within a request roles are remembered by the address of a view in memory, where
    in a test the view of another place may have been.
    """
    IAnnotations(context.REQUEST).clear()
    return {row_of(each) for each in offered(context) if lets_in(context, each)}


def lets_in(context, registration) -> bool:
    """Traversing asks what the publisher asks."""
    try:
        context.restrictedTraverse(f"@@{registration.name}")
    except Unauthorized:
        return False
    return True


def expected(context, permissions: set[str]) -> set[str]:
    """The rows that stand here and need no more than these permissions."""
    enough = permissions | {EVERYBODY, VIEW}
    return {row_of(e) for e in offered(context) if ROWS[row_of(e)] in enough}


def doors_differ(places, permissions: dict[str, set[str]]) -> dict[str, set[str]]:
    """Where more or fewer doors open than these permissions by place would open."""
    found = {
        name: admitted(context) ^ expected(context, permissions[name])
        for name, context in places.items()
    }
    return {name: rows for name, rows in found.items() if rows}


def test_anonymous_visitors_get_what_is_public(places):
    with api.env.adopt_user(user=nobody):
        assert doors_differ(places, dict.fromkeys(places, set())) == {}


@pytest.mark.parametrize("role", MAY)
def test_a_role_in_the_site_opens_its_doors_everywhere(places, somebody, role):
    api.user.grant_roles(username=somebody, roles=[role])
    with api.env.adopt_user(somebody):
        assert doors_differ(places, dict.fromkeys(places, MAY[role])) == {}


@pytest.mark.parametrize("role", MAY)
def test_a_role_in_an_office_opens_doors_only_there(places, somebody, role):
    places["own office"].manage_setLocalRoles(somebody, [role])
    only_there = dict.fromkeys(places, set()) | {"own office": MAY[role]}
    with api.env.adopt_user(somebody):
        assert doors_differ(places, only_there) == {}


def test_each_permission_is_tried_at_some_door(places):
    tried = {ROWS[row_of(e)] for place in places.values() for e in offered(place)}
    assert tried == set(GUARDS)
