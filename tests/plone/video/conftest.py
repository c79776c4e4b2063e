"""A site whose Jitsi server takes tokens, and a browser of its administrator."""

from collections.abc import Callable
from collective.virtualoffice.video import secret
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.testing.zope import Browser
from typing import Any
import pytest
import transaction


SECRET = "never-to-be-seen-in-any-answer-of-the-site"


@pytest.fixture
def configure(functional_portal: Any) -> Callable[..., None]:
    """configure(**settings) writes settings, without their common prefix."""

    def write(**settings: Any) -> None:
        for name, value in settings.items():
            record = f"collective.virtualoffice.{name}"
            api.portal.set_registry_record(record, value)
        transaction.commit()

    return write


@pytest.fixture
def jitsi(configure: Callable[..., None], monkeypatch: pytest.MonkeyPatch) -> None:
    """Tokens for meet.example.org are signed with a shared secret."""
    monkeypatch.delenv(secret.KEY_FILE, raising=False)
    monkeypatch.setenv(secret.KEY, SECRET)
    configure(
        video_system="jitsi",
        jitsi_server="meet.example.org",
        jitsi_app_id="town",
        jitsi_key_id="key-1",
    )


@pytest.fixture
def admin(functional: Any, functional_portal: Any) -> Browser:
    admin = Browser(functional["app"])
    admin.handleErrors = False
    admin.addHeader("Authorization", f"Basic {SITE_OWNER_NAME}:{SITE_OWNER_PASSWORD}")
    return admin


@pytest.fixture
def look(admin: Browser, functional_portal: Any) -> Callable[[str], str]:
    """look(path) answers a page as the administrator gets it."""

    def open_page(path: str) -> str:
        admin.open(f"{functional_portal.absolute_url()}/{path}")
        return admin.contents

    return open_page
