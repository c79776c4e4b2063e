"""Say a name and ask to be let in."""

from .service import GuestService
from .shape import GuestShape
from collective.virtualoffice.api.errors import UnknownPath
from collective.virtualoffice.domain.waiting import company
from collective.virtualoffice.domain.waiting.knock import read_name


class Post(GuestService):
    most_steps = 2

    def reply(self) -> GuestShape:
        if self.steps[1:] != ["ask"]:
            raise UnknownPath
        name = read_name(self.data())
        self.act(lambda floor, visit, guest: company.ask(floor, visit, guest, name))
        return self.guest()
