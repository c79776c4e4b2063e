"""Stale pages, other clerks, strangers and the logged out."""

from collective.virtualoffice.domain.waiting import staying
import pytest


def test_two_clerks_want_the_same_visit(clerk, colleague, visit, open_at, floor):
    open_at("colleague", "Schalter 2")
    form = colleague.form("call", visit)
    clerk.do("call", visit)
    assert "This visit is with Schalter 1 now." in colleague.send(form)
    assert floor().desk_of("clerk").held.id == visit
    assert floor().desk_of("colleague").held is None


def test_a_second_click_calls_nobody_else(clerk, log_in, office, visit, knock, floor):
    knock("Max Mustermann")
    second = clerk.form("next")
    type(clerk)(log_in("clerk"), office).do("next")
    assert "still a visit at your desk" in clerk.send(second)
    assert len(floor().queue) == 1


def test_the_visit_is_gone_meanwhile(clerk, visit, act_here):
    form = clerk.form("call", visit)
    for _leave_then_erase in range(2):
        act_here(lambda floor: staying.leave(floor, floor.room.visit(visit)))
    assert "There is no such visit." in clerk.send(form)


def test_the_desk_was_closed_meanwhile(clerk, log_in, office, visit, floor):
    form = clerk.form("next")
    type(clerk)(log_in("clerk"), office).do("close")
    assert "Please open your desk first." in clerk.send(form)
    assert len(floor().queue) == 1


@pytest.mark.parametrize(
    "token", ["", "&_authenticator=wrong", "&_authenticator:tokens="]
)
def test_a_form_of_another_site_does_nothing(clerk, visit, state, token):
    clerk.look()
    do = clerk.url.replace("@@staff", "@@staff-do")
    clerk.browser.open(do, f"deed=call&visit={visit}{token}")
    assert "Nothing was done" in clerk.browser.contents
    clerk.browser.open(clerk.url.replace("@@staff", "@@staff-link"), f"visit={visit}")
    assert "Nothing was done" in clerk.browser.contents
    assert state(visit) == "waiting"


def test_an_unknown_deed_does_nothing(clerk, visit):
    token = clerk.form("next").getControl(name="_authenticator").value
    do = clerk.url.replace("@@staff", "@@staff-do")
    clerk.browser.open(do, f"deed=erase&_authenticator={token}")
    assert "Nothing was done" in clerk.browser.contents


def test_a_get_does_nothing(clerk, visit, state):
    token = clerk.form("next").getControl(name="_authenticator").value
    do = clerk.url.replace("@@staff", "@@staff-do")
    clerk.browser.open(f"{do}?deed=next&_authenticator={token}")
    assert clerk.browser.url == clerk.url
    assert state(visit) == "waiting"


def test_whoever_was_logged_out_is_told_that_nothing_was_done(
    clerk, visit, log_in, state
):
    token = clerk.form("next").getControl(name="_authenticator").value
    gone = log_in()
    do = clerk.url.replace("@@staff", "@@staff-do")
    gone.open(do, f"deed=next&_authenticator={token}")
    assert "/login?came_from=" in gone.url
    assert gone.url.endswith("%40%40staff")
    assert "Nothing was done: you were logged out." in gone.contents
    assert state(visit) == "waiting"


PAGES = (
    "@@staff",
    "@@staff-live",
    "@@staff-link",
    "@@staff-end-day",
    "@@staff-release",
)
ALLOWED = {
    "clerk": {"@@staff", "@@staff-live", "@@staff-link"},
    "head": set(PAGES),
    "stranger": set(),
    "editor": set(),
    None: set(),
}


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("who", ALLOWED)
def test_who_may_see_what(log_in, office, visit, who, name):
    browser = log_in(who)
    browser.followRedirects = False
    browser.open(f"{office.absolute_url()}/{name}?visit={visit}")
    status = browser.headers["Status"][:3]
    assert status == "200" if name in ALLOWED[who] else status in {"302", "303", "401"}
    assert ("Erika" in str(browser.contents)) <= (name in ALLOWED[who])


def test_no_other_clerk_of_the_town_acts_here(log_in, office, visit, state):
    stranger = log_in("stranger")
    stranger.open(f"{office.absolute_url()}/@@staff-do", "deed=next")
    assert "Insufficient Privileges" in stranger.contents
    assert state(visit) == "waiting"


def test_private_pages_are_not_stored(clerk, visit):
    clerk.look()
    assert clerk.browser.headers["Cache-Control"] == "no-store"
    assert "default-src 'none'" in clerk.browser.headers["Content-Security-Policy"]


@pytest.mark.parametrize("visit", ["", "nobody", "%00", "%ff%fe", "x" * 5000])
def test_a_visit_that_never_was_leads_back(clerk, open_at, visit):
    open_at()
    clerk.browser.open(clerk.url.replace("@@staff", f"@@staff-link?visit={visit}"))
    assert clerk.browser.url == clerk.url
