"""How many services there are of each kind: what the council asks."""

from .care import Finding
from .facts import FITNESS
from .facts import MATURITY
from .sieve import Entry
from .sieve import UNSET
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from dataclasses import field


@dataclass(frozen=True)
class Counts:
    """How many services there are of each kind; every choice has its number."""

    total: int = 0
    online: int = 0
    by_video: int = 0
    findings: dict[str, int] = field(default_factory=dict)
    maturity: dict[str, int] = field(default_factory=dict)
    fitness: dict[str, int] = field(default_factory=dict)


def count(entries: Iterable[Entry]) -> Counts:
    """``online``: there is an application online; ``by_video``: wholly or for advice.

    The findings have one number more: of services about which there is none.
    """
    entries = list(entries)
    facts = [entry.facts for entry in entries]
    found = Counter(finding for entry in entries for finding in entry.findings)
    found[UNSET] = sum(1 for entry in entries if not entry.findings)
    maturity = Counter(each["maturity"] or UNSET for each in facts)
    fitness = Counter(each["video"] or UNSET for each in facts)
    return Counts(
        total=len(entries),
        online=sum(1 for each in facts if each["online"]),
        by_video=fitness["complete"] + fitness["advice"],
        findings={str(code): found[code] for code in (*Finding, UNSET)},
        maturity={code: maturity[code] for code in (*MATURITY, UNSET)},
        fitness={code: fitness[code] for code in (*FITNESS, UNSET)},
    )
