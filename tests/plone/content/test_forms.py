"""The forms of both types, as an editor without JavaScript sends them."""

from collective.virtualoffice.content.gridwidget import drop_empty_rows
from datetime import time
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.testing.zope import Browser
from urllib.parse import urlencode
import pytest
import transaction


@pytest.fixture
def editor(functional):
    browser = Browser(functional["app"])
    browser.handleErrors = False
    browser.addHeader("Authorization", f"Basic {SITE_OWNER_NAME}:{SITE_OWNER_PASSWORD}")
    return browser


@pytest.fixture
def office(functional, make_office):
    made = make_office(id="mitte")
    transaction.commit()
    return made


URL = "http://nohost/plone"
HOURS = "form.widgets.opening_hours"


def send(editor, url, rows, **fields):
    """Send the form with these rows of opening hours."""
    editor.open(url)
    form = {"form.buttons.save": "Save", f"{HOURS}.count": str(len(rows)), **fields}
    for number, (weekday, opens, closes) in enumerate(rows):
        row = f"{HOURS}.{number}.widgets"
        form[f"{row}.weekday:list"] = weekday
        form[f"{row}.opens"] = opens
        form[f"{row}.closes"] = closes
        form[f"{HOURS}.{number}-empty-marker"] = "1"
    token = editor.getControl(name="_authenticator", index=0).value
    hidden = {
        "form.widgets.max_waiting": "50",
        "form.widgets.planned_minutes": "15",
        "form.widgets.exceptions.count": "0",
    }
    data = urlencode({**hidden, **form, "_authenticator": token})
    editor.post(url, data)


def test_an_office_is_added(editor, functional):
    send(
        editor,
        f"{URL}/++add++VirtualOffice",
        [("MO", "08:00", "00:00"), ("--NOVALUE--", "", "")],
        **{"form.widgets.IDublinCore.title": "Mitte"},
    )
    made = functional["portal"]["mitte"]
    assert made.opening_hours == [
        {"weekday": "MO", "opens": time(8), "closes": time(0)}
    ]


@pytest.mark.parametrize(
    "rows, message",
    [
        (
            [("MO", "08:00", "12:00"), ("MO", "11:00", "13:00")],
            "Row 2: these hours overlap with a row above.",
        ),
        ([("MO", "12:00", "08:00")], "Row 1: it must close later than it opens."),
        ([("MO", "08:00", "")], "Please correct the marked cells."),
    ],
)
def test_bad_hours_are_refused_at_the_field(editor, office, rows, message):
    fields = {"form.widgets.IDublinCore.title": "Mitte"}
    send(editor, f"{URL}/mitte/edit", rows, **fields)
    field = editor.contents.split('id="formfield-form-widgets-opening_hours"')[1]
    assert message in field.split('id="formfield-')[0]


def test_rows_without_input_are_dropped_and_the_others_close_up():
    form = {
        "grid.count": "3",
        "grid.0.widgets.title": "",
        "grid.0-empty-marker": "1",
        "grid.1.widgets.title": "Ausweis",
        "grid.1-empty-marker": "1",
        "grid.2.widgets.title": ["--NOVALUE--"],
        "other": "",
    }
    drop_empty_rows(form, "grid")
    assert form == {
        "grid.count": "1",
        "grid.0.widgets.title": "Ausweis",
        "grid.0-empty-marker": "1",
        "other": "",
    }


@pytest.mark.parametrize("count", [None, "", "many", "-1"])
def test_a_form_without_rows_is_left_alone(count):
    form = {"grid.count": count, "grid.0.widgets.title": ""}
    drop_empty_rows(form, "grid")
    assert form == {"grid.count": count, "grid.0.widgets.title": ""}


def test_a_missing_reason_is_told_at_its_field(editor, functional, make_service):
    make_service(id="ausweis", video="complete")
    transaction.commit()
    editor.open(f"{URL}/ausweis/edit")
    editor.getControl(name="form.widgets.IService.video:list").value = ["none"]
    editor.getControl("Save").click()
    field = editor.contents.split('id="formfield-form-widgets-IService-video_note"')[1]
    message = "Please explain what does not work by video."
    assert message in field.split('id="formfield-')[0]
    assert editor.contents.count(message) == 1


@pytest.mark.parametrize(
    "language, words", [("en", "Delete row"), ("de", "Zeile löschen")]
)
def test_the_buttons_of_a_table_speak_the_language_of_the_editor(
    editor, office, language, words
):
    record = api.portal.set_registry_record
    record("plone.available_languages", ["en", "de"])
    record("plone.use_request_negotiation", True)
    office.opening_hours = [{"weekday": "MO", "opens": time(8), "closes": time(9)}]
    transaction.commit()
    editor.addHeader("Accept-Language", language)
    editor.open(f"{URL}/mitte/edit")
    assert f'title="{words}"' in editor.contents
