"""What an import would do, row by row, plain enough to be kept and shown later."""

from collections import Counter
from collective.virtualoffice.domain.services.comparison import Change
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from zope.i18nmessageid import Message


class Verdict(StrEnum):
    """What happens to a row."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


@dataclass(frozen=True)
class Refusal:
    """Why a row is not taken; the column is empty where it is about the row."""

    column: str
    reason: Message | str


@dataclass(frozen=True)
class Loss:
    """What was taken out of the HTML of a cell."""

    column: str
    gone: tuple[str, ...]


@dataclass(frozen=True)
class RowReport:
    """One row of the file; ``url`` is the page's, where there is one already."""

    number: int
    title: str
    verdict: Verdict
    url: str = ""
    changes: tuple[Change, ...] = ()
    losses: tuple[Loss, ...] = ()
    refusals: tuple[Refusal, ...] = ()

    @property
    def edited_here(self) -> bool:
        """Does the row bring something else than what was edited in the site?"""
        return any(change.edited_here for change in self.changes)


@dataclass(frozen=True)
class Vanished:
    """A service of the same source that the file does not name; it stays."""

    title: str
    url: str
    external_id: str


@dataclass(frozen=True)
class Report:
    """All of it; ``digest`` tells whether the same would be done again."""

    rows: tuple[RowReport, ...]
    vanished: tuple[Vanished, ...]
    read_as: tuple[tuple[str, str], ...]
    digest: str

    @property
    def counts(self) -> Counter[str]:
        """How many rows there are of each verdict."""
        return Counter(row.verdict for row in self.rows)

    @property
    def edited_here(self) -> int:
        return sum(row.edited_here for row in self.rows)


def digest(parts: object) -> str:
    """The same for the same."""
    return sha256(repr(parts).encode()).hexdigest()
