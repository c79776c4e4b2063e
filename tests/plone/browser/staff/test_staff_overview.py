"""All offices of a clerk on one page."""

from collective.virtualoffice.domain.waiting import duty
from datetime import datetime
import json


def test_a_clerk_finds_the_offices_where_they_serve(log_in, site, visit):
    browser = log_in("clerk")
    browser.open(f"{site.absolute_url()}/@@staff")
    assert "Bürgerbüro Mitte" in browser.contents
    assert "nord/@@staff" not in browser.contents
    assert "Open – 1 person is waiting" in browser.contents
    assert "Schalter 1" in browser.contents
    assert "<title>My virtual offices — " in browser.contents
    browser.getLink(url="mitte/@@staff").click()
    assert browser.url.endswith("/mitte/@@staff")


def test_whoever_serves_nowhere_is_told_whom_to_ask(log_in, site):
    browser = log_in("editor")
    browser.open(f"{site.absolute_url()}/@@staff")
    assert "You serve in no virtual office." in browser.contents


def test_whoever_is_not_logged_in_is_sent_to_the_login(log_in, site):
    browser = log_in()
    browser.open(f"{site.absolute_url()}/@@staff")
    assert "login" in browser.url
    assert "came_from=" in browser.url


def test_the_user_menu_leads_there(log_in, site):
    browser = log_in("clerk")
    browser.open(site.absolute_url())
    assert browser.getLink("My virtual offices").url.endswith("/plone/@@staff")
    anonymous = log_in()
    anonymous.open(site.absolute_url())
    assert "My virtual offices" not in anonymous.contents


def test_the_script_gets_the_same_list_and_what_it_tells_of(
    log_in, site, act_here, visit
):
    browser = log_in("clerk")
    browser.open(f"{site.absolute_url()}/@@staff-places")
    answer = json.loads(browser.contents)
    assert 'id="staff-places"' in answer["html"]
    assert (answer["waiting"], answer["served"]) == (1, True)
    assert datetime.fromisoformat(answer["latest"]).tzinfo
    assert "Erika" not in answer["html"]
    act_here(lambda floor: duty.pause(floor, "clerk"))
    browser.open(f"{site.absolute_url()}/@@staff-places")
    assert json.loads(browser.contents)["served"] is False


def test_an_empty_office_needs_no_desk(log_in, site):
    browser = log_in("clerk")
    browser.open(f"{site.absolute_url()}/@@staff-places")
    answer = json.loads(browser.contents)
    assert (answer["waiting"], answer["latest"], answer["served"]) == (0, None, True)


def test_the_script_of_nobody_gets_no_list(log_in, site):
    browser = log_in()
    browser.open(f"{site.absolute_url()}/@@staff-places")
    assert browser.headers["status"].startswith("401")
    assert browser.contents == b"{}"


def test_the_head_stops_admission_from_the_overview(log_in, site, visit, floor):
    browser = log_in("head")
    browser.open(f"{site.absolute_url()}/@@staff")
    browser.getLink("Stop new admission").click()
    assert "People waiting now: <strong>1</strong>" in browser.contents
    browser.getControl(name="notice").value = "Feueralarm"
    browser.getControl("Let nobody else in").click()
    assert (floor().room.suspended, floor().room.notice) == (True, "Feueralarm")
    browser.open(f"{site.absolute_url()}/@@staff")
    assert "Stop new admission" not in browser.contents
    browser.getControl("Let visitors knock again").click()
    assert not floor().room.suspended


def test_a_clerk_finds_no_buttons_of_the_head(log_in, site, visit):
    browser = log_in("clerk")
    browser.open(f"{site.absolute_url()}/@@staff")
    assert "End the day" not in browser.contents
    assert "Stop new admission" not in browser.contents
