"""Public ids in order, polled by everybody who waits."""

from collections.abc import Mapping
from collective.virtualoffice.api.door.shape import wait_shape
from collective.virtualoffice.api.door.shape import WaitShape
from collective.virtualoffice.api.service import PublicService
from collective.virtualoffice.domain.waiting.board import Board
from collective.virtualoffice.usecases.looking import look
from typing import Any
from typing import TypedDict


class BoardShape(TypedDict):
    door: str
    waiting: list[str]
    total: int
    called: list[str]
    wait_per_place: WaitShape | None


class Get(PublicService):
    def reply(self) -> Mapping[str, Any] | None:
        return self.unless_known(board_shape(look(self.office, self.now).board))


def board_shape(board: Board) -> BoardShape:
    return {
        "door": board.door,
        "waiting": list(board.waiting),
        "total": board.total,
        "called": list(board.called),
        "wait_per_place": wait_shape(board.wait_per_place),
    }
