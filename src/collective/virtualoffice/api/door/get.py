"""Is somebody there?"""

from .shape import door_shape
from collections.abc import Mapping
from collective.virtualoffice.api.service import PublicService
from collective.virtualoffice.usecases.looking import look
from typing import Any


class Get(PublicService):
    def reply(self) -> Mapping[str, Any] | None:
        door = look(self.office, self.now).door
        return self.unless_known(door_shape(door, self.office.absolute_url()))
