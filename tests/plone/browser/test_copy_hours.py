"""An editor takes the hours of another office over."""

from collective.virtualoffice.content.hours import copy_hours
from collective.virtualoffice.content.office import IVirtualOffice
from datetime import date
from datetime import time
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.testing.zope import Browser
from plone.uuid.interfaces import IUUID
from urllib.parse import urlencode
from zope.component import getGlobalSiteManager
from zope.lifecycleevent.interfaces import IObjectModifiedEvent
import pytest
import transaction


WEEK = [{"weekday": "MO", "opens": time(8), "closes": time(12)}]
DAYS = [{"day": date(2026, 12, 24), "opens": None, "closes": None, "reason": "Fest"}]


@pytest.fixture
def offices(functional_portal, make_office):
    """North has hours; south is open around the clock."""
    made = (
        make_office(
            id="nord",
            title="Bürgerbüro Nord",
            opening_hours=WEEK,
            exceptions=DAYS,
            holiday_state="BY",
        ),
        make_office(id="sued", title="Bürgerbüro Süd"),
    )
    transaction.commit()
    return made


@pytest.fixture
def editor(functional):
    """editor(login) answers a browser of somebody logged in; the administrator's."""

    def make(login=SITE_OWNER_NAME, password=SITE_OWNER_PASSWORD):
        browser = Browser(functional["app"])
        browser.handleErrors = False
        browser.raiseHttpErrors = False
        browser.addHeader("Authorization", f"Basic {login}:{password}")
        return browser

    return make


def preview(browser, source, target):
    browser.open(f"{target.absolute_url()}/@@copy-hours?from={IUUID(source)}")
    return " ".join(browser.contents.split())


def save(browser):
    browser.getControl("Replace the hours").click()
    transaction.begin()


def test_first_an_office_is_chosen(offices, editor):
    north, south = offices
    browser = editor()
    browser.open(f"{south.absolute_url()}/@@copy-hours")
    assert "Bürgerbüro Nord (/plone)" in browser.contents
    assert "Bürgerbüro Süd (/plone)" not in browser.contents
    assert "Replace the hours" not in browser.contents
    browser.getControl(name="from").value = [IUUID(north)]
    browser.getControl("Show what would change").click()
    assert "Replace the hours" in browser.contents


def test_before_anything_is_replaced_both_are_shown(offices, editor):
    north, south = offices
    page = preview(editor(), north, south)
    assert "Now: Bürgerbüro Süd" in page and "Then: Bürgerbüro Nord" in page
    assert page.index("around the clock") < page.index("8 AM–12 PM")
    assert "Fest" in page and "Closed on public holidays of Bayern" in page
    assert south.holiday_state is None


def test_after_the_yes_the_hours_are_the_same_and_nothing_else_is(offices, editor):
    north, south = offices
    browser = editor()
    preview(browser, north, south)
    save(browser)
    assert browser.url == south.absolute_url()
    assert "The hours are now those of “Bürgerbüro Nord”." in browser.contents
    assert south.opening_hours == WEEK
    assert south.exceptions == DAYS
    assert south.holiday_state == "BY"
    assert south.title == "Bürgerbüro Süd"


def test_each_office_has_hours_of_its_own_afterwards(offices):
    north, south = offices
    copy_hours(north, south)
    south.opening_hours[0]["opens"] = time(9)
    south.exceptions.clear()
    assert north.opening_hours == WEEK and north.exceptions == DAYS


def test_it_is_a_change_like_any_other_so_that_versions_and_caches_learn_of_it(offices):
    seen = []

    def see(office, event):
        seen.extend(event.descriptions[0].attributes)

    sites = getGlobalSiteManager()
    sites.registerHandler(see, (IVirtualOffice, IObjectModifiedEvent))
    copy_hours(*offices)
    sites.unregisterHandler(see, (IVirtualOffice, IObjectModifiedEvent))
    assert seen == ["opening_hours", "exceptions", "holiday_state"]


def test_where_nothing_would_change_there_is_nothing_to_confirm(offices, editor):
    north, south = offices
    copy_hours(north, south)
    transaction.commit()
    page = preview(editor(), north, south)
    assert "have the same hours already" in page
    assert "Replace the hours" not in page


@pytest.mark.parametrize("changed", [0, 1])
def test_what_was_changed_meanwhile_is_shown_first(offices, editor, changed):
    browser = editor()
    preview(browser, *offices)
    offices[changed].opening_hours = [{**WEEK[0], "weekday": "FR"}]
    transaction.commit()
    before = offices[1].opening_hours
    save(browser)
    assert "The hours were changed meanwhile." in browser.contents
    assert offices[1].opening_hours == before


def test_a_form_of_another_site_changes_nothing(offices, editor):
    north, south = offices
    browser = editor()
    preview(browser, north, south)
    form = {"copy": "1", "from": IUUID(north), "_authenticator": "wrong"}
    form["state"] = browser.getControl(name="state").value
    browser.handleErrors = True
    browser.post(f"{south.absolute_url()}/@@copy-hours", urlencode(form))
    transaction.begin()
    assert browser.headers["status"].startswith("403")
    assert south.holiday_state is None


def test_a_link_changes_nothing(offices, editor):
    north, south = offices
    browser = editor()
    url = f"{south.absolute_url()}/@@copy-hours?from={IUUID(north)}&copy=1"
    browser.open(url)
    transaction.begin()
    assert "Replace the hours" in browser.contents
    assert south.holiday_state is None


@pytest.fixture
def local_editor(offices):
    """Erika edits the south only."""
    user = api.user.create(
        username="erika", email="erika@example.org", password="correct horse 1"
    )
    api.user.grant_roles(user=user, roles=["Editor"], obj=offices[1])
    offices[1].reindexObjectSecurity()
    transaction.commit()
    return "erika", "correct horse 1"


def test_who_may_edit_here_and_see_there_may_copy(offices, editor, local_editor):
    browser = editor(*local_editor)
    preview(browser, *offices)
    save(browser)
    assert offices[1].holiday_state == "BY"


def test_who_may_not_see_the_other_office_learns_nothing_of_it(
    offices, editor, local_editor
):
    north, south = offices
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(north, to_state="private")
    transaction.commit()
    page = preview(editor(*local_editor), north, south)
    assert "There is no other office that you may see." in page
    assert "Bürgerbüro Nord" not in page.split('id="content"')[1]


def test_who_may_not_edit_here_does_not_get_there(offices, editor, local_editor):
    browser = editor(*local_editor)
    browser.handleErrors = True
    preview(browser, offices[1], offices[0])
    assert "copy-hours-from" not in browser.contents


def test_who_is_editing_is_not_disturbed(offices, editor, local_editor):
    north, south = offices
    other = editor()
    browser = editor(*local_editor)
    preview(browser, north, south)
    other.open(f"{south.absolute_url()}/edit")
    save(browser)
    assert "Somebody else is editing this office." in browser.contents
    assert south.holiday_state is None


@pytest.mark.parametrize("wrong", ["", "nonsense", "a&from=b"])
def test_an_office_that_is_none_chooses_nothing(offices, editor, wrong):
    browser = editor()
    browser.open(f"{offices[1].absolute_url()}/@@copy-hours?from={wrong}")
    assert "Replace the hours" not in browser.contents
    assert browser.headers["status"].startswith("200")


def test_editors_find_it_in_the_menu_of_an_office_only(offices, editor, make_service):
    service = make_service()
    transaction.commit()
    browser = editor()
    browser.open(offices[0].absolute_url())
    assert "@@copy-hours" in browser.contents
    browser.open(service.absolute_url())
    assert "@@copy-hours" not in browser.contents
