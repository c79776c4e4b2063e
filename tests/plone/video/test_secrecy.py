"""The key under which tokens are signed is told to nobody."""

from .conftest import SECRET
from base64 import b64encode
from collective.virtualoffice.logs import mask_at_start
from collective.virtualoffice.video import find_video
from collective.virtualoffice.video import Seat
from collective.virtualoffice.video import secret
from collective.virtualoffice.video import tokens
from collective.virtualoffice.video import video_trouble
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from io import BytesIO
from plone import api
from traceback import format_exception
from urllib.parse import quote
import logging
import pytest
import tarfile


FORMS = (SECRET, b64encode(SECRET.encode()).decode().rstrip("="), quote(SECRET))
PAGES = ("@@virtualoffice-controlpanel", "@@virtualoffice-check", "@@staff")
SERVICES = (
    "/@controlpanels/virtualoffice",
    "/@registry?b_size=5000",
    "/@@virtualoffice-health",
)


def is_told(text: str) -> bool:
    return any(form in text for form in FORMS)


def seat() -> Seat:
    until = datetime.now(UTC) + timedelta(hours=1)
    return Seat("abc", "id", "Erika Mustermann", False, "", until, "de")


@pytest.fixture
def masked():
    """Logs as they are in a process that was started."""
    made = logging.getLogRecordFactory()
    mask_at_start(None)
    yield
    logging.setLogRecordFactory(made)


def test_it_would_be_seen():
    assert is_told(f"signed with {SECRET}")


@pytest.mark.parametrize("path", PAGES)
def test_no_page_shows_it(jitsi, admin, look, path):
    assert "<main" in look(path)
    assert not is_told(admin.contents + str(admin.headers))


@pytest.mark.parametrize("path", SERVICES)
def test_no_service_answers_it(jitsi, manager_request, path):
    answer = manager_request.get(path)
    assert answer.json()
    assert not is_told(answer.text + str(answer.headers))


def test_an_exported_registry_does_not_hold_it(jitsi, functional_portal):
    with api.env.adopt_roles(["Manager"]):
        done = functional_portal.portal_setup.runExportStep("plone.app.registry")
    with tarfile.open(fileobj=BytesIO(done["tarball"])) as archive:
        files = [archive.extractfile(each).read().decode() for each in archive]
    assert any("collective.virtualoffice.jitsi_app_id" in each for each in files)
    assert not any(map(is_told, files))


def test_a_failure_while_signing_does_not_tell_it(jitsi, monkeypatch):
    def broken(claims, key, *more):
        raise RuntimeError("cannot sign")

    monkeypatch.setattr(tokens.jwt, "encode", broken)
    with pytest.raises(RuntimeError) as caught:
        find_video(seat())
    assert not is_told("".join(format_exception(caught.value)))


def test_logs_hold_neither_key_nor_token(jitsi, caplog, monkeypatch, masked):
    with caplog.at_level(logging.DEBUG):
        token = find_video(seat()).jwt
        logging.getLogger("somebody").error("at /room?jwt=%s", token)
        monkeypatch.setenv(secret.KEY, SECRET[:20])
        assert video_trouble() == "key_short"
    assert not is_told(caplog.text)
    assert SECRET[:20] not in caplog.text
    assert token not in caplog.text
