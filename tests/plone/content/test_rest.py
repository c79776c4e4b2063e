"""Both types through plone.restapi, as an editor's program would."""

from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.restapi.testing import RelativeSession
import pytest


@pytest.fixture
def session(server):
    portal = server["portal"]
    api = RelativeSession(portal.absolute_url())
    api.headers["Accept"] = "application/json"
    api.auth = (SITE_OWNER_NAME, SITE_OWNER_PASSWORD)
    yield api
    api.close()


OFFICE = {
    "@type": "VirtualOffice",
    "title": "Bürgerbüro Mitte",
    "opening_hours": [{"weekday": "MO", "opens": "08:00", "closes": "00:00"}],
    "exceptions": [
        {"day": "2026-12-24", "opens": None, "closes": None, "reason": "Heiligabend"}
    ],
    "holiday_state": "NW",
    "phone": "02000 123-0",
    "languages": ["de", "uk", "gsg"],
}


def test_an_office_comes_back_as_it_was_sent(session):
    created = session.post("/", json=OFFICE)
    assert created.status_code == 201, created.text
    answer = session.get(created.json()["@id"]).json()
    assert answer["opening_hours"] == [
        {"weekday": "MO", "opens": "08:00:00", "closes": "00:00:00"}
    ]
    assert answer["exceptions"] == OFFICE["exceptions"]
    assert answer["holiday_state"]["token"] == "NW"
    assert [each["token"] for each in answer["languages"]] == OFFICE["languages"]
    assert answer["max_waiting"] == 50


def test_what_was_read_can_be_written_back(session):
    created = session.post("/", json=OFFICE).json()
    names = ("opening_hours", "exceptions", "holiday_state", "languages")
    answer = session.patch(created["@id"], json={name: created[name] for name in names})
    assert answer.status_code == 204, answer.text
    again = session.get(created["@id"]).json()
    assert all(again[name] == created[name] for name in names)


@pytest.mark.parametrize(
    "field, value",
    [
        ("opening_hours", [{"weekday": "MO", "opens": "12:00", "closes": "08:00"}]),
        ("opening_hours", [{"weekday": "XX", "opens": "08:00", "closes": "12:00"}]),
        ("opening_hours", [{"weekday": "MO", "opens": None, "closes": "12:00"}]),
        ("opening_hours", [{"weekday": "MO", "opens": "8 Uhr?", "closes": "12:00"}]),
        ("opening_hours", [{"weekday": "MO", "opens": 8, "closes": ["12:00"]}]),
        ("opening_hours", [{"weekday": ["MO"], "opens": "08:00", "closes": "09:00"}]),
        ("opening_hours", ["always"]),
        ("opening_hours", [{}]),
        ("exceptions", [{"day": "2026-13-24"}]),
        ("exceptions", [{"day": 5}]),
        ("exceptions", [{"day": "2026-12-24", "opens": "08:00"}]),
        ("holiday_state", "XX"),
        ("max_waiting", 0),
        ("max_waiting", "many"),
        ("languages", ["klingon"]),
    ],
)
def test_what_does_not_fit_is_refused_at_its_field(session, field, value):
    answer = session.post("/", json={**OFFICE, field: value})
    assert answer.status_code == 400, answer.text
    assert f"'field': '{field}'" in answer.json()["message"]


def test_the_refusal_names_the_row_in_the_language_of_the_reader(session):
    rows = [
        {"weekday": "MO", "opens": "08:00", "closes": "12:00"},
        {"weekday": "MO", "opens": "11:00", "closes": "13:00"},
    ]
    answer = session.post("/", json={**OFFICE, "opening_hours": rows})
    assert "Row 2: these hours overlap with a row above." in answer.json()["message"]


