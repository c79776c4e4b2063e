"""The finder as a page."""

from collections.abc import Callable
from collective.virtualoffice.domain.services.pages import SIZE
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.caching.interfaces import IRulesetLookup
from plone.testing.zope import Browser
from typing import Any
from zope.component import getMultiAdapter
import pytest
import re
import transaction


@pytest.fixture
def site(functional_portal: Any) -> Any:
    record = api.portal.set_registry_record
    record("plone.available_languages", ["en", "de"])
    record("plone.use_request_negotiation", True)
    transaction.commit()
    return functional_portal


@pytest.fixture
def browse(functional: Any, site: Any) -> Callable[..., Browser]:
    """browse(query, place) answers a citizen's browser on the finder."""

    def make(
        query: str = "",
        place: str = "@@services",
        language: str = "en",
        login: bool = False,
    ) -> Browser:
        browser = Browser(functional["app"])
        browser.handleErrors = False
        browser.raiseHttpErrors = False
        browser.addHeader("Accept-Language", language)
        if login:
            secret = f"{SITE_OWNER_NAME}:{SITE_OWNER_PASSWORD}"
            browser.addHeader("Authorization", f"Basic {secret}")
        browser.open(f"{site.absolute_url()}/{place}{query}")
        return browser

    return make


@pytest.fixture
def services(site, make_office, make_service):
    office = make_office(title="Bürgerbüro Mitte", phone="02000 115-0")
    made = [
        make_service([office], title=title, subject=subject, language="de", **fields)
        for title, subject, fields in (
            ("Wohnsitz anmelden", ("Umzug",), {"synonyms": ["Meldung"]}),
            ("Änderung <b>", ("Umzug", "Ämter & Co"), {"description": "Kurz."}),
            ("Hund anmelden", (), {"online_url": "https://antrag.example.org"}),
        )
    ]
    transaction.commit()
    return made


def canonical(page: str) -> str:
    return re.search(r'<link rel="canonical" href="([^"]*)"', page)[1]


def count(page: str) -> str:
    return re.search(r'id="finder-count"[^>]*>([^<]*)<', page)[1].strip()


def names(page: str) -> list[str]:
    listed = page.partition('id="finder-services"')[2].partition("</section>")[0]
    return re.findall(r'<a href="http[^"]*/([\w-]+)"', listed)


def test_it_lists_all_services_with_their_ways(services, browse):
    page = browse().contents
    assert count(page) == "3 services"
    assert names(page) == ["anderung-b", "hund-anmelden", "wohnsitz-anmelden"]
    assert "Änderung &lt;b&gt;" in page
    assert page.count("<span>By video</span>") == 3
    assert page.count("<span>Online</span>") == 1


def test_it_speaks_german_too(services, browse):
    page = browse("?way=online", language="de").contents
    assert count(page) == "1 Dienstleistung"
    assert "Dienstleistungen A–Z" in page


def test_it_has_a_title_of_its_own(services, browse):
    assert "<title>Services A–Z — " in browse().contents


def test_letters_without_services_cannot_be_followed(services, browse):
    page = browse("?letter=H").contents
    letters = page.partition('id="finder-letters"')[2].partition("</nav>")[0]
    assert re.findall(r"letter=(.)\"", letters) == ["A", "H", "W"]
    assert letters.count('aria-current="true"') == 1
    assert len(re.findall(r"<li ", letters)) == 26


def test_what_begins_otherwise_is_offered_where_there_is_such_a_thing(
    services, make_service, browse
):
    make_service(title="24-Stunden-Dienst")
    transaction.commit()
    page = browse().contents
    assert "letter=%23" in page
    assert names(browse("?letter=%23").contents) == ["24-stunden-dienst"]


def test_each_filter_can_be_taken_off(services, browse):
    browser = browse("?text=anm&situation=Umzug&way=online&letter=W")
    page = browser.contents
    shown = page.partition('id="finder-filters"')[2].partition("</ul>")[0]
    links = re.findall(r'href="[^"]*\?([^"]*)"', shown)
    assert [link.replace("&amp;", "&") for link in links] == [
        "letter=W&situation=Umzug&way=online",
        "text=anm&situation=Umzug&way=online",
        "text=anm&letter=W&way=online",
        "text=anm&letter=W&situation=Umzug",
    ]
    assert "Take all filters off" in shown


@pytest.mark.parametrize(
    ("query", "address"),
    [
        ("", ""),
        ("?text=&situation=&letter=", ""),
        ("?way=online&text=++Hund+&utm_source=x", "?text=Hund&amp;way=online"),
        ("?letter=h&b_start=0", "?letter=H"),
        ("?letter=nowhere", ""),
        ("?text=%22%3E%3Cscript%3E", "?text=%22%3E%3Cscript%3E"),
    ],
)
def test_whatever_was_asked_has_one_address(services, browse, query, address):
    page = browse(query).contents
    assert canonical(page) == f"{api.portal.get().absolute_url()}/@@services{address}"
    assert "<script>" not in page.partition('id="finder"')[2].partition("<script ")[0]


