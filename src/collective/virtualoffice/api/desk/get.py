"""Is my desk open?"""

from .service import DeskAnswer
from .service import DeskService


class Get(DeskService):
    def reply(self) -> DeskAnswer:
        return self.desk()
