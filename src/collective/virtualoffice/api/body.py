"""Reading what a request brings, without trusting any of it."""

from .errors import Malformed
from .errors import NotJson
from .errors import TooLarge
from math import isfinite
from typing import Any
from typing import NoReturn
import json


LARGEST = 64 * 1024


def read_json(request: Any) -> dict[str, Any]:
    """The JSON object in the body, empty when there is no body.

    Raises NotJson, TooLarge and Malformed.
    """
    require_json(request)
    try:
        data = json.loads(
            _read(request) or b"{}",
            parse_constant=_no_number,
            parse_float=_finite,
            object_pairs_hook=_each_once,
        )
    except (ValueError, RecursionError):
        raise Malformed from None
    if not isinstance(data, dict):
        raise Malformed
    return data


def require_json(request: Any) -> None:
    """Refuse what a form of a foreign page could send. Raises NotJson."""
    content_type = request.environ.get("CONTENT_TYPE") or ""
    if content_type.partition(";")[0].strip().lower() != "application/json":
        raise NotJson


def require_json_or_nothing(request: Any) -> None:
    """As require_json, but no body at all will do. Raises NotJson."""
    if request.environ.get("CONTENT_TYPE") or _length(request):
        require_json(request)


def hide_body(request: Any) -> None:
    """Keep the body from plone.restapi's log-in.

    It would look for credentials in it, whatever its size and depth, before a
    service is even asked.
    """
    request.set("BODY", b"")


def length_of(written: str) -> int:
    """A Content-Length: digits and nothing else (RFC 9110, 8.6). Raises ValueError.

    A negative one would let everything through that is read by it.
    """
    if not (written.isascii() and written.isdigit()):
        raise ValueError(written)
    return int(written)


def _read(request: Any) -> bytes:
    if _length(request) > LARGEST:
        raise TooLarge
    body = request.get("BODYFILE")
    content = b"" if body is None else body.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise TooLarge
    return content


def _length(request: Any) -> int:
    try:
        return length_of(request.environ.get("CONTENT_LENGTH") or "0")
    except ValueError:
        raise Malformed from None


def _no_number(name: str) -> NoReturn:
    """NaN and Infinity are no JSON (RFC 8259)."""
    raise ValueError(name)


def _finite(number: str) -> float:
    """A number that is too large for Python would be written as Infinity."""
    value = float(number)
    return value if isfinite(value) else _no_number(number)


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A name that is given twice means different things to different readers."""
    data = dict(pairs)
    if len(data) < len(pairs):
        raise ValueError("twice")
    return data
