from collective.virtualoffice.logs import MASK
from Products.SiteErrorLog.SiteErrorLog import temp_logs
import pytest
import sys


SECRET = "x" * 43
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
