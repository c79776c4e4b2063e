"""Pages become services without losing anything, and services become pages again."""

from collective.virtualoffice.content.service import IService
from collective.virtualoffice.content.service import Service
from collective.virtualoffice.content.service.converting import convert
from collective.virtualoffice.content.service.obstacles import obstacle
from datetime import datetime
from datetime import UTC
from plone import api
from plone.app.contenttypes.content import Document
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.app.testing import TEST_USER_ID
from plone.app.textfield.value import RichTextValue
from plone.testing.zope import Browser
from plone.uuid.interfaces import IUUID
from urllib.parse import urlencode
from z3c.relationfield import RelationValue
from zc.relation.interfaces import ICatalog
from zope.component import getUtility
from zope.intid.interfaces import IIntIds
import json
import pytest
import re
import transaction


URL = "http://nohost/plone/rathaus"


@pytest.fixture
def folder(functional_portal):
    with api.env.adopt_roles(["Manager"]):
        made = api.content.create(functional_portal, "Folder", "rathaus")
    transaction.commit()
    return made


@pytest.fixture
def make_page(folder):
    """make_page(id, **fields) answers a published page in the folder."""

    def make(name, portal_type="Document", **fields):
        with api.env.adopt_roles(["Manager"]):
            page = api.content.create(
                folder, portal_type, name, **{"title": "Hund anmelden", **fields}
            )
            api.content.transition(page, "publish")
        transaction.commit()
        return page

    return make


@pytest.fixture
def editor(functional):
    browser = Browser(functional["app"])
    browser.handleErrors = False
    browser.addHeader("Authorization", f"Basic {SITE_OWNER_NAME}:{SITE_OWNER_PASSWORD}")
    return browser


def relation_to(item):
    return RelationValue(getUtility(IIntIds).getId(item))


def facts(page):
    """What has to be the same before and after."""
    return {
        "uid": IUUID(page),
        "intid": getUtility(IIntIds).getId(page),
        "state": api.content.get_state(page),
        "history": page.workflow_history,
        "dates": (page.CreationDate(), page.EffectiveDate(), page.ExpirationDate()),
        "text": page.text.raw,
        "words": (page.title, page.description, page.subject, page.creators),
        "roles": dict(page.get_local_roles()),
        "related": [each.to_object.getId() for each in page.relatedItems],
        "place": page.aq_parent.getObjectPosition(page.getId()),
    }


def test_a_page_that_becomes_a_service_keeps_all_of_itself(folder, make_page):
    make_page("zuvor")
    other = make_page("verwandt")
    page = make_page(
        "hund",
        description="Hunde",
        subject=("Tiere",),
        text=RichTextValue("<p>Steuer</p>", "text/html", "text/x-html-safe"),
        relatedItems=[relation_to(other)],
        effective=datetime(2025, 5, 4, tzinfo=UTC),
        layout="document_view",
    )
    make_page("danach")
    page.manage_setLocalRoles(TEST_USER_ID, ["Reviewer"])
    other.relatedItems = [relation_to(page)]
    transaction.commit()
    before, modified = facts(page), page.modified()
    with api.env.adopt_roles(["Manager"]):
        service = convert(page, "Service")
    transaction.commit()
    assert facts(service) == before
    assert service.modified() == modified
    assert isinstance(service, Service) and IService.providedBy(service)
    assert folder["hund"].getLayout() == "service-view"


def test_whoever_loads_it_first_gets_the_service(folder, make_page):
    other = make_page("verwandt")
    page = make_page("hund", relatedItems=[relation_to(other)])
    with api.env.adopt_roles(["Manager"]):
        convert(page, "Service")
    transaction.commit()
    catalog = getUtility(ICatalog)
    to = getUtility(IIntIds).getId(other)
    folder._p_jar.cacheMinimize()
    (relation,) = catalog.findRelations({"to_id": to})
    assert isinstance(relation.from_object, Service)


def test_a_service_can_hold_files_from_then_on(make_page):
    with api.env.adopt_roles(["Manager"]):
        service = convert(make_page("hund"), "Service")
        made = api.content.create(service, "File", "antrag", title="Antrag")
    assert service.objectIds() == [made.getId()]


def test_the_catalogue_knows_it_as_a_service(make_page):
    with api.env.adopt_roles(["Manager"]):
        page = convert(make_page("hund"), "Service")
        (found,) = api.content.find(object_provides=IService, UID=IUUID(page))
        assert found.portal_type == "Service"
        assert not api.content.find(portal_type="Document", UID=IUUID(page))


def test_a_service_without_more_becomes_a_page_again(make_page):
    page = make_page("hund")
    uid = IUUID(page)
    with api.env.adopt_roles(["Manager"]):
        service = convert(page, "Service")
        assert obstacle(service, "Document") is None
        again = convert(service, "Document")
    transaction.commit()
    assert isinstance(again, Document) and IUUID(again) == uid
    assert again.getLayout() == "document_view"


