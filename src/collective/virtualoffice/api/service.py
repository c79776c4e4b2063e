"""What all our services share."""

from .body import hide_body
from .body import read_json
from .caching import entity_tag
from .caching import knows
from .caching import NO_STORE
from .caching import shared
from .errors import UnknownPath
from .times import written
from collections.abc import Mapping
from collective.virtualoffice.refusals import explain
from collective.virtualoffice.refusals import Explanation
from datetime import datetime
from datetime import UTC
from plone import api
from plone.restapi.services import Service as RestService
from typing import Any
from zope.i18n import translate
from zope.i18nmessageid import Message
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse
import json


NOT_MODIFIED = 304


@implementer(IPublishTraverse)
class Service(RestService):
    """A private service: not stored anywhere, stamped with the server's time.

    ``reply`` answers what is sent as JSON, or None when there is nothing to
    send; a refusal of the office becomes an answer with its status. ``steps``
    are the parts of the path behind the name of the service, of which there
    may be ``most_steps``. ``vary`` names the headers that change the answer.
    """

    cache_control = NO_STORE
    vary = "Accept"
    stamped = True
    most_steps = 0

    def __init__(self, context: Any, request: Any) -> None:
        super().__init__(context, request)
        self.now = datetime.now(UTC)
        self.steps: list[str] = []
        hide_body(request)

    def publishTraverse(self, request: Any, name: str) -> "Service":
        self.steps.append(name)
        return self

    @property
    def office(self) -> Any:
        return self.context

    @property
    def clerk(self) -> str:
        return api.user.get_current().getId()

    def render(self) -> str | None:
        self.check_permission()
        try:
            answer = self.answer()
        except Exception as error:
            answer = self.refuse(explain(error))
        return self.send(answer)

    def answer(self) -> Mapping[str, Any] | None:
        if len(self.steps) > self.most_steps:
            raise UnknownPath
        return self.reply()

    def data(self) -> dict[str, Any]:
        """What was sent. Raises RequestError."""
        return read_json(self.request)

    def unless_known(self, content: Mapping[str, Any]) -> Mapping[str, Any] | None:
        """The content with its tag; nothing when the reader has it already."""
        tag = entity_tag(content)
        self.request.response.setHeader("ETag", tag)
        if knows(self.request, tag):
            self.request.response.setStatus(NOT_MODIFIED)
            return None
        return content

    def created(self, url: str) -> None:
        self.request.response.setStatus(201)
        self.request.response.setHeader("Location", url)

    def refuse(self, why: Explanation) -> dict[str, Any]:
        self.cache_control = NO_STORE
        why.mark(self.request.response)
        answer = {"type": why.type, "message": self.say(why.message), **why.more}
        if why.fields:
            fields = why.fields.items()
            answer["errors"] = {name: self.say(text) for name, text in fields}
        return answer

    def say(self, message: Message) -> str:
        return translate(message, context=self.request)

    def send(self, answer: Mapping[str, Any] | None) -> str | None:
        response = self.request.response
        response.setHeader("Cache-Control", self.cache_control)
        response.setHeader("X-Content-Type-Options", "nosniff")
        response.setHeader("Vary", self.vary)
        if answer is None:
            if response.getStatus() != NOT_MODIFIED:
                response.setStatus(204)
            return None
        response.setHeader("Content-Type", self.content_type)
        stamp = {"now": written(self.now)} if self.stamped else {}
        return json.dumps({**answer, **stamp})


class PublicService(Service):
    """The same for everybody who may view the office, and good for a second."""

    stamped = False

    def __init__(self, context: Any, request: Any) -> None:
        super().__init__(context, request)
        self.cache_control = shared(context)


class LinkService(Service):
    """What the holder of a private link asks: `{service}/{token}`."""

    most_steps = 1

    @property
    def token(self) -> str:
        """Raises UnknownPath."""
        if not self.steps:
            raise UnknownPath
        return self.steps[0]
