"""Count it, without a person."""

from collective.virtualoffice.api.service import Service
from collective.virtualoffice.domain.errors import Invalid
from collective.virtualoffice.domain.figures.demand import Way
from collective.virtualoffice.usecases.demand import note_demand


class Post(Service):
    def reply(self) -> None:
        note_demand(self.office, _way(self.data().get("way")), self.now)


def _way(code: object) -> Way:
    """Raises Invalid."""
    if code not in list(Way):
        raise Invalid({"way": "required" if code is None else "unknown"})
    return Way(code)