@pytest.mark.parametrize(
    "fields, reason",
    [
        ({"official_name": "Hundesteuer"}, "convert_fields"),
        ({"fees": [{"title": "Steuer"}]}, "convert_fields"),
    ],
)
def test_a_service_that_says_more_stays_one(make_page, fields, reason):
    service = make_page("hund", "Service", **fields)
    with api.env.adopt_roles(["Manager"]):
        assert obstacle(service, "Document") == reason


def test_a_service_that_holds_something_stays_one(make_page):
    service = make_page("hund", "Service")
    with api.env.adopt_roles(["Manager"]):
        api.content.create(service, "File", "antrag")
        assert obstacle(service, "Document") == "convert_holds"


def test_only_pages_become_services(make_page):
    with api.env.adopt_roles(["Manager"]):
        assert obstacle(make_page("n", "News Item"), "Service") == "convert_no_page"


def test_nobody_converts_what_they_may_not_change(make_page):
    page = make_page("hund")
    with api.env.adopt_roles(["Contributor"]):
        assert obstacle(page, "Service") == "convert_forbidden"


def test_where_no_service_may_be_added_none_comes_by_conversion(make_page):
    page = make_page("hund")
    with api.env.adopt_roles(["Owner", "Manager"]):
        portal = api.portal.get()
        portal.manage_permission("collective.virtualoffice: Add Service", [], 0)
        assert obstacle(page, "Service") == "convert_not_addable"


def test_a_state_that_services_do_not_know_is_no_state_to_come_with(make_page):
    page = make_page("hund")
    tool = api.portal.get_tool("portal_workflow")
    others = set(tool.objectIds()) - set(tool.getChainFor("Document"))
    tool.setChainForPortalTypes(["Service"], (min(others),))
    with api.env.adopt_roles(["Manager"]):
        assert obstacle(page, "Service") == "convert_state"


def test_filled_fields_that_a_service_lacks_keep_the_page_a_page(make_page):
    fti = api.portal.get_tool("portal_types")["Document"]
    fti.behaviors = (*fti.behaviors, "plone.leadimage")
    page = make_page("hund", image_caption="Ein Hund")
    with api.env.adopt_roles(["Manager"]):
        why = obstacle(page, "Service")
        assert why == "convert_fields" and why.mapping["fields"] == "Lead Image Caption"
    fti.behaviors = fti.behaviors[:-1]


def test_the_page_lists_what_happens_and_then_does_it(editor, folder, make_page):
    make_page("hund")
    make_page("katze", title="Katze melden")
    editor.open(f"{URL}/@@make-services")
    editor.getControl("Katze melden").selected = True
    editor.getControl("Show what would happen").click()
    assert "These are converted" in editor.contents
    assert "These stay as they are" not in editor.contents
    assert folder["katze"].portal_type == "Document"
    editor.getControl("Convert").click()
    transaction.begin()
    assert folder["katze"].portal_type == "Service"
    assert folder["hund"].portal_type == "Document"


def test_the_page_says_what_stays_and_why(editor, make_page):
    uid = IUUID(make_page("n", "News Item", title="Neues vom Hund"))
    editor.open(f"{URL}/@@make-services?uids={uid}")
    assert "Neues vom Hund" in editor.contents
    assert "Only pages can become services." in editor.contents
    assert 'name="convert"' not in editor.contents


def test_no_other_site_makes_an_editor_convert(editor, folder, make_page):
    editor.raiseHttpErrors = editor.handleErrors = False
    uid = IUUID(make_page("hund"))
    form = urlencode({"uids:list": uid, "convert": "yes"})
    with pytest.raises(Exception, match="authenticator"):
        editor.post(f"{URL}/@@make-services", form)
    editor.open(f"{URL}/@@make-services?{form}")
    transaction.begin()
    assert folder["hund"].portal_type == "Document"


def test_the_folder_contents_offer_it_and_do_it(editor, folder, make_page):
    page, news = make_page("hund"), make_page("n", "News Item", title="Neues")
    editor.open(f"{URL}/folder_contents")
    assert "@@fc-make-services" in editor.contents
    token = re.search(r'name="_authenticator" value="(\w+)"', editor.contents)[1]
    selection = json.dumps([IUUID(page), IUUID(news)])
    preview = urlencode({"render": "yes", "selection": selection})
    editor.open(f"{URL}/@@fc-make-services?{preview}")
    assert "Hund anmelden" in json.loads(editor.contents)["html"]
    form = {"selection": selection, "folder": "/rathaus", "_authenticator": token}
    editor.post(f"{URL}/@@fc-make-services", urlencode(form))
    answer = json.loads(editor.contents)
    assert answer["status"] == "warning"
    assert "Only pages can become services." in answer["msg"]
    transaction.begin()
    assert folder["hund"].portal_type == "Service"


def test_who_may_not_add_services_is_not_offered_it(functional, folder):
    with api.env.adopt_roles(["Manager"]):
        folder.manage_permission("collective.virtualoffice: Add Service", [], 0)
    transaction.commit()
    browser = Browser(functional["app"])
    browser.addHeader("Authorization", f"Basic {SITE_OWNER_NAME}:{SITE_OWNER_PASSWORD}")
    browser.open(f"{URL}/folder_contents")
    assert "fc-make-services" not in browser.contents
