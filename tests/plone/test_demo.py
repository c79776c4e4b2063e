"""The demo town: made whole, made once."""

from collective.virtualoffice.catalogue.services import services_of
from collective.virtualoffice.content.office import IVirtualOffice
from collective.virtualoffice.content.office import office_hours
from collective.virtualoffice.content.service import IService
from collective.virtualoffice.demo import application
from collective.virtualoffice.demo import mail
from collective.virtualoffice.demo import site as demo
from collective.virtualoffice.demo.people import PASSWORD
from collective.virtualoffice.demo.town import PARKING
from collective.virtualoffice.domain.services.search import Search
from collective.virtualoffice.domain.services.ways import Way
from collective.virtualoffice.usecases.finding import find
from datetime import datetime
from datetime import UTC
from email import message_from_bytes
from email.message import EmailMessage
from plone import api
from plone.testing.zope import Browser
from z3c.relationfield.interfaces import IRelationValue
from zope.annotation.interfaces import IAnnotations
from zope.component.hooks import getSite
from zope.component.hooks import setSite
from zope.schema import getFieldsInOrder
import pytest
import transaction


ANSWERS = {
    "street": "Marktplatz 1",
    "plate": "MU-ST 123",
    "email": "erika@example.org",
}


@pytest.fixture
def here(functional):
    """The root of the database; the site of the test layer is current again after."""
    before = getSite()
    yield functional["app"]
    setSite(before)


@pytest.fixture
def town(here):
    return demo.make(here)


def test_the_town_has_offices_and_services_for_everybody(town):
    offices = api.content.find(portal_type="VirtualOffice", review_state="published")
    services = api.content.find(portal_type="Service", review_state="published")
    assert len(offices) == 3
    assert len(services) >= 8
    videos = [brain.virtualoffice_video for brain in services]
    assert {"none", "advice", "complete"} == set(videos)


def test_its_services_are_found_by_situation_and_by_every_way(town):
    folder = town["dienstleistungen"]
    assert folder.getLayout() == "service-finder"
    found = find(folder, Search(), datetime.now(UTC))
    assert {way for offer in found.offers for way in offer.ways} == set(Way)
    assert found.situations["Umzug"] > 1


def test_making_it_again_changes_nothing(here, town):
    before = len(town.portal_catalog)
    town.extra = "kept"
    assert demo.make(here).extra == "kept"
    assert len(town.portal_catalog) == before


def test_a_half_made_town_is_made_again(here, town):
    del IAnnotations(town)[demo.COMPLETE]
    town.extra = "lost"
    assert not hasattr(demo.make(here), "extra")


def test_its_people_can_log_in_and_have_their_roles(town):
    office = town["buergerbueros"]["buergerbuero"]
    roles = {
        name: set(api.user.get_roles(name, obj=office))
        & {"Office Clerk", "Office Head", "Editor"}
        for name in ("clerk1", "clerk2", "head", "editor")
    }
    assert roles == {
        "clerk1": {"Office Clerk"},
        "clerk2": {"Office Clerk"},
        "head": {"Office Head"},
        "editor": {"Editor"},
    }
    assert all(town.acl_users.authenticate(name, PASSWORD, {}) for name in roles)


def test_one_office_never_closes_and_lists_its_services(town):
    office = town["buergerbueros"]["buergerbuero"]
    assert office_hours(office).closes_at(datetime.now(UTC)) is None
    assert "Führungszeugnis" in [brain.Title for brain in services_of(office)]


@pytest.mark.parametrize(
    "portal_type, schema", [("VirtualOffice", IVirtualOffice), ("Service", IService)]
)
def test_what_it_says_fits_its_own_rules(town, portal_type, schema):
    for brain in api.content.find(portal_type=portal_type):
        item = brain.getObject()
        schema.validateInvariants(item)
        for name, field in getFieldsInOrder(schema):
            field.bind(item).validate(relations_as_targets(getattr(item, name)))


def relations_as_targets(value):
    if isinstance(value, list) and value and IRelationValue.providedBy(value[0]):
        return [relation.to_object for relation in value]
    return value


def test_its_mail_is_kept_as_files(town, monkeypatch, tmp_path):
    monkeypatch.setattr(mail, "mail_folder", lambda: tmp_path / "mail")
    message = EmailMessage()
    message["From"] = "buergerbuero@example.org"
    message["To"] = "erika@example.org"
    message["Subject"] = "Ihr Termin"
    message.set_content("Bis morgen!")
    api.portal.get_tool("MailHost").send(message)
    transaction.commit()
    (written,) = (tmp_path / "mail").glob("*.eml")
    assert "Bis morgen!" in written.read_text()


@pytest.fixture
def citizen(here, town, tmp_path, monkeypatch):
    """A browser without a log-in; letters of the town become files."""
    monkeypatch.setattr(mail, "mail_folder", lambda: tmp_path / "mail")
    transaction.commit()
    browser = Browser(here)
    browser.handleErrors = False
    return browser


def test_the_parking_permit_s_form_is_mailed_to_the_office_and_kept_nowhere(
    citizen, tmp_path
):
    letters = tmp_path / "mail"
    citizen.open(f"http://nohost/musterstadt/dienstleistungen/{PARKING}")
    citizen.getLink("Bewohnerparkausweis beantragen").click()
    assert "Diese Website speichert sie nicht." in citizen.contents
    citizen.getControl(name="form.widgets.name").value = "Erika Mustermann"
    citizen.getControl("Antrag absenden").click()
    assert not list(letters.glob("*.eml"))
    for name, value in ANSWERS.items():
        citizen.getControl(name=f"form.widgets.{name}").value = value
    citizen.getControl("Antrag absenden").click()
    assert "Wir haben Ihre Angaben per E-Mail" in citizen.contents
    (written,) = letters.glob("*.eml")
    letter = message_from_bytes(written.read_bytes())
    assert "<buergerbuero@example.org>" in letter["To"]
    assert letter["Reply-To"] == "erika@example.org"
    body = letter.get_payload(decode=True).decode()
    assert all(value in body for value in ("Erika Mustermann", *ANSWERS.values()))
    assert "X-REMOTE_ADDR" not in letter


def test_without_easyform_the_town_goes_without_a_form(portal, monkeypatch):
    assert application.enable_forms(portal)
    monkeypatch.setattr(application, "EASYFORM", "collective.easyform:missing")
    assert not application.enable_forms(portal)
