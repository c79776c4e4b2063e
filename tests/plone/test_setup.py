"""Installing, uninstalling, and coming back."""

from collective.virtualoffice.catalogue.services import services_of
from collective.virtualoffice.interfaces import IVirtualOfficeLayer
from plone import api
from plone.browserlayer.utils import registered_layers
import pytest


NAME = "collective.virtualoffice"


def our_records():
    return [
        name
        for name in api.portal.get_tool("portal_registry").records
        if "virtualoffice" in name
    ]


def test_the_add_on_is_installed_with_what_it_needs(portal, installer):
    assert installer.is_product_installed(NAME)
    assert installer.is_product_installed("plone.restapi")
    assert installer.is_product_installed("collective.z3cform.datagridfield")
    assert IVirtualOfficeLayer in registered_layers()


def test_the_add_ons_page_offers_neither_demo_nor_uninstalling(portal, manager):
    page = api.content.get_view("prefs_install_products_form", portal, portal.REQUEST)
    assert [name for name in page.get_addons() if NAME in name] == [NAME]


@pytest.mark.parametrize("portal_type", ["VirtualOffice", "Service"])
def test_both_types_can_be_added_and_are_navigated(portal, portal_type):
    assert portal.portal_types[portal_type].global_allow
    assert portal_type in api.portal.get_registry_record("plone.displayed_types")


@pytest.fixture
def manager(integration):
    with api.env.adopt_roles(["Manager"]):
        yield


@pytest.fixture
def uninstall(portal, installer, manager):
    return lambda: installer.uninstall_product(NAME)


def test_uninstalling_an_unused_add_on_leaves_nothing(portal, uninstall):
    assert uninstall()
    assert IVirtualOfficeLayer not in registered_layers()
    assert our_records() == []
    assert not {"VirtualOffice", "Service"} & set(portal.portal_types.objectIds())
    assert "virtualoffice_offices" not in portal.portal_catalog.indexes()
    assert "virtualoffice_video" not in portal.portal_catalog.schema()
    displayed = api.portal.get_registry_record("plone.displayed_types")
    assert not {"VirtualOffice", "Service"} & set(displayed)
    configlets = portal.portal_controlpanel.listActions()
    assert not [each.id for each in configlets if "virtualoffice" in each.id.lower()]


def test_uninstalling_keeps_what_people_wrote(
    portal, uninstall, make_office, make_service
):
    office = make_office(title="Mitte")
    make_service(title="Hund anmelden", offices=[office])
    uninstall()
    found = api.content.find(portal_type=["VirtualOffice", "Service"])
    assert {brain.Title for brain in found} == {"Mitte", "Hund anmelden"}
    assert not portal.portal_types["VirtualOffice"].global_allow
    assert "Mitte" in api.content.get_view("view", office, portal.REQUEST)()


def test_content_may_be_deleted_after_uninstalling(portal, uninstall, make_office):
    office = make_office()
    uninstall()
    api.content.delete(office)
    assert not api.content.find(portal_type="VirtualOffice")


def test_content_comes_back_with_the_add_on(
    portal, installer, uninstall, make_office, make_service
):
    office = make_office()
    make_service(title="Hund anmelden", offices=[office])
    uninstall()
    installer.install_product(NAME)
    assert [brain.Title for brain in services_of(office)] == ["Hund anmelden"]
    assert portal.portal_types["VirtualOffice"].global_allow
    assert portal.portal_types["VirtualOffice"].default_view == "office-view"
