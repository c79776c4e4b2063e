"""A city's own type with nothing but the behaviour: no title, no text, no workflow."""

from collective.virtualoffice.content.service import IService
from decimal import Decimal
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.dexterity.fti import DexterityFTI
from plone.testing.zope import Browser
from plone.uuid.interfaces import IUUID
import json
import pytest
import transaction


URL = "http://nohost/plone"
KEY = "99050012104000"


@pytest.fixture
def bare(functional_portal, make_office, relate):
    """A page of such a type that an office offers by video."""
    fti = DexterityFTI(
        "Bare",
        title="Bare",
        klass="plone.dexterity.content.Item",
        behaviors=("collective.virtualoffice.service",),
        default_view="service-view",
        view_methods=("service-view",),
        add_permission="cmf.AddPortalContent",
    )
    api.portal.get_tool("portal_types")._setObject("Bare", fti)
    office = make_office(id="mitte")
    with api.env.adopt_roles(["Manager"]):
        page = api.content.create(
            functional_portal,
            "Bare",
            "hund",
            video="complete",
            offices=relate(office),
            service_keys=[KEY],
            fees=[{"title": "Steuer", "amount": Decimal("96.00")}],
            documents=[{"title": "Impfausweis", "note": None}],
        )
        api.content.transition(page, "publish")
        page.reindexObject()
    transaction.commit()
    return page


def browse(functional, address, *, editor=False):
    browser = Browser(functional["app"])
    browser.handleErrors = False
    if editor:
        login = f"{SITE_OWNER_NAME}:{SITE_OWNER_PASSWORD}"
        browser.addHeader("Authorization", f"Basic {login}")
    browser.open(f"{URL}{address}")
    return browser


def test_its_page_shows_what_the_fields_hold(functional, bare):
    page = browse(functional, "/hund").contents
    assert "Steuer" in page and "Impfausweis" in page and "/mitte/@@knock" in page


@pytest.mark.parametrize(
    "address",
    [
        "/mitte",
        "/mitte/@@knock?service={uid}",
        "/@@services",
        "/@@search?SearchableText=x",
    ],
)
def test_public_pages_bear_it(functional, bare, address):
    assert browse(functional, address.format(uid=IUUID(bare))).contents


@pytest.mark.parametrize(
    "address", ["/hund", "/hund/edit", "/@@service-inventory", "/folder_contents"]
)
def test_editors_pages_bear_it(functional, bare, address):
    assert browse(functional, address, editor=True).contents


def test_it_is_kept_by_its_own_form(functional, bare):
    form = browse(functional, "/hund/edit", editor=True)
    form.getControl(name="form.widgets.IService.processing_time").value = "Ein Tag"
    form.getControl("Save").click()
    transaction.begin()
    assert (bare.processing_time, bare.service_keys) == ("Ein Tag", [KEY])


def test_the_catalogue_finds_it_among_the_services(bare):
    (found,) = api.content.find(object_provides=IService, virtualoffice_keys=KEY)
    assert IUUID(bare) == found.UID


def test_programs_read_and_write_it(functional, bare):
    browser = Browser(functional["app"])
    browser.handleErrors = False
    browser.addHeader("Accept", "application/json")
    browser.open(f"{URL}/hund")
    assert json.loads(browser.contents)["service_keys"] == [KEY]


def test_two_bare_pages_with_one_key_are_told(functional, bare):
    with api.env.adopt_roles(["Manager"]):
        api.content.create(api.portal.get(), "Bare", "katze", service_keys=[KEY])
    transaction.commit()
    assert "same service key" in browse(functional, "/hund", editor=True).contents
