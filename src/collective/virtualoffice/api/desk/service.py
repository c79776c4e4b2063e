"""What the services of one's own desk share."""

from .shape import my_desk_shape
from .shape import MyDeskShape
from collections.abc import Callable
from collective.virtualoffice.api.service import Service
from collective.virtualoffice.domain.errors import NoDesk
from collective.virtualoffice.domain.waiting.floor import Floor
from collective.virtualoffice.usecases.floor import act
from collective.virtualoffice.usecases.floor import read_floor
from typing import Any
from typing import TypedDict


class DeskAnswer(TypedDict):
    """Null while the clerk has no open desk for this office."""

    desk: MyDeskShape | None


class DeskService(Service):
    def desk(self) -> DeskAnswer:
        floor = read_floor(self.office, self.now)
        try:
            return {"desk": my_desk_shape(floor, floor.desk_of(self.clerk))}
        except NoDesk:
            return {"desk": None}

    def act(self, deed: Callable[[Floor, str], Any]) -> None:
        clerk = self.clerk
        act(self.office, self.now, lambda floor: deed(floor, clerk))
