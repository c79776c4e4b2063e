from collective.virtualoffice.logs import MASK
from collective.virtualoffice.logs import mask_at_start
from hypothesis import example
from hypothesis import given
from hypothesis import settings
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from Products.SiteErrorLog.SiteErrorLog import temp_logs
from untrusted import latin
import logging
import pytest
import sys


SECRET = "x" * 43
NAME = "Erika\nMustermann"
TOKEN = f"a1b2c3.{SECRET}"


@pytest.fixture
def raised(portal):
    """raised(url, **form) fails in a request and answers the entry it left."""

    def fail(url: str, **form: str) -> dict:
        request = portal.REQUEST
        request["URL"] = url
        request.form.update(form)
        try:
            raise RuntimeError(f"No visit {TOKEN}")
        except RuntimeError:
            portal.error_log.raising(sys.exc_info())
        return portal.error_log._getLog()[-1]

    yield fail
    temp_logs.clear()


def test_whatever_host_was_asked_a_citizens_request_is_not_kept(raised):
    @settings(max_examples=60, deadline=None)
    @given(latin.filter(lambda host: "/" not in host))
    @example("[")
    @example("town.example.org:x")
    def is_clean(host):
        entry = raised(f"http://{host}/amt/@@knock", name="Erika Mustermann")
        assert "Mustermann" not in str(entry)

    is_clean()


@pytest.mark.parametrize(
    "path",
    [
        "@@knock",
        f"@@visit/{TOKEN}/room",
        "@visits",
        f"visit/{TOKEN}",
        f"@@guest/{TOKEN}",
        f"@guests/{TOKEN}/ask",
    ],
)
def test_an_error_of_a_citizens_request_is_kept_without_the_request(raised, path):
    entry = raised(f"http://localhost/amt/{path}", name="Erika Mustermann")
    assert entry["type"] == "RuntimeError"
    assert "Mustermann" not in str(entry)
    assert SECRET not in str(entry)


def test_errors_elsewhere_keep_their_request_masked(raised):
    entry = raised("http://localhost/amt/edit", came_from=f"/amt/@@visit/{TOKEN}/room")
    assert "came_from" in entry["req_html"]
    assert SECRET not in str(entry)
    assert f"@@visit/{MASK}/room" in entry["req_html"]


def test_an_error_of_staff_is_kept_without_what_they_wrote(raised):
    for path in ("@@staff-do", "staff", "@messages", "@waiting-room", "@@room/a1b2"):
        entry = raised(f"http://localhost/amt/{path}", text="Liebe Erika Mustermann")
        assert entry["type"] == "RuntimeError"
        assert "Mustermann" not in str(entry)


@pytest.fixture
def masking():
    before = logging.getLogRecordFactory()
    mask_at_start(None)
    yield
    logging.setLogRecordFactory(before)


@pytest.fixture
def failing_page(portal, tmp_path):
    """A page template that fails while it knows somebody's name."""
    folder = tmp_path / "virtualoffice"
    folder.mkdir()
    page = folder / "page.pt"
    page.write_text(
        '<p tal:define="said options/said" tal:repeat="each said">'
        '<b tal:define="name each/name" tal:content="view/nothing" /></p>'
    )

    class View(BrowserView):
        template = ViewPageTemplateFile(str(page))

        def __call__(self) -> str:
            return self.template(said=[{"name": NAME}])

    return View(portal, portal.REQUEST)


def test_what_a_page_knew_when_it_failed_is_in_no_log(
    failing_page, raised, masking, caplog
):
    portal = failing_page.context
    portal.REQUEST["URL"] = "http://localhost/amt/page"
    try:
        failing_page()
    except Exception:
        portal.error_log.raising(sys.exc_info())
        logging.getLogger("somebody").exception("It failed")
    entry = portal.error_log._getLog()[-1]
    for told in (*(str(entry[name]) for name in ("tb_text", "tb_html")), caplog.text):
        assert "view/nothing" in told
        assert "Mustermann" not in told
    assert "Mustermann" not in str(entry)
