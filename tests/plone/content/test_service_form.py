"""The form of a service, as an editor without JavaScript sends it."""

from decimal import Decimal
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.testing.zope import Browser
import pytest
import re
import transaction


URL = "http://nohost/plone/hund"
PREFIX = "form.widgets.IService"


@pytest.fixture
def service(functional, make_service):
    made = make_service(
        id="hund",
        fees=[
            {"title": "Steuer", "amount": Decimal("96"), "up_to": None, "note": None}
        ],
        documents=[
            {"title": "Impfausweis", "note": None, "for_video": False, "form": None}
        ],
    )
    transaction.commit()
    return made


@pytest.fixture
def form(functional, service):
    browser = Browser(functional["app"])
    browser.handleErrors = False
    browser.addHeader("Authorization", f"Basic {SITE_OWNER_NAME}:{SITE_OWNER_PASSWORD}")
    browser.open(f"{URL}/edit")
    return browser


def message_at(form, field):
    part = form.contents.split(f'id="formfield-form-widgets-IService-{field}"')[1]
    return part.split('id="formfield-')[0]


@pytest.mark.parametrize(
    "typed, amount", [("12,60", "12.60"), ("12.60", "12.60"), ("1.200,00 €", "1200")]
)
def test_an_amount_is_read_in_any_language_of_the_browser(form, service, typed, amount):
    form.getControl(name=f"{PREFIX}.fees.0.widgets.amount").value = typed
    form.getControl("Save").click()
    transaction.begin()
    assert service.fees[0]["amount"] == Decimal(amount)


def test_an_amount_that_is_none_is_refused_in_its_cell(form, service):
    form.getControl(name=f"{PREFIX}.fees.0.widgets.amount").value = "1.200"
    form.getControl("Save").click()
    assert "is no amount in euro" in message_at(form, "fees")
    transaction.begin()
    assert service.fees[0]["amount"] == Decimal("96")


def test_a_fee_says_what_it_costs(form):
    form.getControl(name=f"{PREFIX}.fees.0.widgets.amount").value = ""
    form.getControl("Save").click()
    assert "Row 1: enter an amount" in message_at(form, "fees")


def test_a_range_does_not_run_backwards(form):
    form.getControl(name=f"{PREFIX}.fees.0.widgets.up_to").value = "10"
    form.getControl("Save").click()
    assert "Row 1: “up to”" in message_at(form, "fees")


def test_a_link_that_runs_something_is_refused(form):
    cell = f"{PREFIX}.documents.0.widgets.form"
    form.getControl(name=cell).value = "javascript:alert(1)"
    form.getControl("Save").click()
    assert "Enter a web address" in message_at(form, "documents")


def test_what_was_not_touched_stays_as_it_was(form, service):
    before = {name: getattr(service, name) for name in ("fees", "documents", "video")}
    form.getControl("Save").click()
    transaction.begin()
    assert {name: getattr(service, name) for name in before} == before


def test_words_are_kept_line_by_line_without_repetition(form, service):
    form.getControl(name=f"{PREFIX}.synonyms").value = "Hund\r\n\r\n Welpe \r\nHund"
    form.getControl("Save").click()
    transaction.begin()
    assert service.synonyms == ["Hund", "Welpe"]


def test_a_rule_broken_before_can_be_mended(functional, form, service):
    service.video, service.video_note = "none", None
    transaction.commit()
    form.open(f"{URL}/edit")
    form.getControl(name=f"{PREFIX}.video_note").value = "Das geht nur vor Ort."
    form.getControl("Save").click()
    transaction.begin()
    assert service.video_note == "Das geht nur vor Ort."


def test_the_origin_is_shown_and_not_edited(form, service):
    assert f' name="{PREFIX}.external_id"' not in form.contents
    service.source, service.external_id = "Fachverfahren", "4711"
    transaction.commit()
    form.open(f"{URL}/edit")
    assert "4711" in message_at(form, "external_id")


def test_no_tab_is_marked_as_required_for_a_table_that_may_be_empty(form):
    for field in ("documents", "fees", "forms", "legal_bases", "safe_channels"):
        marked = re.findall(r'class="([^"]*)"', message_at(form, field))
        assert not any("required" in classes.split() for classes in marked)


def test_an_error_elsewhere_marks_no_table(form):
    form.getControl(name=f"{PREFIX}.service_keys").value = "9.9E+13"
    form.getControl("Save").click()
    assert "invalid-feedback" in message_at(form, "service_keys")
    for field in ("documents", "fees", "forms", "legal_bases", "safe_channels"):
        assert "invalid-feedback" not in message_at(form, field)


def test_search_finds_a_service_by_its_words(functional, form, service):
    form.getControl(name=f"{PREFIX}.synonyms").value = "Vierbeiner"
    form.getControl(name=f"{PREFIX}.deadlines").value = "<p>Zwei Wochen nach Einzug</p>"
    form.getControl("Save").click()
    transaction.begin()
    for word in ("Vierbeiner", "Einzug"):
        (found,) = api.content.find(SearchableText=word)
        assert found.getId == "hund"


def test_undecided_about_video_nobody_knocks_and_the_page_says_to_ask(
    functional, make_office, make_service
):
    make_service([make_office(id="mitte")], id="neu", video=None)
    transaction.commit()
    citizen = Browser(functional["app"])
    citizen.open("http://nohost/plone/neu")
    assert "Please ask us whether this works by video." in citizen.contents
    assert "@@knock" not in citizen.contents.split('class="vo-doors')[1]
