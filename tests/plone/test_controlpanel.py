from collective.virtualoffice.controlpanel.panel import SettingsForm
from collective.virtualoffice.settings import read_settings
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
import pytest
import re
import transaction


PANEL = "/@controlpanels/virtualoffice"


@pytest.fixture
def admin(functional):
    from plone.testing.zope import Browser

    admin = Browser(functional["app"])
    admin.handleErrors = False
    admin.addHeader("Authorization", f"Basic {SITE_OWNER_NAME}:{SITE_OWNER_PASSWORD}")
    return admin


@pytest.fixture
def panel(functional_portal, admin):
    admin.open(f"{functional_portal.absolute_url()}/@@virtualoffice-controlpanel")
    return admin


def field(browser, name: str):
    return browser.getControl(name=f"form.widgets.{name}")


def test_an_administrator_saves_settings(panel):
    field(panel, "answer_seconds").value = "90"
    field(panel, "jitsi_server").value = "meet.example.org"
    field(panel, "imprint_url").value = "https://www.example.org/impressum"
    field(panel, "trusted_proxies").value = "10.0.0.0/8\n::1"
    panel.getControl("Save").click()
    transaction.begin()
    assert read_settings().answer_seconds == 90
    assert read_settings().trusted_proxies == ("10.0.0.0/8", "::1")
    assert read_settings().imprint_url == "https://www.example.org/impressum"


@pytest.mark.parametrize(
    "name, value, words",
    [
        ("trusted_proxies", "proxy.example.org", "one IP address or network"),
        ("jitsi_server", "http://meet.example.org", "host name or an https address"),
        ("jitsi_server", "", "Jitsi Meet needs a server"),
        ("jitsi_tenant", "town/hall", "without a slash"),
        ("imprint_url", "javascript:alert(1)", "starts with https:// or http://"),
        ("retention_hours", "0", "a whole number between 1 and 720"),
        ("retention_hours", "721", "a whole number between 1 and 720"),
        ("answer_seconds", "29", "a whole number between 30 and 900"),
    ],
)
def test_a_mistake_is_named_and_nothing_is_saved(panel, name, value, words):
    before = read_settings()
    field(panel, "jitsi_server").value = "meet.example.org"
    field(panel, name).value = value
    panel.getControl("Save").click()
    transaction.begin()
    box = panel.contents.split(f'id="formfield-form-widgets-{name}"')[1]
    assert words in box.split('id="formfield-')[0]
    assert read_settings() == before


def test_jaas_asks_for_what_it_needs_at_the_fields(panel):
    field(panel, "jitsi_service:list").value = ["jaas"]
    panel.getControl("Save").click()
    transaction.begin()
    for name, words in [
        ("jitsi_app_id", "JaaS needs your AppID"),
        ("jitsi_key_id", "name their key"),
        ("jitsi_algorithm", "Choose RS256"),
    ]:
        box = panel.contents.split(f'id="formfield-form-widgets-{name}"')[1]
        assert words in box.split('id="formfield-')[0]
    assert read_settings().jitsi_service == "own"


def mistakes(page: str) -> str:
    """What stands above the form after nothing was saved."""
    return page.split('id="virtualoffice-mistakes"')[1].split("</section>")[0]


def test_above_the_form_stands_which_field_on_which_tab_is_wrong(panel):
    field(panel, "retention_hours").value = "0"
    field(panel, "jitsi_server").value = "meet.example.org"
    panel.getControl("Save").click()
    said = mistakes(panel.contents)
    assert "Nothing is saved yet" in said and said.count("<li>") == 1
    assert 'href="#form-widgets-retention_hours"' in said
    assert "Keep ended visits, in hours" in said and 'tab "Protection"' in said
    assert "a whole number between 1 and 720" in said
    assert "There were some errors" not in panel.contents


def test_what_does_not_fit_together_stands_there_too(panel):
    field(panel, "jitsi_service:list").value = ["jaas"]
    panel.getControl("Save").click()
    said = mistakes(panel.contents)
    assert said.count("<li>") == 3
    assert said.count('tab "Who may enter (tokens)"') == 3


def test_what_belongs_to_no_field_is_said_in_general(portal):
    form = SettingsForm(portal, portal.REQUEST)
    form.update()
    assert "errors" in form.formErrorsMessage


