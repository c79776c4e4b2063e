"""An administrator sets the video server in the control panel, in a browser."""

from access import violations
from base64 import b64encode
from collections.abc import Callable
from playwright.sync_api import BrowserContext
from playwright.sync_api import expect
from playwright.sync_api import Locator
from playwright.sync_api import Page
from town import ADMIN
from town import Town
import pytest


TOKENS = "Wer hineindarf (Tokens)"


@pytest.fixture
def panel(town: Town, person: Callable[..., BrowserContext]) -> Page:
    login = b64encode(":".join(ADMIN).encode()).decode()
    page = person("de-DE").new_page()
    page.set_extra_http_headers({"authorization": f"Basic {login}"})
    page.goto(town.path("@@virtualoffice-controlpanel"))
    return page


def tab(page: Page, name: str) -> Locator:
    return page.locator(".autotoc-nav").get_by_role("link", name=name)


def field(page: Page, name: str) -> Locator:
    return page.locator(f"#form-widgets-{name}")


def save(page: Page) -> None:
    page.get_by_role("button", name="Sichern").click()


def test_one_begins_with_the_video_server_and_stays_where_one_saved(
    panel: Page,
) -> None:
    expect(field(panel, "jitsi_server")).to_be_visible()
    tab(panel, "Zeiten").click()
    save(panel)
    expect(panel.get_by_text("Änderungen wurden gespeichert")).to_be_visible()
    expect(field(panel, "answer_seconds")).to_be_visible()
    expect(field(panel, "jitsi_server")).to_be_hidden()


def test_the_tab_with_the_mistake_opens_and_each_is_one_click_away(
    panel: Page,
) -> None:
    field(panel, "jitsi_service").select_option("jaas")
    field(panel, "video_system").select_option("jitsi")
    tab(panel, "Schutz").click()
    field(panel, "retention_hours").fill("0")
    save(panel)
    mistakes = panel.get_by_role("alert")
    expect(mistakes).to_contain_text(f"Reiter „{TOKENS}“")
    expect(field(panel, "jitsi_app_id")).to_be_visible()
    mistakes.get_by_role("link", name="Beendete Besuche").click()
    expect(field(panel, "retention_hours")).to_be_focused()


def test_no_barriers_in_the_panel_nor_among_its_mistakes(panel: Page) -> None:
    found = barriers(panel)
    field(panel, "jitsi_service").select_option("jaas")
    field(panel, "video_system").select_option("jitsi")
    save(panel)
    expect(panel.get_by_role("alert")).to_contain_text(TOKENS)
    found += barriers(panel)
    assert found == []


def barriers(panel: Page) -> list[str]:
    """Plone gives the tabs that it makes of fieldsets no name beside its own menu."""
    tabs = "landmark-unique"
    return [each for each in violations(panel) if not each.startswith(tabs)]
