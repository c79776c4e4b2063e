"""Call somebody, or do something with a visit."""

from . import actions
from .service import CallService
from .shape import CallShape
from collections.abc import Callable
from collective.virtualoffice.api.errors import UnknownPath
from collective.virtualoffice.api.guests.shape import InvitationShape
from collective.virtualoffice.api.ids import optional_visit_id
from collective.virtualoffice.api.ids import visit_id
from collective.virtualoffice.domain.waiting import calling
from functools import partial
from typing import Any


Answer = CallShape | InvitationShape | None
Action = Callable[[CallService, str, dict[str, Any]], Answer]

ACTIONS: dict[str, Action] = {
    "requeue": partial(actions.plain, calling.requeue),
    "missed": partial(actions.plain, calling.miss),
    "recall": partial(actions.plain, calling.recall),
    "hold": partial(actions.plain, calling.hold),
    "resume": partial(actions.entering, calling.resume),
    "undo": partial(actions.entering, calling.undo),
    "take-over": partial(actions.entering, calling.take_over),
    "room": partial(actions.entering, calling.enter),
    "finish": actions.finish,
    "new-link": actions.new_link,
    "guests": actions.invite,
    "seat": actions.seat,
}


class Post(CallService):
    most_steps = 4

    def reply(self) -> Answer:
        data = self.data()
        match self.steps:
            case []:
                return self.call(optional_visit_id(data))
            case [id, action] if action in ACTIONS:
                return ACTIONS[action](self, visit_id(id), data)
            case [id, "guests", guest, action]:
                return actions.decide_about(self, visit_id(id), guest, action)
        raise UnknownPath

    def call(self, id: str | None) -> CallShape:
        """Whoever calls the next wants the same visit as all others who do."""
        return self.enter(
            lambda floor, clerk: calling.call(floor, clerk, id), in_line=id is None
        )
