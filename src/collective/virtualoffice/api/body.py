"""Reading what a request brings, without trusting any of it."""

from .errors import Malformed
from .errors import NotJson
from .errors import TooLarge
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
        data = json.loads(_read(request) or b"{}", parse_constant=_no_number)
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
        return int(request.environ.get("CONTENT_LENGTH") or 0)
    except ValueError:
        raise Malformed from None


def _no_number(name: str) -> NoReturn:
    """NaN and Infinity are no JSON (RFC 8259)."""
    raise ValueError(name)
