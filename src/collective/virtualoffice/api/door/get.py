"""Is somebody there?"""

from .shape import door_shape
from .shape import DoorShape
from collective.virtualoffice.api.service import PublicService
from collective.virtualoffice.usecases.looking import look


class Get(PublicService):
    def reply(self) -> DoorShape:
        door = look(self.office, self.now).door
        return door_shape(door, self.office.absolute_url())
