"""The form by which a citizen knocks."""

from collective.virtualoffice.browser.citizen import knock as knock_page
from collective.virtualoffice.catalogue.vocabularies import WEEKDAYS
from collective.virtualoffice.domain.waiting import admission
from collective.virtualoffice.usecases import memory
from collective.virtualoffice.usecases.floor import read_floor
from datetime import datetime
from datetime import time
from datetime import timedelta
from datetime import UTC
from plone import api
from plone.uuid.interfaces import IUUID
from zoneinfo import ZoneInfo
import pytest
import transaction


@pytest.fixture
def url(office):
    return f"{office.absolute_url()}/@@knock"


@pytest.fixture
def form(url, browse, clerk):
    """The form of an open office."""
    return browse(url)


def fill_in(browser, name="Erika Mustermann", privacy=True, **fields):
    browser.getControl(name="name").value = name
    browser.getControl(name="privacy").value = ["1"] if privacy else []
    for field, value in fields.items():
        control = browser.getControl(name=field)
        control.value = [value] if hasattr(control, "options") else value
    browser.getForm(id="knock").submit()
    return browser


def day_after(days):
    return datetime.now(ZoneInfo("Europe/Berlin")) + timedelta(days=days)


def hours_of(day):
    """All of one day of the week, and no other."""
    return {"weekday": WEEKDAYS[day.weekday()], "opens": time(0), "closes": time(0)}


def visits(office):
    return read_floor(office, datetime.now(UTC)).queue


def test_a_knock_leads_to_the_private_page(form, office):
    page = fill_in(form, note="Guten Tag", language="de")
    assert "/@@visit/" in page.url
    (seen,) = visits(office)
    assert seen.visit.knock.name == "Erika Mustermann"
    assert seen.visit.knock.note == "Guten Tag"
    assert seen.visit.knock.spoken_languages == ("de",)
    assert seen.visit.knock.page_language == "en"


def test_the_form_is_stored_nowhere_and_sets_no_cookie(form):
    assert form.headers["Cache-Control"] == "no-store"
    assert form.headers["Referrer-Policy"] == "no-referrer"
    assert "Set-Cookie" not in form.headers


def test_the_title_is_the_page_s_own(form):
    assert "<title>Knock — " in form.contents.replace("&mdash;", "—")


def test_the_same_form_sent_twice_makes_one_visit(form, office, browse, url):
    key = form.getControl(name="key").value
    first = fill_in(form).url
    again = browse(url)
    again.getControl(name="key").value = key
    assert fill_in(again).url == first
    assert len(visits(office)) == 1


def test_a_link_chooses_the_service_but_no_key(
    office, make_service, browse, url, clerk
):
    service = make_service(offices=[office], title="Hundesteuer")
    transaction.commit()
    key = "k" * 32
    page = browse(f"{url}?service={IUUID(service)}&key={key}&name=Mallory")
    assert page.getControl(name="service").value == [IUUID(service)]
    assert page.getControl(name="key").value != key
    assert page.getControl(name="name").value == ""


def test_errors_stand_in_a_summary_and_beside_the_fields(form, office):
    page = fill_in(form, name=" ", privacy=False, note="Bleibt stehen")
    assert page.headers["Status"].startswith("400")
    assert 'href="#knock-name"' in page.contents
    assert 'id="knock-privacy-error"' in page.contents
    assert page.getControl(name="note").value == "Bleibt stehen"
    assert visits(office) == []


@pytest.mark.parametrize("field, length", [("name", 101), ("note", 501)])
def test_too_much_is_kept_and_pointed_out(form, field, length):
    values = {"name": "Erika", field: "x" * length}
    page = fill_in(form, **values)
    assert f'id="knock-{field}-error"' in page.contents
    assert page.getControl(name=field).value == "x" * length


def test_an_unknown_service_is_refused(form, office, url):
    key = form.getControl(name="key").value
    form.post(url, f"name=Erika&privacy=1&service=nowhere&key={key}")
    assert "Please choose a service from the list." in form.contents
    assert visits(office) == []


def test_hostile_names_are_shown_as_they_are(form):
    name = "<script>alert(1)</script> 😀 \u202etxet"
    page = fill_in(form, name=name)
    assert "&lt;script&gt;alert(1)&lt;/script&gt; 😀 txet" in page.contents
    assert "<script>alert" not in page.contents


def test_the_trap_is_explained_and_can_be_left(form, office):
    page = fill_in(form, website="https://spam.example")
    assert "as if a program had sent it" in page.contents
    assert visits(office) == []
    assert page.getControl(name="name").value == "Erika Mustermann"
    page.getForm(id="knock").submit()
    assert "/@@visit/" in page.url


