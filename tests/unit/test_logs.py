from collective.virtualoffice.domain.tokens import make_token
from collective.virtualoffice.logs import mask
from collective.virtualoffice.logs import mask_at_start
from collective.virtualoffice.logs import MaskedRecords
from hypothesis import given
from hypothesis import strategies as st
from io import StringIO
from untrusted import texts
import logging
import pytest


SECRET = "x" * 43
TOKEN = f"a1b2c3.{SECRET}"


@pytest.fixture
def masking():
    before = logging.getLogRecordFactory()
    mask_at_start(None)
    yield
    logging.setLogRecordFactory(before)


@pytest.fixture
def log(masking):
    """A logger and what a handler that came after the start of masking wrote."""
    stream = StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(logging.Formatter("%(levelname)s %(name)s %(message)s"))
    logger = logging.getLogger("test.masking")
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    logger.propagate = False
    logger.written = stream.getvalue
    yield logger
    logger.removeHandler(handler)


@pytest.mark.parametrize(
    "path",
    [
        f"/plone/amt/@@visit/{TOKEN}",
        f"/plone/amt/@@visit/{TOKEN}/room?reload",
        f"/plone/amt/visit/{TOKEN}",
        f"/plone/++api++/amt/@visits/{TOKEN}/presence",
        f"/plone/amt/@@guest/{TOKEN}/room",
        f"/plone/++api++/amt/@guests/{TOKEN}/ask",
        f"/plone/amt/@@appointment/{TOKEN}/calendar.ics",
        f"/plone/amt/@bookings/{TOKEN}",
        f"/plone/amt/@reservations/{TOKEN}",
        f"/plone/amt/%40%40visit/{TOKEN}",
        f"?came_from=http%3A%2F%2Fhost%2Famt%2F%40%40visit%2F{TOKEN}%2Froom",
        f"?url=%252Famt%252F%2540%2540visit%252F{TOKEN}",
        f"['amt', '@@visit', '{TOKEN}']",
        f'{{"token": "{TOKEN}"}}',
        f"https://meet.example.org/room?jwt=eyJhbGciOi.eyJyb29t.{SECRET}",
        f"https://meet.example.org/room?jwt=eyJhbGciOi.eyJyb29t.{SECRET * 8}#config",
    ],
)
def test_no_secret_survives_in_any_form_of_a_private_link(path):
    masked = mask(f"GET {path} HTTP/1.1")
    assert SECRET not in masked
    assert "***" in masked


@pytest.mark.parametrize("rest", ["room", "calendar.ics", "presence"])
def test_what_was_asked_of_the_private_page_stays_readable(rest):
    assert mask(f"/amt/@@visit/{TOKEN}/{rest}") == f"/amt/@@visit/***/{rest}"


def test_even_a_mangled_token_is_masked_after_the_name_of_a_private_page():
    assert mask("/amt/@@visit/a1b2c3.half") == "/amt/@@visit/***"
    assert mask("/amt/@visits/abc, then") == "/amt/@visits/***, then"


@pytest.mark.parametrize(
    "text",
    [
        "/plone/amt/@visits",
        "/plone/amt/@@knock",
        'File "/src/collective/virtualoffice/api/visits/get.py", line 3',
        "collective.virtualoffice.domain.waiting.visit",
        "sha1 0123456789012345678901234567890123456789",
        "erika@bookings.example.org wrote",
    ],
)
def test_other_texts_stay_as_they_are(text):
    assert mask(text) == text


def test_zopes_line_about_a_retried_conflict_is_masked(log):
    path = f"/VirtualHostBase/https/host/plone/amt/@visits/{TOKEN}/presence"
    error = "database conflict error (oid 0x1f, class persistent.Persistent)"
    log.info(f"ConflictError at {path}: {error}. Request will be retried.")
    assert log.written() == (
        "INFO test.masking ConflictError at /VirtualHostBase/https/host/plone/amt/"
        f"@visits/***/presence: {error}. Request will be retried.\n"
    )


