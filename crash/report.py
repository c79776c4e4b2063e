"""What was done and found, to be read."""

from collections import Counter
from collections.abc import Mapping
from ledger import Ledger
import sys


ROW = "{:20}{:>14}{:>10}{:>10}{:>10}"
COLUMNS = ("acknowledged", "cut off", "refused", "busy")
SHOWN = 40  # findings in words; more of them say nothing new


def say(text: str) -> None:
    print(f"== {text}", file=sys.stderr, flush=True)


def life(kills: int, lived: str, up: float, checked: int, found: list[str]) -> None:
    """One line after every restart."""
    verdict = f"{len(found)} WRONG: {found[0]}" if found else "all as acknowledged"
    say(
        f"Kill {kills:2}: after {lived}; up again {up:.1f} s later; "
        f"{checked} visits looked at, {verdict}"
    )


def show(ledger: Ledger, seen: Mapping[str, str], kills: int, seconds: float) -> None:
    print(f"\n{kills} kills in {seconds:.0f} s, {len(ledger.visits)} visits\n")
    print(ROW.format("Requests", *COLUMNS))
    for deed in sorted({deed for deed, how in ledger.counts}):
        print(ROW.format(deed, *(ledger.counts[deed, how] for how in COLUMNS)))
    print(ROW.format("all", *(ledger.total(how) for how in COLUMNS)))
    states = Counter(seen.values())
    print("\nVisits at the end:", listed(states))
    print(
        f"Of {ledger.counts['knock', 'cut off']} knocks that were cut off, "
        f"{ledger.counts['knock repeated', 'found']} had come through: "
        "the repeated ones found their visit."
    )
    verdict(ledger.findings)


def listed(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{count} {name}" for name, count in sorted(counts.items()))


def verdict(findings: list[str]) -> None:
    if not findings:
        print("\nNothing lost, nothing doubled, no rule broken, all links work.")
        return
    print(f"\n{len(findings)} WRONG:")
    for finding in findings[:SHOWN]:
        print(f"  {finding}")
