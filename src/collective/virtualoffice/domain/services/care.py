"""Which care a service page needs, found whenever somebody looks."""

from .facts import Facts
from .facts import NOT_ACCESSIBLE
from .facts import WITHOUT_LINK
from collections.abc import Iterable
from collections.abc import Set
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from itertools import compress


class Finding(StrEnum):
    """Something that an editor has to look at."""

    MISSING_TEXT = "missing_text"
    MISSING_KEY = "missing_key"
    DOUBLED_KEY = "doubled_key"
    FORM_WITHOUT_LINK = WITHOUT_LINK
    FORM_NOT_ACCESSIBLE = NOT_ACCESSIBLE
    DEAD_LINK = "dead_link"
    NEVER_REVIEWED = "never_reviewed"
    REVIEW_OLD = "review_old"
    VIDEO_UNSET = "video_unset"
    MATURITY_UNSET = "maturity_unset"


FINDINGS = tuple(Finding)


@dataclass(frozen=True)
class Look:
    """Somebody looks on a day; ``dead`` are links and ``doubled`` keys of any page."""

    today: date
    dead: Set[str] = frozenset()
    doubled: Set[str] = frozenset()

    @cached_property
    def oldest(self) -> str:
        """The day on which a review still counts."""
        return year_before(self.today).isoformat()

    def findings(self, facts: Facts) -> tuple[Finding, ...]:
        """What has to be looked at, in the order of Finding."""
        reviewed = facts["reviewed"]
        checks = (
            facts["missing"],
            facts["keys"] == (),
            not self.doubled.isdisjoint(facts["keys"] or ()),
            WITHOUT_LINK in facts["forms"],
            NOT_ACCESSIBLE in facts["forms"],
            not self.dead.isdisjoint(facts["links"]),
            reviewed is None,
            reviewed is not None and reviewed < self.oldest,
            "video" in facts["unset"],
            "maturity" in facts["unset"],
        )
        return tuple(compress(FINDINGS, checks))


def year_before(day: date) -> date:
    """The same day a year before; 28 February for a leap day."""
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return day.replace(year=day.year - 1, day=28)


def doubled_keys(pages: Iterable[Facts]) -> dict[str, frozenset[str]]:
    """By language, the keys that more than one page has: translations share theirs."""
    held: dict[tuple[str, str], int] = {}
    for page in pages:
        for key in page["keys"] or ():
            place = page["language"], key
            held[place] = held.get(place, 0) + 1
    found: dict[str, set[str]] = {}
    for (language, key), count in held.items():
        if count > 1:
            found.setdefault(language, set()).add(key)
    return {language: frozenset(keys) for language, keys in found.items()}
