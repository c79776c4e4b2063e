"""What the catalogue knows of the care that services need."""

from AccessControl.SpecialUsers import nobody
from collective.virtualoffice.catalogue.inventory import read_inventory
from collective.virtualoffice.domain.services.care import Finding
from DateTime import DateTime
from datetime import date
from plone import api
from plone.app.textfield.value import RichTextValue
from Products.ZCatalog.Catalog import Catalog
from ZODB.Connection import Connection
import pytest
import transaction


TODAY = date(2026, 11, 22)
KEY = "99050012104000"
TARGET = "satzung"


def entries():
    return {entry.title: entry for entry in read_inventory(TODAY).entries}


def findings(title="Wohnsitz anmelden"):
    return set(entries()[title].findings)


@pytest.fixture
def make_page():
    """make_page(id) answers a public page of the site."""

    def make(id=TARGET):
        with api.env.adopt_roles(["Manager"]):
            page = api.content.create(api.portal.get(), "Document", id=id, title=id)
            api.content.transition(page, "publish")
        return page

    return make


def html(text):
    return RichTextValue(text, "text/html", "text/x-html-safe")


def test_a_new_service_needs_everything(portal, make_service):
    make_service(video=None)
    assert findings() == {
        Finding.MISSING_TEXT,
        Finding.MISSING_KEY,
        Finding.NEVER_REVIEWED,
        Finding.VIDEO_UNSET,
        Finding.MATURITY_UNSET,
    }


def test_what_an_editor_adds_is_noticed_when_it_is_saved(portal, make_service):
    service = make_service(service_keys=[KEY], video="complete", maturity="2")
    assert findings() == {Finding.MISSING_TEXT, Finding.NEVER_REVIEWED}
    service.text = html("<p>Kommen Sie vorbei.</p>")
    service.reviewed_on = date(2025, 1, 1)
    service.reindexObject()
    assert findings() == {Finding.MISSING_TEXT, Finding.REVIEW_OLD}
    assert "text" not in entries()["Wohnsitz anmelden"].facts["missing"]


def test_two_services_with_one_key_are_both_found(portal, make_service):
    make_service(title="Hund", service_keys=[KEY])
    make_service(title="Katze", service_keys=[KEY])
    assert Finding.DOUBLED_KEY in findings("Hund") & findings("Katze")
    assert entries()["Hund"].doubled == (KEY,)


@pytest.mark.parametrize("way", ("uid", "path"))
def test_a_link_dies_with_its_target(portal, make_service, make_page, way):
    page = make_page()
    uid = api.content.get_uuid(page)
    link = f"/{TARGET}" if way == "path" else f"resolveuid/{uid}"
    make_service(legal_bases=[{"title": "Satzung", "link": link}])
    assert Finding.DEAD_LINK not in findings()
    with api.env.adopt_roles(["Manager"]):
        api.content.delete(page, check_linkintegrity=False)
    assert Finding.DEAD_LINK in findings()
    assert entries()["Wohnsitz anmelden"].dead in ((f"/{TARGET}",), (uid,))


def test_a_link_in_a_text_is_looked_at(portal, make_service):
    make_service(hints=html('<p><a href="/nirgends/@@view#oben">dort</a></p>'))
    assert entries()["Wohnsitz anmelden"].dead == ("/nirgends",)


def test_a_link_to_a_view_of_the_site_is_not_dead(portal, make_service):
    make_service(legal_bases=[{"title": "Kontakt", "link": "/contact-info"}])
    assert Finding.DEAD_LINK not in findings()


def test_a_link_to_what_moved_is_not_dead(functional_portal, make_service, make_page):
    page = make_page()
    transaction.commit()
    make_service(legal_bases=[{"title": "Satzung", "link": f"/{TARGET}"}])
    with api.env.adopt_roles(["Manager"]):
        api.content.rename(page, "neu")
    assert Finding.DEAD_LINK not in findings()


def test_a_hidden_target_is_not_dead(portal, make_service, make_page):
    page = make_page()
    make_service(legal_bases=[{"title": "Satzung", "link": f"/{TARGET}"}])
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(page, "retract")
    assert Finding.DEAD_LINK not in findings()


def test_offices_are_known_by_title(portal, make_office, make_service):
    make_service([make_office(title="Mitte")])
    inventory = read_inventory(TODAY)
    assert inventory.office_names(inventory.entries[0]) == ["Mitte"]


def test_nobody_learns_of_what_they_may_not_view(portal, make_office, make_service):
    service = make_service([make_office(title="Mitte")])
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(service, "retract")
    with api.env.adopt_user(user=nobody):
        assert read_inventory(TODAY).entries == ()


def test_an_expired_service_is_in_the_inventory(portal, make_service):
    make_service(expires=DateTime("2020-01-01"))
    with api.env.adopt_user(user=nobody):
        assert set(entries()) == {"Wohnsitz anmelden"}


def test_a_service_indexed_before_is_read(portal, make_service, monkeypatch):
    make_service(video="advice", video_note="Vor Ort")
    catalog = api.portal.get_tool("portal_catalog")
    catalog.delColumn("virtualoffice_care")
    catalog.addColumn("virtualoffice_care")
    assert entries()["Wohnsitz anmelden"].facts["video"] == "advice"


def test_many_services_need_two_questions_and_wake_none(
    functional_portal, make_office, make_service, make_page, monkeypatch
):
    office, page = make_office(), make_page()
    link = f"resolveuid/{api.content.get_uuid(page)}"
    for number in range(12):
        make_service(
            [office],
            title=f"Dienst {number}",
            legal_bases=[{"title": "Satzung", "link": link}],
        )
    transaction.commit()
    functional_portal._p_jar.cacheMinimize()
    asked, woken = [], []
    search, wake = Catalog.search, Connection.setstate

    def count(self, *args, **kwargs):
        asked.append(args)
        return search(self, *args, **kwargs)

    def note(self, thing):
        woken.append(type(thing).__name__)
        return wake(self, thing)

    monkeypatch.setattr(Catalog, "search", count)
    monkeypatch.setattr(Connection, "setstate", note)
    inventory = read_inventory(TODAY)
    assert [inventory.url(entry) for entry in inventory.entries]
    assert (len(inventory.entries), len(asked)) == (12, 2)
    assert "Catalog" in woken
    assert {"Service", "VirtualOffice", "Document"}.isdisjoint(woken)
