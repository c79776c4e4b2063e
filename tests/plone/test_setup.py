"""Installing, uninstalling, and coming back."""

from collective.virtualoffice.catalogue.services import services_of
from collective.virtualoffice.interfaces import IVirtualOfficeLayer
from collective.virtualoffice.settings import read_settings
from collective.virtualoffice.settings import Settings
from collective.virtualoffice.uninstalling import OfficesOccupied
from plone import api
from plone.app.textfield.value import RichTextValue
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
    ours = {*portal.portal_catalog.indexes(), *portal.portal_catalog.schema()}
    assert [name for name in ours if name.startswith("virtualoffice")] == []
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


def test_what_is_kept_shows_title_and_text_only(
    portal, uninstall, make_office, make_service
):
    text = RichTextValue("<p>Am Markt</p>", "text/html", "text/html")
    office = make_office(title="Mitte", phone="02000 115-0", text=text)
    service = make_service(
        title="Hund anmelden",
        text=text,
        offices=[office],
        documents=[{"title": "Pass"}],
    )
    uninstall()
    for item in (office, service):
        page = api.content.get_view(item.getLayout(), item, portal.REQUEST)()
        assert item.title in page and "Am Markt" in page
        assert "02000 115-0" not in page and "Pass" not in page
        assert "pat-" not in page[page.index("<article") : page.index("</article")]


def test_a_folder_that_was_a_finder_is_a_list_after_uninstalling(
    portal, uninstall, make_service
):
    folder = api.content.create(portal, "Folder", "dienste", title="Dienste")
    folder.setLayout("service-finder")
    make_service(title="Hund anmelden", container=folder)
    uninstall()
    assert "service-finder" not in portal.portal_types["Folder"].view_methods
    page = folder.restrictedTraverse(folder.getLayout())()
    assert "Hund anmelden" in page


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
    assert office.getLayout() == "office-view"


def change_settings():
    prefix = "collective.virtualoffice"
    api.portal.set_registry_record(f"{prefix}.retention_hours", 48)
    api.portal.set_registry_record(f"{prefix}.trusted_proxies", ["10.0.0.0/8"])
    return Settings(retention_hours=48, trusted_proxies=("10.0.0.0/8",))


def test_settings_come_back_with_the_content(portal, installer, uninstall, make_office):
    make_office()
    changed = change_settings()
    uninstall()
    installer.install_product(NAME)
    assert read_settings() == changed


def test_settings_of_an_unused_add_on_go_with_it(installer, uninstall):
    change_settings()
    uninstall()
    installer.install_product(NAME)
    assert read_settings() == Settings()


def test_applying_the_profile_again_keeps_the_settings(portal, manager):
    changed = change_settings()
    portal.portal_setup.runAllImportStepsFromProfile(f"profile-{NAME}:default")
    assert read_settings() == changed


def test_with_people_inside_nothing_is_uninstalled(
    portal, installer, uninstall, make_office, occupied
):
    make_office(title="Mitte", id="mitte")
    make_office(title="Nord", id="nord")
    before = our_records()
    with pytest.raises(OfficesOccupied) as refused:
        uninstall()
    sentence = str(refused.value)
    assert f"Mitte (3): {portal.absolute_url()}/mitte/@@staff" in sentence
    assert f"Nord (3): {portal.absolute_url()}/nord/@@staff" in sentence
    assert installer.is_product_installed(NAME)
    assert IVirtualOfficeLayer in registered_layers()
    assert our_records() == before
