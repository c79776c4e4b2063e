"""Doubled service keys are told, and are no error."""

from collective.virtualoffice.content.service.holders import other_holders
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.testing.zope import Browser
import pytest
import transaction


KEY, OTHER = "99050012104000", "99050012104001"
URL = "http://nohost/plone"


@pytest.fixture
def pages(functional, make_service):
    """Two services that share a key."""
    made = (
        make_service(id="hund", title="Hund anmelden", service_keys=[KEY, OTHER]),
        make_service(id="steuer", title="Hundesteuer", service_keys=[KEY]),
    )
    transaction.commit()
    return made


def browse(functional, *log_in):
    browser = Browser(functional["app"])
    browser.handleErrors = False
    if log_in:
        browser.addHeader("Authorization", f"Basic {':'.join(log_in)}")
    return browser


def test_the_other_holder_is_found_with_the_keys_they_share(pages):
    (holder,) = other_holders(pages[0])
    assert (holder.title, holder.url) == ("Hundesteuer", pages[1].absolute_url())
    assert holder.keys == ("99 050 012 104 000",)


def test_a_key_of_one_page_only_is_nothing_to_tell(portal, make_service):
    assert other_holders(make_service(service_keys=[KEY])) == []
    assert other_holders(make_service(service_keys=None)) == []


def test_a_translation_shares_its_keys_rightly(portal, make_service):
    page = make_service(service_keys=[KEY], language="de")
    make_service(service_keys=[KEY], language="en")
    assert other_holders(page) == []


def test_the_editor_is_told_after_saving_and_while_editing(functional, pages):
    editor = browse(functional, SITE_OWNER_NAME, SITE_OWNER_PASSWORD)
    editor.open(f"{URL}/hund/edit")
    assert "Other pages have the same service key." in editor.contents
    editor.getControl("Save").click()
    assert editor.url.rstrip("/").endswith("/hund")
    assert f'href="{URL}/steuer"' in editor.contents.split("same service key")[1]


def test_citizens_are_not_told(functional, pages):
    citizen = browse(functional)
    citizen.open(f"{URL}/hund")
    assert "same service key" not in citizen.contents


def test_the_form_takes_keys_in_any_grouping_and_shows_them_grouped(
    functional, make_service
):
    page = make_service(id="hund")
    transaction.commit()
    editor = browse(functional, SITE_OWNER_NAME, SITE_OWNER_PASSWORD)
    editor.open(f"{URL}/hund/edit")
    field = editor.getControl(name="form.widgets.IService.service_keys")
    field.value = f"99 050 012 104 000\r\n\r\n99.050.012.104.001\r\n{KEY}"
    editor.getControl("Save").click()
    transaction.begin()
    assert page.service_keys == [KEY, OTHER]
    editor.open(f"{URL}/hund/edit")
    field = editor.getControl(name="form.widgets.IService.service_keys")
    assert field.value == "99 050 012 104 000\n99 050 012 104 001"


@pytest.mark.parametrize(
    "typed, reason",
    [
        ("9.90500121E+13", "a spreadsheet has shortened this key"),
        ("99 050", "has 5 digits. A service key has 14."),
        ("Hund", "is no service key."),
    ],
)
def test_a_key_that_is_none_is_refused_with_its_reason(
    functional, make_service, typed, reason
):
    make_service(id="hund")
    transaction.commit()
    editor = browse(functional, SITE_OWNER_NAME, SITE_OWNER_PASSWORD)
    editor.open(f"{URL}/hund/edit")
    field = editor.getControl(name="form.widgets.IService.service_keys")
    field.value = typed
    editor.getControl("Save").click()
    at = editor.contents.split('id="formfield-form-widgets-IService-service_keys"')[1]
    assert reason in at.split('id="formfield-')[0]
    assert typed in at.split('id="formfield-')[0]


def test_the_catalogue_finds_a_service_by_its_plain_key(portal, make_service):
    made = make_service(service_keys=[OTHER])
    (found,) = api.content.find(virtualoffice_keys=OTHER)
    assert found.getPath() == "/".join(made.getPhysicalPath())
