"""Close my desk."""

from .service import DeskService
from collective.virtualoffice.domain.waiting import duty


class Delete(DeskService):
    def reply(self) -> None:
        self.act(duty.close_desk)
