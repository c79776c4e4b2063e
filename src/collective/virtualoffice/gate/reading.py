"""Whether Zope will be able to read a request: asked of Zope's own reader."""

from collective.virtualoffice.api.body import LARGEST
from collective.virtualoffice.api.body import length_of
from collective.virtualoffice.api.errors import TooLarge
from collective.virtualoffice.api.errors import Unreadable
from io import BytesIO
from typing import Any
from ZPublisher.HTTPRequest import WSGIRequest
from ZPublisher.HTTPResponse import WSGIResponse


Environ = dict[str, Any]

# What Zope reads even of a request without a body.
READ = ("CONTENT_TYPE", "HTTP_AUTHORIZATION", "QUERY_STRING")


def read_path(environ: Environ) -> str:
    """The path as text. WSGI hands over bytes in the guise of Latin-1 (PEP 3333).

    Raises Unreadable.
    """
    try:
        return environ.get("PATH_INFO", "").encode("latin-1").decode("utf-8")
    except UnicodeError:
        raise Unreadable from None


def take_body(environ: Environ) -> bytes:
    """The body, which can be read again afterwards. Raises TooLarge and Unreadable."""
    length = _told_length(environ)
    if length is None:
        length = _measured_length(environ)
    if length > LARGEST:
        raise TooLarge
    return _read(environ, length)


def take_small_body(environ: Environ) -> bytes | None:
    """As take_body; None for any other one, which is left as it is.

    Raises Unreadable.
    """
    length = _told_length(environ)
    return None if length is None or length > LARGEST else _read(environ, length)


def check_inputs(environ: Environ, body: bytes | None) -> None:
    """Let Zope's reader try the fields and the log-in. Raises Unreadable.

    Its converters (``:int``, ``:record`` and so on) are code of Zope and of add-ons
    that may raise anything. Without a body, as of an upload, the rest is tried.
    """
    if not (body or any(environ.get(each) for each in READ)):
        return
    tried = dict(environ)
    if body is None:
        tried["REQUEST_METHOD"] = "GET"
    response = WSGIResponse(stdout=BytesIO(), stderr=BytesIO())
    try:
        request = WSGIRequest(BytesIO(body or b""), tried, response)
        request.processInputs()
        request._authUserPW()
    except Exception:
        raise Unreadable from None
    request.clear()


def _told_length(environ: Environ) -> int | None:
    try:
        return length_of(environ["CONTENT_LENGTH"] or "0")
    except KeyError:
        return None
    except ValueError:
        raise Unreadable from None


def _measured_length(environ: Environ) -> int:
    """Of a body that came in pieces, as far as it interests.

    Without this flag a server may wait for more than will ever come.
    """
    if not environ.get("wsgi.input_terminated"):
        return 0
    body = environ["wsgi.input"].read(LARGEST + 1)
    environ["wsgi.input"] = BytesIO(body)
    environ["CONTENT_LENGTH"] = str(len(body))
    return len(body)


def _read(environ: Environ, length: int) -> bytes:
    body = environ["wsgi.input"].read(length)
    environ["wsgi.input"] = BytesIO(body)
    return body
