"""One clerk on duty."""

from .knock import Knock
from collective.virtualoffice.domain.compact import Compact
from collective.virtualoffice.domain.signs import QUICKEST
from collective.virtualoffice.domain.signs import Signs
from dataclasses import dataclass
from dataclasses import field
from datetime import datetime


@dataclass(frozen=True)
class Duty:
    """What a clerk opens a desk for.

    ``offices`` are office keys; empty ``services`` (UIDs) and ``languages``
    (ranges as in RFC 4647: "de" means "de-AT" too) mean any.
    """

    label: str
    offices: tuple[str, ...]
    services: tuple[str, ...] = field(default=())
    languages: tuple[str, ...] = field(default=())

    def serves(self, knock: Knock) -> bool:
        """Whether a visit falls under the clerk's own filter."""
        return self._offers(knock.service) and self._speaks(knock.spoken_languages)

    def _offers(self, service: str | None) -> bool:
        return not self.services or service in (None, *self.services)

    def _speaks(self, spoken: tuple[str, ...]) -> bool:
        if not self.languages or not spoken:
            return True
        ranges = [f"{language.lower()}-" for language in self.languages]
        tags = [f"{tag.lower()}-" for tag in spoken]
        return any(tag.startswith(known) for tag in tags for known in ranges)


class Desk(Compact):
    """A desk, from opening to closing.

    ``office`` and ``visit`` point at the visit attached last. Who holds it is
    said by the visit; every deed that attaches a visit writes both, so two
    that would give one desk two visits conflict. ``taken`` is the visit that a
    colleague took over, until the clerk does something again.
    """

    id: str
    clerk: str
    duty: Duty
    active_at: datetime
    signs: Signs
    paused: bool = False
    office: str | None = None
    visit: str | None = None
    taken: str | None = None

    def __init__(self, id: str, clerk: str, duty: Duty, now: datetime) -> None:
        self.id = id
        self.clerk = clerk
        self.duty = duty
        self.active_at = now
        self.signs = Signs(now)

    def attach(self, office: str, visit: str, now: datetime) -> None:
        self.office, self.visit = office, visit
        self.wake(now)

    def let_go(self, at: datetime) -> None:
        """Its visit went away by itself: the desk is idle from then on."""
        self.active_at = max(self.active_at, at)

    def has_only_called(self, id: str, called_at: datetime | None) -> bool:
        """Whether this visit was called here, and nothing else was done since.

        When it is over it says itself since when the desk is idle: the end of most
        visits needs no writing here.
        """
        return (self.visit, self.active_at, self.taken) == (id, called_at, None)

    def close(self) -> None:
        """Written at its end, so that who attaches a visit meanwhile conflicts."""
        self.office = self.visit = None

    def wake(self, now: datetime) -> None:
        """The clerk did something: the desk is not paused and not idle."""
        self.paused = False
        self.taken = None
        self.active_at = now
        self.signs.note(now, QUICKEST)
