"""How does my visit stand?"""

from .service import VisitService
from .shape import VisitShape


class Get(VisitService):
    def reply(self) -> VisitShape:
        return self.visit()
