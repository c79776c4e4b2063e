"""What the holder of a guest's link asks."""

from .shape import guest_shape
from .shape import GuestShape
from collections.abc import Callable
from collective.virtualoffice.api.service import LinkService
from collective.virtualoffice.domain.waiting.floor import Floor
from collective.virtualoffice.domain.waiting.visit import Visit
from collective.virtualoffice.usecases.guests import act_as_guest
from collective.virtualoffice.usecases.guests import look_at_guest


class GuestService(LinkService):
    def guest(self) -> GuestShape:
        """How it stands. Raises UnknownGuest."""
        presented = look_at_guest(self.office, self.token, self.now)
        return guest_shape(self.office, presented)

    def act(self, deed: Callable[[Floor, Visit, str], None]) -> None:
        act_as_guest(self.office, self.token, self.now, deed)
