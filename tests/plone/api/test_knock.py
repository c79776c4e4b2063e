"""`POST @visits`: knocking, well and badly."""

from plone import api
from secrets import token_urlsafe
import pytest
import transaction


ERIKA = {"name": "Erika Mustermann", "privacy_noted": True}


def test_a_knock_makes_a_visit_with_its_private_link(anon, office, desk):
    answer = anon.post("/@visits", json=ERIKA)
    visit = answer.json()
    assert answer.status_code == 201
    assert answer.headers["Cache-Control"] == "no-store"
    url = office.absolute_url()
    assert answer.headers["Location"] == f"{url}/@visits/{visit['token']}"
    assert visit["links"] == {"page": f"{url}/@@visit/{visit['token']}"}
    assert visit["token"].startswith(f"{visit['id']}.")
    assert "Set-Cookie" not in answer.headers


def test_the_visit_waits_at_its_place(desk, knock):
    knock()
    visit = knock(note="Zwei\nZeilen", spoken_languages=["uk", "de"])
    assert (visit["state"], visit["position"], visit["ahead"]) == ("waiting", 2, 1)
    assert visit["wait"].keys() == {"low", "high", "rough"}
    for nothing in ("respond_by", "service", "outcome", "reason"):
        assert visit[nothing] is None
    assert (visit["messages"], visit["next"], visit["absent"]) == ([], [], False)
    assert (visit["presence_after"], visit["extensions_left"]) == (25, 10)
    assert visit["arrived_at"] <= visit["now"]


def test_the_same_knock_finds_the_same_visit(anon, desk):
    key = {"Idempotency-Key": token_urlsafe(16)}
    first = anon.post("/@visits", json=ERIKA, headers=key)
    again = anon.post("/@visits", json=ERIKA, headers=key)
    assert (first.status_code, again.status_code) == (201, 200)
    assert first.json()["token"] == again.json()["token"]
    assert anon.get("/@board").json()["total"] == 1


def test_a_repeated_knock_is_found_at_a_door_closed_meanwhile(anon, clerk, desk):
    key = {"Idempotency-Key": token_urlsafe(16)}
    first = anon.post("/@visits", json=ERIKA, headers=key)
    clerk.post("/@admission", json={"suspended": True})
    again = anon.post("/@visits", json=ERIKA, headers=key)
    assert again.status_code == 200
    assert again.json()["id"] == first.json()["id"]


@pytest.mark.parametrize("key", ["short", "ä" * 30, "x" * 500, "with space " * 3])
def test_a_key_that_can_be_guessed_is_refused(anon, desk, key):
    headers = {"Idempotency-Key": key.encode()}
    answer = anon.post("/@visits", json=ERIKA, headers=headers)
    assert answer.status_code == 400
    assert answer.json()["errors"].keys() == {"Idempotency-Key"}


def test_a_service_of_the_office_can_be_named(site, office, desk, knock, make_service):
    service = make_service(offices=[office], title="Hund anmelden", planned_minutes=7)
    transaction.commit()
    uid = api.content.get_uuid(service)
    assert knock(service=uid)["service"] == {"uid": uid, "title": "Hund anmelden"}


def test_a_service_not_fit_for_video_cannot(anon, office, desk, make_service):
    service = make_service(offices=[office], video="none", video_note="Unterschrift")
    transaction.commit()
    said = {**ERIKA, "service": api.content.get_uuid(service)}
    answer = anon.post("/@visits", json=said)
    assert answer.status_code == 400
    assert answer.json()["errors"].keys() == {"service"}


@pytest.mark.parametrize(
    "field, value",
    [
        ("name", None),
        ("name", ""),
        ("name", " \t "),
        ("name", "\u0000"),
        ("name", "x" * 101),
        ("name", 5),
        ("name", ["Erika"]),
        ("service", "no such service"),
        ("service", 5),
        ("service", {"UID": "x"}),
        ("note", "x" * 501),
        ("note", 5),
        ("page_language", "x" * 50),
        ("page_language", 5),
        ("page_language", {}),
        ("page_language", "<script>"),
        ("spoken_languages", "de"),
        ("spoken_languages", ["de"] * 6),
        ("spoken_languages", [5]),
        ("spoken_languages", {}),
        ("spoken_languages", ["\ud800"]),
        ("privacy_noted", False),
        ("privacy_noted", None),
        ("privacy_noted", "true"),
        ("privacy_noted", 1),
    ],
)
def test_what_is_wrong_is_named_by_field(anon, desk, field, value):
    answer = anon.post("/@visits", json={**ERIKA, field: value})
    assert answer.status_code == 400
    refusal = answer.json()
    assert refusal["type"] == "Invalid"
    assert refusal["message"] == "Please check what you entered."
    assert refusal["errors"].keys() == {field}
    assert anon.get("/@board").json()["total"] == 0


