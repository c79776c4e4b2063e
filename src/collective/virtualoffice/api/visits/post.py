"""Knock, or do something with one's visit."""

from . import actions
from .guests import invite
from .knock import knock
from .service import VisitService
from collections.abc import Callable
from collections.abc import Mapping
from collective.virtualoffice.api.body import require_json_or_nothing
from collective.virtualoffice.api.errors import UnknownPath
from typing import Any


ACTIONS: dict[str, Callable[[VisitService], Mapping[str, Any] | None]] = {
    "presence": actions.presence,
    "shown": actions.shown,
    "return": actions.come_back,
    "extend": actions.extend,
    "guests": invite,
    "phone": actions.phone,
    "room": actions.room,
    "seat": actions.seat,
    "trouble": actions.trouble,
}


class Post(VisitService):
    most_steps = 2

    def reply(self) -> Mapping[str, Any] | None:
        if not self.steps:
            return knock(self)
        action = ACTIONS.get("".join(self.steps[1:]))
        if action is None:
            raise UnknownPath
        require_json_or_nothing(self.request)
        return action(self)
