"""Refusals that Zope makes before a service of ours can say anything."""

from .errors import RequestError
from .errors import Unauthorized
from .errors import UnknownPath
from .service import Service
from collections.abc import Iterator
from collective.virtualoffice.refusals import explain
from plone.rest.errors import ErrorHandling
from typing import Any


class RefusedView(ErrorHandling):
    """In our own words and unstored, where a service of ours was asked for.

    Everywhere else the answer is plone.rest's.
    """

    error: type[RequestError]

    def __call__(self) -> None:
        service = next(self._services(), None)
        if service is None:
            return super().__call__()
        response = self.request.response
        body = service.send(service.refuse(explain(self.error())))
        response.setStatus(self.error.status, lock=1)
        response.setBody(body, lock=1)
        # As plone.rest does it: PAS would lead to the log-in page.
        response._has_challenged = True
        return None

    def _services(self) -> Iterator[Any]:
        """What was found on the path: published or, when more was wanted, passed."""
        found = (self.request.get("PUBLISHED"), *self.request["PARENTS"])
        return (each for each in found if isinstance(each, Service))


class UnauthorizedView(RefusedView):
    error = Unauthorized


class NotFoundView(RefusedView):
    error = UnknownPath
