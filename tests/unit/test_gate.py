"""The filter before Zope: what it refuses, what it lets through as it was."""

from collective.virtualoffice.api.body import LARGEST
from collective.virtualoffice.gate.filter import Gate
from hypothesis import given
from hypothesis import strategies as st
from io import BytesIO
from untrusted import latin
import json
import operator
import pytest


PAGE = frozenset({"GET", "HEAD", "POST"})
NAMES = {
    "@@knock": PAGE,
    "@@service-import": PAGE,
    "@door": frozenset({"GET", "HEAD"}),
    "@visits": frozenset({"GET", "HEAD", "POST", "DELETE"}),
}
FORM = "application/x-www-form-urlencoded"
EVERYWHERE = ["/town", "/town/office/@@knock", "/town/office/@visits/x"]


class Answer(bytes):
    """What Zope answers; remembers whether the server could let go of it."""

    closed = False

    def __iter__(self):
        return iter([bytes(self)])

    def close(self):
        self.closed = True


class Zope:
    """Notes what it is asked, and reads the body to its end."""

    def __init__(self):
        self.asked = []
        self.answer = Answer(b"answer")

    def __call__(self, environ, start_response):
        self.asked.append((environ["REQUEST_METHOD"], environ["wsgi.input"].read()))
        start_response("200 OK", [("Content-Length", "6")])
        return self.answer


@pytest.fixture
def zope():
    return Zope()


@pytest.fixture
def ask(zope):
    """ask(path, method, …) answers status, headers and body."""
    gate = Gate(zope, lambda: NAMES, "de")

    def send(path="/town", method="GET", query="", body=b"", **environ):
        said = []
        told = {"CONTENT_LENGTH": str(len(body))} if body else {}
        answer = gate(
            {
                "REQUEST_METHOD": method,
                "PATH_INFO": path,
                "QUERY_STRING": query,
                "SERVER_NAME": "localhost",
                "SERVER_PORT": "80",
                "wsgi.input": BytesIO(body),
                "wsgi.url_scheme": "http",
                **told,
                **environ,
            },
            lambda status, headers: said.append((status, dict(headers))),
        )
        ((status, headers),) = said
        return int(status[:3]), headers, b"".join(answer)

    return send


@pytest.mark.parametrize("path", EVERYWHERE)
@pytest.mark.parametrize(
    "query, environ",
    [
        ("", {}),
        ("a=1&b:int=2&c:list=3&c:list=4&d.e:record=5", {}),
        ("a=%FF", {}),
        ("", {"HTTP_AUTHORIZATION": "Basic Y2xlcms6c2VjcmV0"}),
        ("", {"HTTP_AUTHORIZATION": "Bearer a.b.c"}),
    ],
)
def test_what_zope_can_read_goes_through(ask, zope, path, query, environ):
    assert ask(path, query=query, **environ)[::2] == (200, b"answer")
    assert zope.asked == [("GET", b"")]


@pytest.mark.parametrize("path", EVERYWHERE)
@pytest.mark.parametrize(
    "query, environ",
    [
        ("a:int=y", {}),
        ("a:date=y", {}),
        ("a:utf-16=y", {}),
        ("a:list=1&a.b:record=2", {}),
        ("%FF=1", {}),
        ("", {"HTTP_AUTHORIZATION": "Basic ===="}),
        ("", {"HTTP_AUTHORIZATION": "Basic //8="}),
        ("", {"HTTP_AUTHORIZATION": "Basic bm9jb2xvbg=="}),
    ],
)
def test_what_zope_cannot_read_is_refused(ask, zope, path, query, environ):
    status, headers, _ = ask(path, query=query, **environ)
    assert (status, headers["Cache-Control"]) == (400, "no-store")
    assert zope.asked == []


@pytest.mark.parametrize("end", ["\xff", "\xed\xa0\x80", "\N{EURO SIGN}"])
@pytest.mark.parametrize("path", EVERYWHERE)
def test_an_address_that_is_no_text_is_refused(ask, zope, path, end):
    assert ask(f"{path}/{end}")[0] == 400
    assert zope.asked == []