def test_the_site_error_logs_entry_with_its_traceback_is_masked(log):
    url = f"http://localhost/plone/amt/@@visit/{TOKEN}"
    trace = f"Traceback:\n  Module ZPublisher\nKeyError: '{TOKEN}'"
    log.error(f"1763800000.1 {url}\n{trace}")
    assert SECRET not in log.written()
    assert "1763800000.1 http://localhost/plone/amt/@@visit/***\n" in log.written()


def test_the_access_log_is_masked_in_its_arguments(log):
    log.info('%s "%s %s"', "::1", "GET", f"/amt/@@visit/{TOKEN}")
    assert log.written() == 'INFO test.masking ::1 "GET /amt/@@visit/***"\n'


def test_exceptions_are_masked_and_keep_their_traceback(log):
    try:
        raise LookupError(f"/amt/@@visit/{TOKEN}")
    except LookupError:
        log.exception("Failed")
    assert SECRET not in log.written()
    assert "Traceback (most recent call last)" in log.written()
    assert "LookupError: /amt/@@visit/***" in log.written()


def test_the_cause_of_an_exception_is_masked_too(log):
    try:
        try:
            raise KeyError(TOKEN)
        except KeyError as error:
            raise RuntimeError("no visit") from error
    except RuntimeError:
        log.exception("Failed")
    assert SECRET not in log.written()
    assert "RuntimeError: no visit" in log.written()


def test_a_record_without_a_secret_keeps_arguments_and_exception(masking):
    record = logging.getLogRecordFactory()(
        "a", logging.INFO, "f.py", 1, "%s knocked", ("somebody",), (None, None, None)
    )
    assert record.msg == "%s knocked"
    assert record.args == ("somebody",)


def test_a_faulty_log_call_is_written_masked_instead_of_failing(log):
    log.info("%d visits", f"/amt/@@visit/{TOKEN}")
    assert SECRET not in log.written()
    assert "%d visits" in log.written()


def test_masking_twice_is_masking_once(masking):
    once = logging.getLogRecordFactory()
    mask_at_start(None)
    assert logging.getLogRecordFactory() is once
    assert isinstance(once, MaskedRecords)
    assert not isinstance(once.make, MaskedRecords)


names = st.sampled_from(["visit", "visits", "guest", "guests", "bookings"])
ids = st.from_regex(r"[a-z0-9]{1,32}", fullmatch=True)
ats = st.sampled_from(["@", "@@", "%40", "%40%40", "%2540"])
slashes = st.sampled_from(["/", "%2F", "%2f", "%252F"])


@given(texts, ats, names, slashes, ids, st.sampled_from(["", "/room", "?a=1"]))
def test_no_token_survives_whatever_stands_before_it(before, at, name, slash, id, end):
    token = make_token(b"k" * 32, "visit", id, 1)
    secret = token.partition(".")[2]
    assert secret not in mask(f"{before}/{at}{name}{slash}{token}{end}")


@given(texts)
def test_any_text_is_masked_once_and_for_all(text):
    assert mask(mask(text)) == mask(text)


FAILED = """\
Traceback (innermost last):
  Module chameleon.template, line 238, in render
   - __traceback_info__: ({'name': 'Erika Mustermann'}, 'nothing')
  Module zope.tales.expressions, line 248, in __call__
KeyError: 'nothing'

 - Expression: "view/nothing"
 - Filename:   ... collective/%s/browser/staff/live.pt
 - Arguments:  template: <ViewPageTemplateFile object at 0x7f5f6941a390>
               said: [{'name': 'Erika Mustermann'}]
               name: 'Erika Mustermann'

The above exception was the direct cause of the following exception:
"""


def test_what_a_page_of_ours_knew_when_it_failed_is_cut_out():
    masked = mask(FAILED % "virtualoffice")
    assert "Mustermann" not in masked
    assert " - Arguments: ***\n\nThe above exception was" in masked
    assert "__traceback_info__: ***\n  Module zope.tales" in masked


def test_errors_of_other_pages_are_told_whole():
    assert mask(FAILED % "magazine") == FAILED % "magazine"
