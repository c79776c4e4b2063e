"""The public pages of offices and services: shells that are the same for all."""

from decimal import Decimal
from plone.uuid.interfaces import IUUID
import pytest
import re
import transaction


@pytest.fixture
def service(office, make_service):
    made = make_service(
        offices=[office],
        id="wohnsitz",
        documents=[{"title": "Ausweis", "note": "Von allen"}],
        fees=[{"title": "Anmeldung", "amount": Decimal(0)}],
        online_url="https://example.org/wohnsitz",
    )
    transaction.commit()
    return made


def change(item, **values):
    for name, value in values.items():
        setattr(item, name, value)
    item.reindexObject()
    transaction.commit()


def test_an_office_shows_its_services_and_other_ways(office, service, browse):
    page = browse(office.absolute_url()).contents
    assert f'href="{service.absolute_url()}"' in page
    assert 'href="tel:020001150"' in page
    assert "Rathausplatz 1" in page
    assert "Around the clock, every day" in page


def test_a_service_says_what_to_bring_and_pay(service, browse):
    page = browse(service.absolute_url()).contents
    assert "Ausweis" in page and "Von allen" in page
    assert "free of charge" in page
    assert 'href="https://example.org/wohnsitz"' in page
    assert 'data-way="online"' in page


def test_the_door_of_a_service_leads_to_a_knock_for_it(office, service, browse):
    page = browse(service.absolute_url()).contents
    assert f"{office.absolute_url()}/@@knock?service={IUUID(service)}" in page
    assert f'data-door="{office.absolute_url()}/@door"' in page


def test_without_script_the_button_promises_no_more_than_it_holds(office, browse):
    browser = browse(office.absolute_url())
    browser.getLink("See whether it is open, and knock").click()
    assert browser.url.startswith(f"{office.absolute_url()}/@@knock")


def test_the_shell_is_the_same_whatever_the_door_is(office, clerk, knock, browse):
    before = browse(office.absolute_url())
    knock()
    after = browse(office.absolute_url())
    assert before.contents == after.contents
    assert "Set-Cookie" not in after.headers
    assert "Accept-Language" in after.headers["Vary"]


def test_a_service_not_fit_for_video_has_no_button_but_a_reason(service, browse):
    change(service, video="none", video_note="Sie müssen unterschreiben.")
    page = browse(service.absolute_url()).contents
    assert "This service does not work by video." in page
    assert "Sie müssen unterschreiben." in page
    assert "@@knock" not in page and "data-door=" not in page
    assert "02000 115-0" in page


def test_advice_only_is_said_before_the_knock(service, browse):
    change(service, video="advice", video_note="Die Marke holen Sie ab.")
    page = browse(service.absolute_url()).contents
    assert page.index("Die Marke holen Sie ab.") < page.index("@@knock")


def test_a_service_of_no_office_has_no_door(service, browse):
    change(service, offices=[])
    assert "vo-door" not in browse(service.absolute_url()).contents


def test_nothing_of_another_host_is_loaded(office, service, browse):
    for item in (office, service):
        page = browse(item.absolute_url())
        root = page.url.split("/plone")[0]
        loaded = [
            part.split('"')[0]
            for part in page.contents.split('src="')[1:]
            if part.startswith("http")
        ]
        assert loaded and all(url.startswith(root) for url in loaded)


def test_words_in_another_language_than_the_page_say_so(
    office, clerk, make_service, browse
):
    office.language = "de"
    service = make_service(
        id="ausweis",
        title="Personalausweis",
        language="de",
        offices=[office],
        documents=[{"title": "Passbild", "note": None}],
        video="advice",
        video_note="Abholen geht nur vor Ort.",
    )
    transaction.commit()
    page = " ".join(browse(service.absolute_url()).contents.split())
    assert re.search(r'<div lang="de"[^>]*> <h1>Personalausweis</h1>', page)
    assert 'lang="de">Abholen geht nur vor Ort.</p>' in page
    assert 'lang="de">Bürgerbüro Mitte</a>' in page
    assert re.search(r'<span lang="de"[^>]*>Passbild</span>', page)
    knock = browse(f"{office.absolute_url()}/@@knock").contents
    assert 'lang="de">Personalausweis</option>' in knock
    assert 'lang="de">Bürgerbüro Mitte</a>' in knock
    german = browse(service.absolute_url(), "de").contents
    assert 'lang="de">Abholen' not in german