@pytest.mark.parametrize("path", EVERYWHERE)
@pytest.mark.parametrize(
    "content_type, body",
    [
        (FORM, b"a:int=y"),
        (f"{FORM}; charset=nonsense", b"a=1"),
        ("multipart/form-data", b"a"),
        ("multipart/form-data; boundary=x", b"--x\r\n"),
        ("text/xml", b"<call/>"),
    ],
)
def test_a_form_that_cannot_be_read_is_refused(ask, zope, path, content_type, body):
    assert ask(path, "POST", body=body, CONTENT_TYPE=content_type)[0] == 400
    assert zope.asked == []


@pytest.mark.parametrize("path", EVERYWHERE)
def test_an_empty_form_that_cannot_be_read_is_refused(ask, zope, path):
    told = {"CONTENT_TYPE": "multipart/form-data", "CONTENT_LENGTH": "0"}
    assert ask(path, "POST", **told)[0] == 400
    assert zope.asked == []


@pytest.mark.parametrize("path", EVERYWHERE)
def test_a_form_reaches_zope_whole(ask, zope, path):
    assert ask(path, "POST", body=b"a:int=1", CONTENT_TYPE=FORM)[0] == 200
    assert zope.asked == [("POST", b"a:int=1")]


@pytest.mark.parametrize("path", EVERYWHERE[1:])
def test_too_much_for_us_is_refused_unread(ask, zope, path):
    status, _, _ = ask(path, "POST", body=b"", CONTENT_LENGTH=str(LARGEST + 1))
    assert (status, zope.asked) == (413, [])


def test_the_most_is_not_too_much(ask, zope):
    body = b" " * LARGEST
    ask("/office/@visits", "POST", body=body, CONTENT_TYPE="application/json")
    assert zope.asked == [("POST", body)]


@pytest.mark.parametrize("path", ["/town/add", "/town/@@service-import"])
def test_uploads_where_files_are_taken_are_left_alone(ask, zope, path):
    body = b"--x\r\n" + b" " * LARGEST
    upload = "multipart/form-data; boundary=x"
    assert ask(path, "POST", body=body, CONTENT_TYPE=upload)[0] == 200
    assert zope.asked == [("POST", body)]


@pytest.mark.parametrize("size, status", [(2, 200), (LARGEST + 1, 413)])
def test_a_body_in_pieces_is_measured(ask, size, status):
    pieces = {"wsgi.input_terminated": True, "wsgi.input": BytesIO(b" " * size)}
    assert ask("/office/@visits", "POST", **pieces)[0] == status


def test_a_length_that_is_no_number_is_refused(ask, zope):
    assert ask("/town", "POST", CONTENT_LENGTH="x")[0] == 400
    assert zope.asked == []


@pytest.mark.parametrize(
    "path, method, allowed",
    [
        ("/office/@@knock", "DELETE", "GET, HEAD, OPTIONS, POST"),
        ("/office/++view++knock", "PROPFIND", "GET, HEAD, OPTIONS, POST"),
        ("/office/@door", "POST", "GET, HEAD, OPTIONS"),
        ("/office/@visits/x/presence", "BREW", "DELETE, GET, HEAD, OPTIONS, POST"),
    ],
)
def test_other_methods_are_refused_naming_the_right_ones(
    ask, zope, path, method, allowed
):
    status, headers, _ = ask(path, method)
    assert (status, headers["Allow"], zope.asked) == (405, allowed, [])


def test_options_tell_what_may_be_asked(ask, zope):
    status, headers, body = ask("/office/@door", "OPTIONS")
    assert (status, headers["Allow"], body) == (204, "GET, HEAD, OPTIONS", b"")
    assert zope.asked == []


def test_whether_another_site_may_ask_is_for_plone_to_say(ask, zope):
    wish = {
        "HTTP_ORIGIN": "https://example.org",
        "HTTP_ACCESS_CONTROL_REQUEST_METHOD": "GET",
    }
    assert ask("/office/@door", "OPTIONS", **wish)[0] == 200
    assert zope.asked == [("OPTIONS", b"")]


@pytest.mark.parametrize(
    "path, method", [("/office/@door", "GET"), ("/office/@@knock", "HEAD")]
)
def test_head_is_answered_without_a_body(ask, zope, path, method):
    assert ask(path, "HEAD") == (200, {"Content-Length": "6"}, b"")
    assert zope.asked == [(method, b"")]
    assert zope.answer.closed


