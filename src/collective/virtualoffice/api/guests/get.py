"""May I come in?"""

from .service import GuestService
from .shape import GuestShape


class Get(GuestService):
    def reply(self) -> GuestShape:
        return self.guest()
