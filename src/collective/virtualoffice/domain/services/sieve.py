"""The services of a site, sifted and sorted."""

from ..errors import Invalid
from .care import Finding
from .facts import Facts
from .facts import FITNESS
from .facts import MATURITY
from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import fields
from dataclasses import replace
from typing import Any
from typing import NamedTuple
from typing import Self
from unicodedata import normalize


# Not said, or none of them; no service, office or workflow calls anything so.
UNSET = "none-set"
MOST_TEXT = 200
ASCENDING, DESCENDING = "asc", "desc"


class Entry(NamedTuple):
    """One service as an editor looks at it: what is stored, and what was found.

    ``state`` is the code of its workflow; ``dead`` and ``doubled`` are its own links
    and keys that have to be looked at.
    """

    uid: str
    title: str
    description: str
    state: str
    situations: tuple[str, ...]
    facts: Facts
    findings: tuple[Finding, ...]
    dead: tuple[str, ...] = ()
    doubled: tuple[str, ...] = ()


@dataclass(frozen=True)
class Sieve:
    """Which services are wanted, and in which order; empty: all, by title."""

    finding: str = ""
    office: str = ""
    maturity: str = ""
    fitness: str = ""
    situation: str = ""
    state: str = ""
    text: str = ""
    sort: str = "title"
    order: str = ASCENDING

    @classmethod
    def read(cls, form: Mapping[str, Any]) -> Self:
        """The sieve in untrusted words. Raises Invalid naming what there is not."""
        given = {each.name: form.get(each.name, "") for each in fields(cls)}
        wrong = {n: "not_text" for n, value in given.items() if type(value) is not str}
        said = {n: value.strip() for n, value in given.items() if n not in wrong}
        for name, choices in CHOICES.items():
            if said.get(name) and said[name] not in choices:
                wrong[name] = "unknown"
        if len(said.get("text", "")) > MOST_TEXT:
            wrong["text"] = "too_long"
        if wrong:
            raise Invalid(wrong)
        return cls(**{name: value for name, value in said.items() if value})

    @property
    def said(self) -> dict[str, str]:
        """What is not as it is of itself, in words that `read` reads again."""
        usual = type(self)()
        given = {each.name: getattr(self, each.name) for each in fields(self)}
        return {n: value for n, value in given.items() if value != getattr(usual, n)}

    @property
    def sifts(self) -> bool:
        """Does it leave anything out?"""
        return bool(self.said.keys() - {"sort", "order"})

    def sorted_by(self, sort: str) -> Self:
        """The same, sorted anew; the other way round when it is sorted so already."""
        turned = sort == self.sort and self.order == ASCENDING
        return replace(self, sort=sort, order=DESCENDING if turned else ASCENDING)

    def sift(self, entries: Iterable[Entry]) -> list[Entry]:
        """What is found, in order; what sorts alike stands by title."""
        words = folded(self.text).split()
        checks = [check for name, check in CHECKS.items() if getattr(self, name)]
        found = [
            entry
            for entry in entries
            if all(check(self, entry) for check in checks)
            and (not words or _says(entry, words))
        ]
        found.sort(key=lambda entry: (folded(entry.title), entry.uid))
        if self.said.keys() & {"sort", "order"}:
            found.sort(key=SORTS[self.sort], reverse=self.order == DESCENDING)
        return found


def folded(text: str) -> str:
    """For comparison: without case and marks, so that Ä stands with A (DIN 5007-1)."""
    if text.isascii():
        return text.lower()
    plain = normalize("NFKD", text.casefold())
    return "".join(each for each in plain if not "\u0300" <= each <= "\u036f")


def _says(entry: Entry, words: list[str]) -> bool:
    """Every word somewhere in what it is called, or in its keys without spaces."""
    names = folded(f"{entry.title}\n{entry.description}\n{entry.facts['names']}")
    keys = entry.facts["keys"] or ()
    if any("".join(words) in key for key in keys):
        return True
    return all(word in names for word in words)


def _one_of(wanted: str, values: Iterable[str]) -> bool:
    values = tuple(values)
    return not values if wanted == UNSET else wanted in values


def _is(wanted: str, value: str | None) -> bool:
    return (value or UNSET) == wanted


CHECKS: dict[str, Callable[[Sieve, Entry], bool]] = {
    "finding": lambda sieve, entry: _one_of(sieve.finding, entry.findings),
    "office": lambda sieve, entry: _one_of(sieve.office, entry.facts["offices"]),
    "maturity": lambda sieve, entry: _is(sieve.maturity, entry.facts["maturity"]),
    "fitness": lambda sieve, entry: _is(sieve.fitness, entry.facts["video"]),
    "situation": lambda sieve, entry: _one_of(sieve.situation, entry.situations),
    "state": lambda sieve, entry: _is(sieve.state, entry.state),
}

SORTS: dict[str, Callable[[Entry], Any]] = {
    "title": lambda entry: (folded(entry.title), entry.uid),
    "state": lambda entry: entry.state,
    "fitness": lambda entry: (*FITNESS, None).index(entry.facts["video"]),
    "maturity": lambda entry: entry.facts["maturity"] or "",
    "reviewed": lambda entry: entry.facts["reviewed"] or "",
    "findings": lambda entry: len(entry.findings),
}

CHOICES = {
    "finding": {*Finding, UNSET},
    "maturity": {*MATURITY, UNSET},
    "fitness": {*FITNESS, UNSET},
    "sort": set(SORTS),
    "order": {ASCENDING, DESCENDING},
}
