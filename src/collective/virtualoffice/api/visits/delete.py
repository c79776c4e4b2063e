"""Leave; a visit that is over is erased."""

from .service import VisitService
from collective.virtualoffice.domain.waiting import staying


class Delete(VisitService):
    def reply(self) -> None:
        self.act(staying.leave)