@pytest.mark.parametrize(
    "query",
    [
        "?text=*",
        "?text=%22(",
        "?text=and",
        "?text=a&text=b",
        "?text=%ED%A0%80%00",
        "?letter=%22",
        "?situation=%3Cb%3E",
        "?situation=%ED%A0%80",
        "?way=fax",
        "?b_start=999999999999",
        "?b_start=-5",
        "?b_start:int=5",
        f"?text={'a' * 5000}",
        "?text.foo:record=a",
    ],
)
def test_no_address_makes_it_fail(services, browse, query):
    browser = browse(query)
    assert browser.headers["Status"].startswith("200")
    assert "finder-count" in browser.contents


def test_long_lists_have_pages(site, make_service, browse):
    for number in range(SIZE + 2):
        make_service(title=f"Antrag {number:02}")
    transaction.commit()
    browser = browse("?letter=A")
    assert count(browser.contents) == "1 to 25 of 27 services"
    browser.getLink("Next page").click()
    assert browser.url.endswith(f"?letter=A&b_start={SIZE}")
    assert count(browser.contents) == "26 to 27 of 27 services"
    assert len(names(browser.contents)) == 2
    browser.getLink("Previous page").click()
    assert browser.url.endswith("?letter=A")


def test_who_finds_nothing_is_told_what_to_do(services, browse):
    page = browse("?text=xyz&way=video").contents
    assert count(page) == "Nothing found"
    assert "Use other or fewer words" in page
    assert "Nobody may be there by video" in page
    assert 'href="tel:020001150"' in page
    assert "Take all filters off and look by letter" in page


def test_a_list_without_services_says_so(site, browse):
    page = browse().contents
    assert "There are no services here yet." in page
    assert "This may help" not in page


def test_the_words_of_editors_name_their_language(services, browse):
    english = browse(language="en").contents.partition('id="finder-services"')[2]
    german = browse(language="de").contents.partition('id="finder-services"')[2]
    assert english.count(' lang="de"') == 4
    assert 'lang="' not in german


@pytest.mark.parametrize(
    ("query", "login", "kept"),
    [
        ("", False, "public, max-age=60"),
        ("?way=online", False, "public, max-age=60"),
        ("?way=video", False, "public, max-age=1"),
        ("?way=video&way=online", False, "public, max-age=1"),
        ("", True, "private, no-cache"),
    ],
)
def test_it_is_kept_for_as_long_as_it_is_right(services, browse, query, login, kept):
    browser = browse(query, login=login)
    assert browser.headers["Cache-Control"] == kept
    assert browser.headers["Vary"] == "Accept-Language, Cookie"
    assert "Set-Cookie" not in browser.headers


@pytest.fixture
def folder(services, make_service):
    """A folder that is shown as a finder, with one service of its own."""
    with api.env.adopt_roles(["Manager"]):
        made = api.content.create(
            api.portal.get(), "Folder", "amt", title="Ämter", description="Alle."
        )
        made.setLayout("service-finder")
        api.content.transition(made, "publish")
    make_service(title="Katze", container=made)
    transaction.commit()
    return made


def test_a_folder_can_be_shown_as_a_finder(folder, browse):
    page = browse(place="amt").contents
    assert names(page) == ["katze"]
    assert re.search(r"<h1[^>]*>Ämter</h1>", page)
    assert "<title>Ämter — " in page
    assert f'action="{folder.absolute_url()}"' in page
    assert canonical(page) == folder.absolute_url()


def test_the_finder_of_another_folder_has_an_address_too(folder, browse):
    folder.setLayout("listing_view")
    transaction.commit()
    page = browse(place="amt/@@service-finder", query="?letter=K").contents
    assert names(page) == ["katze"]
    assert canonical(page) == f"{folder.absolute_url()}/@@service-finder?letter=K"


def test_editors_find_it_in_the_display_menu(folder):
    layouts = [layout for layout, _ in folder.getAvailableLayouts()]
    assert "service-finder" in layouts


def test_every_page_of_the_site_leads_to_it(services, browse):
    browser = browse(place="")
    browser.getLink("Services A–Z").click()
    assert browser.url.endswith("/@@services")


def test_plones_rules_for_caching_leave_it_alone(folder, site):
    view = folder.restrictedTraverse("service-finder")
    found = getMultiAdapter((view, view.request), IRulesetLookup)()
    assert found == "collective.virtualoffice.finder"