def test_every_wrong_field_is_named_at_once(anon, desk):
    answer = anon.post("/@visits", json={"note": 5})
    assert answer.json()["errors"].keys() == {"name", "note", "privacy_noted"}


def test_refusals_speak_the_readers_language(anon, desk):
    answer = anon.post("/@visits", json={}, headers={"Accept-Language": "de-DE,de"})
    assert answer.json()["message"] == "Bitte prüfen Sie Ihre Angaben."
    assert answer.json()["errors"]["name"] == "Diese Angabe fehlt."


@pytest.mark.parametrize(
    "body",
    [
        b"{",
        b"[]",
        b'"text"',
        b"5",
        b"null",
        b"NaN",
        b'{"name": NaN}',
        b"\xff\xfe\xff",
        b'{"name": "\xff"}',
        b'{"name": "a\x00b"}',
        b"\x00\x00\x00",
        b"[" * 30_000,
        b'{"a":' * 9_000,
        b'{"name": ' + b"9" * 5_000 + b"}",
    ],
)
def test_what_is_no_json_object_is_refused(anon, desk, body):
    headers = {"Content-Type": "application/json"}
    answer = anon.post("/@visits", data=body, headers=headers)
    assert answer.status_code == 400
    assert {"type", "message", "now"} <= answer.json().keys()


@pytest.mark.parametrize(
    "content_type",
    [None, "text/plain", "application/x-www-form-urlencoded", "application/jsonx"],
)
def test_what_a_foreign_form_could_send_is_refused(anon, desk, content_type):
    headers = {"Content-Type": content_type} if content_type else {}
    answer = anon.post("/@visits", data=b'{"name": "x"}', headers=headers)
    assert answer.status_code == 415
    assert answer.json()["type"] == "NotJson"


def test_a_form_with_files_is_refused(anon, desk):
    answer = anon.post("/@visits", files={"name": ("a.txt", b"x" * 100)})
    assert answer.status_code == 415


def test_too_much_is_refused(anon, desk):
    answer = anon.post("/@visits", json={**ERIKA, "note": "x" * 70_000})
    assert answer.status_code == 413
    assert answer.json()["type"] == "TooLarge"


@pytest.mark.parametrize(
    "language, words",
    [
        ("en", "Nobody is there just now."),
        ("de", "Gerade ist niemand da."),
    ],
)
def test_a_door_that_is_not_open_says_why(anon, language, words):
    headers = {"Accept-Language": language}
    answer = anon.post("/@visits", json=ERIKA, headers=headers)
    refusal = answer.json()
    assert answer.status_code == 409
    assert (refusal["type"], refusal["status"]) == ("DoorClosed", "unstaffed")
    assert refusal["message"] == words


def test_an_address_may_not_knock_without_end(anon, desk):
    limit = "collective.virtualoffice.knocks_per_address"
    api.portal.set_registry_record(limit, 2)
    transaction.commit()
    statuses = [anon.post("/@visits", json=ERIKA).status_code for _ in range(2)]
    refused = anon.post("/@visits", json=ERIKA)
    assert (statuses, refused.status_code) == ([201, 201], 429)
    assert refused.json()["type"] == "TooManyKnocks"
    assert 0 < int(refused.headers["Retry-After"]) <= 600


def test_a_limit_counts_nothing_behind_an_unknown_proxy(anon, desk):
    limit = "collective.virtualoffice.knocks_per_address"
    api.portal.set_registry_record(limit, 1)
    transaction.commit()
    headers = {"X-Forwarded-For": "192.0.2.1"}
    found = [anon.post("/@visits", json=ERIKA, headers=headers) for _ in range(3)]
    assert [answer.status_code for answer in found] == [201, 201, 201]


def test_a_private_office_answers_nobody(anon, office):
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(office, "retract")
    transaction.commit()
    assert anon.post("/@visits", json=ERIKA).status_code == 401
    assert anon.get("/@door").status_code == 401
