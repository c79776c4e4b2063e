"""Not come along; the name is erased and the link is dead."""

from .service import GuestService
from collective.virtualoffice.domain.waiting import company


class Delete(GuestService):
    def reply(self) -> None:
        self.act(company.go)
