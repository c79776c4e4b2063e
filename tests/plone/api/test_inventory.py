"""`@service-inventory`: which services need care."""

from plone import api
import pytest
import transaction


KEY = "99050012104000"


@pytest.fixture
def editor(office, log_in, make_service):
    """An editor of a site with two services; one has a form that leads nowhere."""
    api.user.create(username="editor", email="e@example.org", password="secret secret")
    api.user.grant_roles(username="editor", roles=["Editor"])
    make_service([office], id="hund", title="Hund", author="Erika Mustermann")
    forms = [{"title": "Antrag", "link": "/weg", "accessible": "no"}]
    make_service(title="Umzug", maturity="3", service_keys=[KEY], forms=forms)
    transaction.commit()
    session = log_in("editor", "secret secret")
    session.base_url = api.portal.get().absolute_url()
    return session


def ask(session, query=""):
    return session.get(f"{session.base_url}/@service-inventory{query}")


def titles(answer):
    return [item["title"] for item in answer.json()["items"]]


def test_all_services_with_their_findings(editor, office):
    answer = ask(editor)
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-store"
    hund, umzug = answer.json()["items"]
    assert (hund["title"], hund["offices"]) == ("Hund", [api.content.get_uuid(office)])
    assert "never_reviewed" in hund["findings"]
    assert umzug["service_keys"] == [KEY]
    assert umzug["dead_links"] == ["/weg"]
    assert {"dead_link", "form_not_accessible"} <= set(umzug["findings"])
    assert answer.json()["counts"]["maturity"]["3"] == 1
    assert answer.json()["items_total"] == 2


def test_nobody_is_named(editor):
    assert "Mustermann" not in ask(editor).text


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?maturity=none-set", ["Hund"]),
        ("?finding=dead_link", ["Umzug"]),
        ("?text=99+050", ["Umzug"]),
        ("?sort=maturity&order=desc", ["Umzug", "Hund"]),
        ("?b_size=1&b_start=1", ["Umzug"]),
    ],
)
def test_filters_order_and_pages(editor, query, found):
    assert titles(ask(editor, query)) == found


def test_pages_are_linked(editor):
    batching = ask(editor, "?b_size=1").json()["batching"]
    assert "b_start=1" in batching["next"]
    assert editor.get(batching["next"]).json()["items"][0]["title"] == "Umzug"


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("?finding=nonsense", "finding"),
        ("?maturity=7", "maturity"),
        ("?b_size=0", "b_size"),
        ("?b_start=x", "b_start"),
        ("?text=a&text=b", "text"),
    ],
)
def test_nonsense_is_refused_by_name(editor, query, field):
    answer = ask(editor, query)
    assert answer.status_code == 400
    assert answer.json()["errors"].keys() == {field}


def test_only_who_may_view_the_inventory_is_answered(editor, anon, clerk):
    for session in (anon, clerk):
        session.base_url = editor.base_url
        assert ask(session).status_code == 401
