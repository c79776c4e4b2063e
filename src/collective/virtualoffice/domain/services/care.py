"""Which care a service page needs, found whenever somebody looks."""

from .facts import Facts
from .facts import NOT_ACCESSIBLE
from .facts import WITHOUT_LINK
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Set
from datetime import date
from enum import StrEnum


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


def findings(
    facts: Facts, today: date, dead: Set[str], doubled: Set[str]
) -> tuple[Finding, ...]:
    """What has to be looked at, in the order of Finding.

    ``dead`` are links and ``doubled`` keys, of this page or of others too.
    """
    found = {Finding(form) for form in facts["forms"]} | set(_old(facts, today))
    checks = {
        Finding.MISSING_TEXT: facts["missing"],
        Finding.MISSING_KEY: facts["keys"] == (),
        Finding.DOUBLED_KEY: not doubled.isdisjoint(facts["keys"] or ()),
        Finding.DEAD_LINK: not dead.isdisjoint(facts["links"]),
        Finding.VIDEO_UNSET: "video" in facts["unset"],
        Finding.MATURITY_UNSET: "maturity" in facts["unset"],
    }
    found |= {finding for finding, holds in checks.items() if holds}
    return tuple(finding for finding in Finding if finding in found)


def _old(facts: Facts, today: date) -> Iterator[Finding]:
    if facts["reviewed"] is None:
        yield Finding.NEVER_REVIEWED
    elif facts["reviewed"] < year_before(today).isoformat():
        yield Finding.REVIEW_OLD


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
