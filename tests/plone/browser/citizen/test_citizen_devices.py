"""The test of camera and sound, and the number for a call back."""

from collective.virtualoffice.domain.waiting import calling
from collective.virtualoffice.domain.waiting import staying
from collective.virtualoffice.domain.waiting.states import Outcome
from collective.virtualoffice.usecases.floor import read_floor
from datetime import datetime
from datetime import UTC
import pytest


NUMBER = "+49 (0)2000 115-0"


@pytest.fixture
def test_page(office, browse):
    """test_page(query) answers a browser on the test before the knock."""
    url = f"{office.absolute_url()}/@@device-test"
    return lambda query="", **how: browse(url + query, **how)


def queue(office):
    return read_floor(office, datetime.now(UTC)).queue


def give(browser, phone):
    form = browser.getForm(index=form_index(browser))
    form.getControl(name="phone").value = phone
    form.getControl(name="action").click()
    return browser


def form_index(browser, remove=False):
    """The form that takes a number, or the one that removes it."""
    for index in range(20):
        form = browser.getForm(index=index)
        types = [each.type for each in form.controls if each.name == "phone"]
        if types == ["hidden" if remove else "tel"]:
            return index
    raise LookupError("phone")


def test_the_test_may_use_camera_and_microphone_of_the_page_itself(test_page):
    page = test_page()
    policy = page.headers["Permissions-Policy"]
    assert "camera=(self), microphone=(self), display-capture=()" in policy
    assert "default-src 'none'" in page.headers["Content-Security-Policy"]
    assert "Set-Cookie" not in page.headers


@pytest.mark.parametrize(
    "language, heading",
    [("de", "Kamera und Ton prüfen"), ("en", "Test camera and sound")],
)
def test_it_is_told_in_both_languages(test_page, language, heading):
    page = test_page(language=language)
    assert f"<h1>{heading}</h1>" in page.contents
    assert f"<title>{heading}" in page.contents


def test_without_script_it_says_what_is_needed_and_the_other_ways(test_page):
    page = test_page()
    assert "The test needs JavaScript" in page.contents
    assert "you need a device with microphone" in page.contents
    assert 'href="tel:020001150"' in page.contents
    assert "Rathausplatz 1" in page.contents


def test_the_form_has_the_test_in_place_so_that_nobody_leaves_it(office, browse, clerk):
    form = browse(f"{office.absolute_url()}/@@knock")
    assert "camera=(self), microphone=(self)" in form.headers["Permissions-Policy"]
    assert 'id="devices"' in form.contents
    assert "/@@device-test" not in form.contents


def test_the_help_and_the_test_lead_to_each_other_in_one_language(office, browse):
    help = f"{office.absolute_url()}/@@how-it-works?language=de"
    page = browse(help, language="en")
    page.getLink("Zur Prüfung").click()
    assert "<h1>Kamera und Ton prüfen</h1>" in page.contents
    page.getLink("Zurück zu „So funktioniert es“").click()
    assert page.url == f"{help}#help-test"


@pytest.mark.parametrize(
    "query",
    [
        "",
        "?from=https://evil.example.org/",
        "?from=//evil.example.org",
        "?from=%22%3E%3Cscript%3E",
        "?from:list=help",
        "?service=https://evil.example.org/",
    ],
)
def test_from_anywhere_else_it_leads_to_the_knock_alone(test_page, office, query):
    page = test_page(query)
    knock = f"{office.absolute_url()}/@@knock"
    assert page.getLink("To knocking").url == knock
    assert page.getLink("ask for a call back").url == f"{knock}?callback=1"
    assert "evil" not in page.contents
    assert "<script>" not in page.contents.partition('id="devices"')[2][:9]


def test_the_form_asks_for_a_number_only_after_a_failed_test(
    office, test_page, browse, clerk
):
    plain = browse(f"{office.absolute_url()}/@@knock")
    assert '<fieldset id="knock-call-back" disabled="disabled" hidden="hidden">' in (
        plain.contents
    )
    page = test_page()
    page.getLink("ask for a call back").click()
    assert '<fieldset id="knock-call-back">' in page.contents
    assert "Because video does not work for you" in page.contents
    page.getControl(name="name").value = "Erika Mustermann"
    page.getControl(name="privacy").value = ["1"]
    page.getControl(name="phone").value = NUMBER
    page.getForm(id="knock").submit()
    assert "You ask to be called back" in page.contents
    assert 'href="tel:+4920001150"' in page.contents
    (seen,) = queue(office)
    assert seen.visit.phone == NUMBER


def test_a_number_that_is_none_is_said_at_its_field(office, browse, clerk):
    page = browse(f"{office.absolute_url()}/@@knock?callback=1")
    page.getControl(name="name").value = "Erika Mustermann"
    page.getControl(name="privacy").value = ["1"]
    page.getControl(name="phone").value = "call me"
    page.getForm(id="knock").submit()
    assert "Please enter a phone number" in page.contents
    assert 'value="call me"' in page.contents
    assert 'href="#knock-phone"' in page.contents
    assert not queue(office)
    page.getControl(name="phone").value = ""
    page.getForm(id="knock").submit()
    assert "/@@visit/" in page.url


def test_the_waiting_page_may_use_the_camera_while_others_may_not(
    clerk, knock, visit_page, browse, office
):
    page = visit_page(knock())
    assert "camera=(self)" in page.headers["Permissions-Policy"]
    assert 'id="visit-devices"' in page.contents
    unknown = browse(f"{office.absolute_url()}/@@visit/unknown")
    assert "camera=()" in unknown.headers["Permissions-Policy"]


def test_a_number_is_given_changed_and_removed_while_waiting(clerk, knock, visit_page):
    visit = knock()
    page = give(visit_page(visit), NUMBER)
    assert visit.phone == NUMBER
    assert page.url.endswith("#visit-call-back")
    assert 'data-wanted="yes"' in page.contents
    assert 'href="tel:+4920001150"' in page.contents
    page = give(page, "02000 777")
    assert visit.phone == "02000 777"
    remove = page.getForm(index=form_index(page, remove=True))
    remove.getControl(name="action").click()
    assert visit.phone == ""
    assert "You ask to be called back" not in page.contents
    assert 'data-wanted="yes"' not in page.contents


def test_a_number_that_is_none_changes_nothing(clerk, knock, visit_page):
    visit = knock(phone=NUMBER)
    page = give(visit_page(visit), "call me")
    assert "400" in page.headers["status"]
    assert "Please enter a phone number" in page.contents
    assert 'aria-invalid="true"' in page.contents
    assert 'value="call me"' in page.contents
    assert visit.phone == NUMBER


def test_a_visit_that_ended_meanwhile_takes_no_number(clerk, knock, visit_page):
    visit = knock()
    page = visit_page(visit)
    clerk.do(calling.call, visit.id)
    clerk.decide(staying.answer, visit)
    clerk.do(calling.finish, visit.id, Outcome.SOLVED)
    page = give(page, NUMBER)
    assert "409" in page.headers["status"]
    assert visit.phone == ""