SERVICE = {
    "@type": "Service",
    "title": "Hund anmelden",
    "documents": [
        {"title": "Impfausweis", "note": None, "for_video": True, "form": None}
    ],
    "fees": [{"title": "Anmeldung", "amount": "0.00", "up_to": None, "note": None}],
    "forms": [{"title": "Antrag", "link": "/antrag.pdf", "accessible": "yes"}],
    "legal_bases": [{"title": "Satzung", "link": "resolveuid/4711"}],
    "safe_channels": [
        {"channel": "De-Mail", "address": "stadt@example.org", "good_for": None}
    ],
    "service_keys": ["99050012104000"],
    "synonyms": ["Welpe"],
    "official_name": "Anmeldung zur Hundesteuer",
    "processing_time": "Eine Woche",
    "competent_body": "Steueramt",
    "reviewed_on": "2026-10-05",
    "online_url": "https://example.org/hund",
    "video": "advice",
    "video_note": "Die Hundemarke holen Sie ab.",
    "planned_minutes": 10,
}


def test_a_service_names_its_offices(session):
    office = session.post("/", json=OFFICE).json()
    created = session.post("/", json={**SERVICE, "offices": [office["UID"]]})
    assert created.status_code == 201, created.text
    answer = session.get(created.json()["@id"]).json()
    assert [each["@id"] for each in answer["offices"]] == [office["@id"]]
    chosen = {"@type", "title", "video"}
    for name in SERVICE.keys() - chosen:
        assert answer[name] == SERVICE[name]
    assert answer["video"]["token"] == "advice"


@pytest.mark.parametrize(
    "field, value",
    [
        ("video", "perhaps"),
        ("online_url", "no address"),
        ("online_url", "javascript:alert(1)"),
        ("planned_minutes", 0),
        ("fees", [{"title": "Anmeldung"}]),
        ("fees", [{"title": "Anmeldung", "amount": "1e3"}]),
        ("fees", [{"title": "Anmeldung", "amount": -1}]),
        ("fees", [{"title": "Anmeldung", "amount": "NaN"}]),
        ("fees", [{"title": "Anmeldung", "amount": 2, "up_to": 1}]),
        ("fees", [{"title": "Anmeldung", "up_to": 1, "note": "frei"}]),
        ("documents", [{"title": "Ausweis", "form": "javascript:alert(1)"}]),
        ("forms", [{"title": "Antrag", "link": "//example.org"}]),
        ("forms", [{"title": "Antrag", "accessible": "perhaps"}]),
        ("legal_bases", [{"title": "Satzung", "link": "data:text/html,x"}]),
        ("safe_channels", [{"channel": "De-Mail"}]),
        ("service_keys", ["9.9050012E+13"]),
        ("service_keys", ["123"]),
        ("service_keys", [99050012104000.5]),
        ("trust_level", "some"),
        ("maturity", "5"),
        ("identity", "face"),
        ("replaces_written_form", True),
        ("reviewed_on", "gestern"),
        ("documents", [{"title": ["Impfausweis"]}]),
    ],
)
def test_a_service_refuses_what_does_not_fit(session, field, value):
    answer = session.post("/", json={**SERVICE, field: value})
    assert answer.status_code == 400, answer.text
    assert f"'field': '{field}'" in answer.json()["message"]


def test_only_an_office_can_offer_a_service(session):
    page = session.post("/", json={"@type": "Document", "title": "Page"}).json()
    answer = session.post("/", json={**SERVICE, "offices": [page["UID"]]})
    assert answer.status_code == 400, answer.text


def test_a_key_is_taken_in_any_grouping(session):
    keys = ["99 050 012 104 000"]
    created = session.post("/", json={**SERVICE, "service_keys": keys})
    assert created.json()["service_keys"] == ["99050012104000"]


def test_the_refusal_of_a_key_names_the_reason(session):
    answer = session.post("/", json={**SERVICE, "service_keys": ["9.9050012E+13"]})
    assert "a spreadsheet has shortened this key" in answer.json()["message"]


def test_texts_are_cleaned_when_they_are_shown(session):
    html = "<p onclick='x()'>Frist</p><script>alert(1)</script>"
    created = session.post("/", json={**SERVICE, "deadlines": html}).json()
    assert created["deadlines"]["data"] == "<p>Frist</p>"


@pytest.mark.parametrize("video", ["none", "advice"])
def test_limits_of_video_need_words(session, video):
    answer = session.post("/", json={**SERVICE, "video": video, "video_note": " "})
    assert answer.status_code == 400, answer.text
    assert "explain what does not work by video" in answer.json()["message"]
