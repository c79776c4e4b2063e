"""All offices of a clerk on one page."""


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
