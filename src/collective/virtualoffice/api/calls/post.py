"""Call somebody, or do something with a visit."""

from . import actions
from .service import CallService
from .shape import CallShape
from collections.abc import Callable
from collective.virtualoffice.api.errors import UnknownPath
from collective.virtualoffice.api.ids import optional_visit_id
from collective.virtualoffice.api.ids import visit_id
from collective.virtualoffice.domain.waiting import calling
from functools import partial
from typing import Any


Action = Callable[[CallService, str, dict[str, Any]], CallShape]

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
}


class Post(CallService):
    most_steps = 2

    def reply(self) -> CallShape:
        data = self.data()
        if not self.steps:
            return self.call(optional_visit_id(data))
        action = ACTIONS.get("".join(self.steps[1:]))
        if action is None:
            raise UnknownPath
        return action(self, visit_id(self.steps[0]), data)

    def call(self, id: str | None) -> CallShape:
        return self.enter(lambda floor, clerk: calling.call(floor, clerk, id))
