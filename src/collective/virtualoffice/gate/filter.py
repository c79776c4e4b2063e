"""The filter itself."""

from .answers import Answers
from .answers import status_line
from .names import is_service
from .names import Names
from .names import own_name
from .names import UPLOADS
from .reading import check_inputs
from .reading import Environ
from .reading import read_path
from .reading import take_body
from .reading import take_small_body
from collections.abc import Callable
from collections.abc import Iterable
from collective.virtualoffice.api.errors import MethodNotAllowed
from collective.virtualoffice.api.errors import RequestError
from collective.virtualoffice.refusals import explain
from functools import cached_property
from typing import Any


class Gate:
    """Answers what cannot be read itself, and lets everything else through.

    Of all requests it tries the address, the fields and the log-in, of those to our
    own names also the method and the size. ``find_names`` is asked when the first
    request comes, since then everything is registered.
    """

    def __init__(
        self, app: Any, find_names: Callable[[], Names], language: str
    ) -> None:
        self.app = app
        self.find_names = find_names
        self.answers = Answers(language)

    @cached_property
    def names(self) -> Names:
        return self.find_names()

    def __call__(self, environ: Environ, start_response: Any) -> Iterable[bytes]:
        name = None
        try:
            path = read_path(environ)
            name = own_name(path, self.names)
            if name is None:
                check_inputs(environ, take_small_body(environ))
                return self.app(environ, start_response)
            return self.ask(name, environ, start_response)
        except RequestError as error:
            return self.refuse(error, name, environ, start_response)

    def ask(self, name: str, environ: Environ, start_response: Any) -> Iterable[bytes]:
        """Ask one of our own. Raises RequestError."""
        method = environ["REQUEST_METHOD"]
        methods = self.names[name]
        if method == "OPTIONS" and not _is_preflight(name, environ, methods):
            return _tell_methods(methods, start_response)
        if method not in methods | {"OPTIONS"}:
            raise MethodNotAllowed(methods)
        if name in UPLOADS:
            check_inputs(environ, take_small_body(environ))
        else:
            check_inputs(environ, take_body(environ))
        if method == "HEAD":
            return self.ask_head(name, environ, start_response)
        return self.app(environ, start_response)

    def ask_head(
        self, name: str, environ: Environ, start_response: Any
    ) -> Iterable[bytes]:
        """The answer to GET without its body, which Plone would send along.

        plone.rest knows services by their method. Pages are asked as they are: some
        note that somebody is there, but not on HEAD.
        """
        if is_service(name):
            environ["REQUEST_METHOD"] = "GET"
        answer = self.app(environ, start_response)
        if hasattr(answer, "close"):
            answer.close()
        return []

    def refuse(
        self,
        error: RequestError,
        name: str | None,
        environ: Environ,
        start_response: Any,
    ) -> Iterable[bytes]:
        as_json = _wants_json(environ) if name is None else is_service(name)
        status, headers, body = self.answers.refusal(
            environ, explain(error), as_json=as_json
        )
        if isinstance(error, MethodNotAllowed):
            headers.append(_allow(error.methods))
        start_response(status, headers)
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [body]


def _tell_methods(methods: frozenset[str], start_response: Any) -> Iterable[bytes]:
    start_response(status_line(204), [_allow(methods)])
    return []


def _allow(methods: frozenset[str]) -> tuple[str, str]:
    return "Allow", ", ".join(sorted(methods | {"OPTIONS"}))


def _is_preflight(name: str, environ: Environ, methods: frozenset[str]) -> bool:
    """Whether plone.rest is asked if another site may ask (CORS)."""
    asked = environ.get("HTTP_ACCESS_CONTROL_REQUEST_METHOD")
    return is_service(name) and "HTTP_ORIGIN" in environ and asked in methods


def _wants_json(environ: Environ) -> bool:
    accepted = environ.get("HTTP_ACCEPT", "")
    return accepted.startswith("application/json") or _is_api(environ)


def _is_api(environ: Environ) -> bool:
    return "/++api++" in environ.get("PATH_INFO", "")