def test_a_panel_without_a_mistake_names_none(panel):
    assert "virtualoffice-mistakes" not in panel.contents


def test_the_rest_api_names_what_jaas_lacks(manager_request):
    answer = manager_request.patch(PANEL, json={"jitsi_service": "jaas"})
    transaction.begin()
    assert answer.status_code == 400
    for name in ("jitsi_app_id", "jitsi_key_id", "jitsi_algorithm"):
        assert name in answer.text
    assert read_settings().jitsi_service == "own"


def test_the_tab_that_connects_the_video_server_comes_first(panel):
    tabs = re.findall(r"<legend[^>]*>([^<]*)</legend>", panel.contents)
    assert tabs == [
        "Video connection",
        "Who may enter (tokens)",
        "Times of a call",
        "Protection",
    ]


def test_over_rest_the_fieldsets_are_the_same(manager_request):
    sets = manager_request.get(PANEL).json()["schema"]["fieldsets"]
    filled = [each["title"] for each in sets if each["fields"]]
    assert filled[0] == "Video connection" and len(filled) == 4


def test_only_who_may_manage_settings_sees_the_panel(portal):
    from AccessControl import Unauthorized

    with api.env.adopt_roles(["Editor", "Reviewer"]), pytest.raises(Unauthorized):
        portal.restrictedTraverse("@@virtualoffice-controlpanel")


def test_the_panel_is_listed_among_the_add_ons(portal):
    with api.env.adopt_roles(["Manager"]):
        configlets = portal.portal_controlpanel.enumConfiglets("Products")
    (ours,) = [each for each in configlets if each["id"] == "virtualoffice"]
    assert ours["url"].endswith("/@@virtualoffice-controlpanel")


def test_the_rest_api_reads_and_writes_the_same_settings(manager_request):
    answer = manager_request.get(PANEL)
    assert answer.status_code == 200
    assert answer.json()["data"]["retention_hours"] == 24
    changed = manager_request.patch(PANEL, json={"retention_hours": 48})
    assert changed.status_code == 204
    transaction.begin()
    assert read_settings().retention_hours == 48


def test_the_rest_api_names_a_bad_field(manager_request):
    answer = manager_request.patch(PANEL, json={"trusted_proxies": ["nonsense"]})
    assert answer.status_code == 400
    assert "trusted_proxies" in answer.text


@pytest.mark.parametrize("name", ["retention_hours", "answer_seconds"])
def test_the_rest_api_names_the_range(manager_request, name):
    answer = manager_request.patch(PANEL, json={name: 0})
    assert answer.status_code == 400
    assert "a whole number between" in answer.text


def test_the_rest_api_refuses_jitsi_without_a_server(manager_request):
    before = read_settings()
    answer = manager_request.patch(PANEL, json={"video_system": "jitsi"})
    transaction.begin()
    assert answer.status_code == 400
    assert "jitsi_server" in answer.text and "needs a server" in answer.text
    assert read_settings() == before
    server = {"video_system": "jitsi", "jitsi_server": "meet.example.org"}
    assert manager_request.patch(PANEL, json=server).status_code == 204


def test_the_demonstration_room_needs_no_server(panel):
    field(panel, "video_system:list").value = ["demonstration"]
    panel.getControl("Save").click()
    transaction.begin()
    assert read_settings().video_system == "demonstration"


def test_no_secret_is_among_the_settings(manager_request):
    names = manager_request.get(PANEL).json()["data"]
    secretive = {name for name in names if "key" in name or "secret" in name}
    assert secretive == {"jitsi_key_id"}, "the name of a key, not the key"


def test_the_rest_api_hides_the_settings_from_the_public(anon_request):
    assert anon_request.get(PANEL).status_code == 401


def test_uninstalling_removes_the_settings_and_their_panel(portal, installer):
    installer.uninstall_product("collective.virtualoffice")
    records = portal.portal_registry.records
    assert not [
        name for name in records if name.startswith("collective.virtualoffice.")
    ]
    with api.env.adopt_roles(["Manager"]):
        configlets = portal.portal_controlpanel.enumConfiglets("Products")
    assert "virtualoffice" not in [each["id"] for each in configlets]
