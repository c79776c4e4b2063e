"""Withdraw what was said to all."""

from collective.virtualoffice.api.errors import UnknownPath
from collective.virtualoffice.api.service import Service
from collective.virtualoffice.domain.waiting import calling
from collective.virtualoffice.usecases.floor import act


class Delete(Service):
    most_steps = 1

    def reply(self) -> None:
        if not self.steps:
            raise UnknownPath
        (id,) = self.steps
        act(self.office, self.now, lambda floor: calling.withdraw(floor, id))
