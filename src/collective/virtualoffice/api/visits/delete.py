"""Leave; a visit that is over is erased. Or take back what invites somebody."""

from .guests import withdraw
from .service import VisitService
from collective.virtualoffice.api.errors import UnknownPath
from collective.virtualoffice.domain.waiting import staying


class Delete(VisitService):
    most_steps = 3

    def reply(self) -> None:
        match self.steps[1:]:
            case []:
                self.act(staying.leave)
            case ["guests", guest]:
                withdraw(self, guest)
            case _:
                raise UnknownPath
