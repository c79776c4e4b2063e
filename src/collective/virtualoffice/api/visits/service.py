"""What the holder of a private link asks of a visit."""

from .shape import visit_shape
from .shape import VisitShape
from collections.abc import Callable
from collective.virtualoffice.api.errors import UnknownPath
from collective.virtualoffice.api.service import LinkService
from collective.virtualoffice.domain.errors import UnknownVisit
from collective.virtualoffice.domain.waiting.floor import Floor
from collective.virtualoffice.domain.waiting.visit import Visit
from collective.virtualoffice.keys import KeyUnavailable
from collective.virtualoffice.language import speak
from collective.virtualoffice.refusals import Explanation
from collective.virtualoffice.usecases.floor import act_as_visitor
from collective.virtualoffice.usecases.floor import find_visit
from collective.virtualoffice.usecases.floor import read_floor
from collective.virtualoffice.usecases.looking import look_at_visit
from contextlib import suppress
from typing import Any
from typing import TypeVar


T = TypeVar("T")


class VisitService(LinkService):
    """Speaks the language that the visit began in."""

    def visit(self) -> VisitShape:
        """The visit as it stands. Raises UnknownVisit."""
        stay = look_at_visit(self.office, self.token, self.now)
        return visit_shape(self.office, stay)

    def act(self, deed: Callable[[Floor, Visit], T], quiet: bool = False) -> T:
        return act_as_visitor(self.office, self.token, self.now, deed, quiet)

    def refuse(self, why: Explanation) -> dict[str, Any]:
        with suppress(UnknownPath, UnknownVisit, KeyUnavailable):
            visit = find_visit(read_floor(self.office, self.now), self.token)
            speak(self.request, visit.knock.page_language)
        return super().refuse(why)