def test_a_refused_head_has_no_body_either(ask):
    assert ask("/office/@@knock", "HEAD", query="a:int=y")[::2] == (400, b"")


@pytest.mark.parametrize("method", ["DELETE", "PROPFIND", "HEAD"])
@pytest.mark.parametrize("path", ["/town/knock", "/town/@users", "/door"])
def test_names_of_others_are_asked_as_ever(ask, zope, path, method):
    assert ask(path, method)[::2] == (200, b"answer")
    assert zope.asked == [(method, b"")]


@pytest.mark.parametrize(
    "path, accept, type",
    [
        ("/office/@door", "text/html", "application/json"),
        ("/town", "application/json", "application/json"),
        ("/++api++/town", "*/*", "application/json"),
        ("/town", "text/html", "text/html; charset=utf-8"),
        ("/office/@@knock", "*/*", "text/html; charset=utf-8"),
    ],
)
def test_services_answer_programs_and_pages_people(ask, path, accept, type):
    _, headers, _ = ask(path, query="a:int=y", HTTP_ACCEPT=accept)
    assert headers["Content-Type"] == type


def test_programs_read_a_type_and_a_sentence(ask):
    _, headers, body = ask("/office/@door", query="a:int=y")
    assert json.loads(body) == {
        "type": "Unreadable",
        "message": "This request cannot be read. Please go back and try again.",
    }
    assert headers["Content-Length"] == str(len(body))


@pytest.mark.parametrize(
    "wish, language",
    [
        ("en-GB,de;q=0.5", "en"),
        ("fr,en;q=0.5", "en"),
        ("de-AT", "de"),
        ("fr", "de"),
        ("", "de"),
        (";q=x,,\xff;;=", "de"),
    ],
)
def test_a_page_speaks_the_language_of_the_browser(ask, wish, language):
    _, _, body = ask(query="a:int=y", HTTP_ACCEPT_LANGUAGE=wish)
    assert f'<html lang="{language}">' in body.decode()


names = st.sampled_from(
    ["/town", "/office/@@knock", "/office/@door", "/office/@visits"]
)
paths = names | st.builds(operator.add, names, latin) | latin
methods = st.sampled_from(["GET", "HEAD", "POST", "DELETE", "OPTIONS", "BREW", ""])
types = st.sampled_from(
    ["", FORM, "multipart/form-data; boundary=x", "application/json", "text/xml"]
)
queries = latin | st.lists(
    st.tuples(
        st.sampled_from(["a", "a.b", ":x"]),
        st.sampled_from(["", ":int", ":list", ":record", ":records", ":utf-16", ":x"]),
        st.sampled_from(["", "=1", "=%FF", "=%"]),
    ).map("".join),
    max_size=4,
).map("&".join)
headers = st.fixed_dictionaries(
    {"CONTENT_TYPE": types | latin},
    optional={
        "HTTP_AUTHORIZATION": latin.map("Basic {}".format) | latin,
        "HTTP_ACCEPT": latin,
        "HTTP_ACCEPT_LANGUAGE": latin | st.just("de;q=nan,en;q=inf,;q=-1"),
        "HTTP_ORIGIN": latin,
        "HTTP_ACCESS_CONTROL_REQUEST_METHOD": methods,
        "HTTP_COOKIE": latin,
        "CONTENT_LENGTH": st.integers().map(str) | latin,
        "wsgi.input_terminated": st.booleans(),
    },
)
STATUSES = {200, 204, 400, 405, 413}


def test_any_request_is_answered_or_reaches_zope(ask):
    @given(paths, methods, queries, st.binary(max_size=80), headers)
    def is_answered(path, method, query, body, told):
        assert ask(path, method, query, body, **told)[0] in STATUSES

    is_answered()


@pytest.mark.parametrize("length", ["-1", "+1", "1_0", "٢", "9" * 5000])
@pytest.mark.parametrize("path", EVERYWHERE)
def test_a_length_is_digits_and_nothing_else(ask, zope, path, length):
    assert ask(path, "POST", CONTENT_LENGTH=length)[0] == 400
    assert zope.asked == []