def test_a_form_sent_by_another_site_is_only_shown(office, browse, url, clerk):
    page = browse(url, Sec_Fetch_Site="cross-site")
    page.post(url, f"name=Mallory&privacy=1&key={'k' * 32}")
    assert visits(office) == []
    assert page.getControl(name="name").value == ""


def test_the_privacy_notice_names_the_law_and_asks_no_consent(url, browse, clerk):
    page = browse(url, language="de")
    assert "Ich habe die Hinweise gelesen" in page.contents
    assert "Artikel 6 Absatz 1 Buchstabe e" in page.contents
    assert "24 Stunden" in page.contents
    assert "stimme zu" not in page.contents


def test_an_unstaffed_office_says_so_before_anything_is_typed(url, browse):
    page = browse(url)
    assert "Nobody is there just now" in page.contents
    assert 'id="knock-name"' not in page.contents
    assert "02000 115-0" in page.contents


def test_a_closed_office_says_when_it_opens(office, url, browse):
    office.opening_hours = [hours_of(day_after(1))]
    transaction.commit()
    page = browse(url)
    assert "Closed" in page.contents and "We open again" in page.contents
    assert 'id="knock-name"' not in page.contents


def test_what_was_typed_survives_a_door_that_closed(form, clerk):
    clerk.decide(admission.suspend, "Feueralarm")
    page = fill_in(form, note="Meine Notiz")
    assert page.headers["Status"].startswith("409")
    assert "Nobody else is let in at the moment." in page.contents
    assert "Feueralarm" in page.contents
    assert page.getControl(name="note").value == "Meine Notiz"
    assert page.getControl(name="privacy").value == ["1"]
    clerk.decide(lambda floor: admission.admit(floor, reopen=False))
    page.getForm(id="knock").submit()
    assert "/@@visit/" in page.url


def test_a_full_waiting_room_is_told(form, office, knock):
    office.max_waiting = 1
    transaction.commit()
    knock()
    page = fill_in(form)
    assert page.headers["Status"].startswith("409")
    assert "The waiting room is full" in page.contents


def test_too_many_knocks_are_refused_in_words(form, url, browse, monkeypatch):
    monkeypatch.setattr(knock_page, "client_address", lambda *where: "192.0.2.1")
    api.portal.set_registry_record("collective.virtualoffice.knocks_per_address", 1)
    transaction.commit()
    fill_in(form)
    page = fill_in(browse(url), note="Noch da")
    assert page.headers["Status"].startswith("429")
    assert int(page.headers["Retry-After"]) > 0
    assert "Please try again in" in page.contents
    assert page.getControl(name="note").value == "Noch da"


def test_a_wait_beyond_closing_time_is_told_and_confirmed(office, form, knock):
    office.opening_hours, office.planned_minutes = [hours_of(day_after(0))], 480
    transaction.commit()
    memory.forget()
    for _visit in range(3):
        knock()
    page = fill_in(form)
    assert "may not be your turn before" in page.contents
    assert len(visits(office)) == 3
    page.getForm(id="knock").submit()
    assert "/@@visit/" in page.url


def test_a_language_nobody_speaks_is_told_and_confirmed(form, clerk):
    clerk.open(languages=("de",))
    page = fill_in(form, language="en")
    assert "nobody here serves this request in this language" in page.contents
    assert page.getControl(name="language").value == ["en"]
    page.getForm(id="knock").submit()
    assert "/@@visit/" in page.url


def test_advice_not_read_yet_is_shown_before_the_knock_counts(
    office, make_service, browse, url, clerk
):
    service = make_service(offices=[office], video="advice", video_note="Nur Rat.")
    transaction.commit()
    page = fill_in(browse(url), service=IUUID(service))
    assert "Nur Rat." in page.contents and visits(office) == []
    page.getForm(id="knock").submit()
    assert "/@@visit/" in page.url
    known = fill_in(browse(f"{url}?service={IUUID(service)}"))
    assert "/@@visit/" in known.url


def test_the_privacy_notice_links_to_the_imprint_that_is_set(office, clerk, browse):
    form = f"{office.absolute_url()}/@@knock"
    assert "data protection officer" not in browse(form).contents
    name = "collective.virtualoffice.imprint_url"
    api.portal.set_registry_record(name, "https://www.example.org/impressum")
    transaction.commit()
    page = browse(form)
    assert page.getLink("imprint").url == "https://www.example.org/impressum"
    assert "says how to reach it and its data protection officer" in page.contents
