"""Requests that are refused before the office hears of them."""

from collective.virtualoffice import _
from collective.virtualoffice.refusals import explain
from collective.virtualoffice.refusals import Explanation
from zope.i18nmessageid import Message


class RequestError(Exception):
    """A request that is wrong in itself."""

    status: int
    message: Message


class NotJson(RequestError):
    status = 415
    message = _(
        "error_not_json",
        default="Please send JSON with the header Content-Type: application/json.",
    )


class TooLarge(RequestError):
    status = 413
    message = _("error_too_large", default="That is too much to send at once.")


class Malformed(RequestError):
    status = 400
    message = _("error_malformed", default="What was sent is not a JSON object.")


class Unreadable(RequestError):
    status = 400
    message = _(
        "error_unreadable",
        default="This request cannot be read. Please go back and try again.",
    )


class MethodNotAllowed(RequestError):
    """``methods`` are those that may be used here."""

    status = 405
    message = _(
        "error_method_not_allowed", default="Nothing can be asked in this way here."
    )

    def __init__(self, methods: frozenset[str]) -> None:
        super().__init__(methods)
        self.methods = methods


class Unauthorized(RequestError):
    status = 401
    message = _(
        "error_unauthorized",
        default="Please log in with an account that may do this.",
    )


class UnknownPath(RequestError):
    status = 404
    message = _("error_unknown_path", default="There is nothing here.")


class WrongKey(RequestError):
    status = 401
    message = _("error_wrong_key", default="The key is missing or wrong.")


class Forbidden(RequestError):
    status = 403
    message = _("error_forbidden", default="You are not allowed to do this here.")


@explain.register
def _rejected(error: RequestError) -> Explanation:
    return Explanation(error.status, type(error).__name__, error.message)
