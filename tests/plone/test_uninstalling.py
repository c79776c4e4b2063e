"""What an administrator and a program are told when the add-on cannot go."""

from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.restapi.testing import RelativeSession
from plone.testing.zope import Browser
import pytest
import transaction


NAME = "collective.virtualoffice"
STAFF = "/mitte/@@staff"


@pytest.fixture
def site(server, make_office):
    """A committed site with one office."""
    make_office(title="Mitte", id="mitte")
    transaction.commit()
    return server["portal"]


@pytest.fixture
def admin(site, server):
    admin = Browser(server["app"])
    admin.handleErrors = True
    admin.raiseHttpErrors = False
    admin.addHeader("Authorization", f"Basic {SITE_OWNER_NAME}:{SITE_OWNER_PASSWORD}")
    return admin


@pytest.fixture
def uninstall(admin):
    """Presses the button of the add-ons page."""

    def press():
        admin.open("http://nohost/plone/prefs_install_products_form")
        forms = (admin.getForm(index=index) for index in range(100))
        form = next(
            each
            for each in forms
            if "uninstall_products" in (each.action or "")
            and each.getControl(name="uninstall_product").value == NAME
        )
        form.submit()
        return admin.contents

    return press


@pytest.fixture
def session(site):
    session = RelativeSession(site.absolute_url())
    session.headers.update({"Accept": "application/json"})
    session.auth = (SITE_OWNER_NAME, SITE_OWNER_PASSWORD)
    yield session
    session.close()


def is_installed(session):
    return session.get(f"/@addons/{NAME}").json()["is_installed"]


def test_the_add_ons_page_names_the_office_and_where_to_end_its_day(
    uninstall, session, occupied
):
    page = uninstall()
    assert "The add-on cannot be uninstalled: people are inside." in page
    assert f"Mitte (3): http://nohost/plone{STAFF}" in page
    assert f"Could not uninstall {NAME}." in page
    assert is_installed(session)


def test_without_people_inside_the_add_ons_page_uninstalls(uninstall, session):
    assert f"Uninstalled {NAME}." in uninstall()
    assert not is_installed(session)


def test_a_program_is_refused_with_a_conflict(site, session, occupied):
    answer = session.post(f"/@addons/{NAME}/uninstall", json={})
    assert answer.status_code == 409
    assert answer.json()["type"] == "OfficesOccupied"
    assert answer.json()["urls"] == [f"{site.absolute_url()}{STAFF}"]
    assert "Mitte" in answer.json()["message"]
    assert is_installed(session)


def test_a_program_uninstalls_without_people_inside(session):
    assert session.post(f"/@addons/{NAME}/uninstall", json={}).status_code == 204
    assert not is_installed(session)


def test_the_setup_tool_answers_with_a_page(admin, session, occupied):
    admin.open("http://nohost/plone/prefs_install_products_form")
    token = admin.getControl(name="_authenticator", index=0).value
    admin.post(
        "http://nohost/plone/portal_setup/manage_importAllSteps",
        f"context_id=profile-{NAME}:uninstall&_authenticator={token}",
    )
    assert admin.headers["Status"].startswith("409")
    assert "People are still inside" in admin.contents
    assert admin.getLink(url=STAFF).text == "Mitte"
    assert is_installed(session)
