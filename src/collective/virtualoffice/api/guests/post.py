"""Say a name and ask to be let in; say to be in the room."""

from .service import GuestService
from .shape import GuestShape
from collective.virtualoffice.api.errors import UnknownPath
from collective.virtualoffice.api.people import read_here
from collective.virtualoffice.domain.waiting import company
from collective.virtualoffice.domain.waiting.knock import read_name
from collective.virtualoffice.domain.waiting.seating import note_guest


class Post(GuestService):
    most_steps = 2

    def reply(self) -> GuestShape | None:
        match self.steps[1:]:
            case ["ask"]:
                return self.ask()
            case ["seat"]:
                return self.sit()
        raise UnknownPath

    def ask(self) -> GuestShape:
        name = read_name(self.data())
        self.act(lambda floor, visit, guest: company.ask(floor, visit, guest, name))
        return self.guest()

    def sit(self) -> None:
        """In the room, or out of it."""
        here = read_here(self.data())
        self.act(lambda floor, visit, guest: note_guest(floor, visit, guest, here))
