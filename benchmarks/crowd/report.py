"""What was seen, to be read."""

from collections.abc import Iterable
from collections.abc import Mapping
from machine import machine
from statistics import median
from tally import Reaction
from tally import Tally
from watch import Served
import sys


ROW = "{:16}{:>10}{:>10}{:>10}{:>10}"
GOAL = 2.2
UNNOTICED = 60.0


def say(text: str) -> None:
    print(f"== {text}", file=sys.stderr, flush=True)


def show(
    crowd: str, tally: Tally, seconds: float, served: Served, cpu: Mapping[str, float]
) -> None:
    print(f"\n{crowd}; {seconds:.0f} s")
    print("; ".join(f"{name} {value}" for name, value in machine().items()))
    print(f"\nA second: {served.all / seconds:.0f} at nginx, ", end="")
    print(f"{served.zope / seconds:.0f} of them at Zope")
    print("Cache:", listed(served.cache.items()))
    print("Answers:", listed(sorted(served.statuses.items())))
    print("Of one core:", ", ".join(f"{who} {part:.0%}" for who, part in cpu.items()))
    show_requests(tally, seconds)
    show_reactions(tally.reactions)
    unnoticed = tally.unnoticed(UNNOTICED)
    print(f"\nCalls of which no page knew after {UNNOTICED:.0f} s: {unnoticed}")
    print(f"Errors: {sum(tally.failures.values())}")
    for failure, times in tally.failures.most_common(10):
        print(f"  {times} x {failure}")


def show_requests(tally: Tally, seconds: float) -> None:
    print()
    print(ROW.format("Request", "a second", "p50 ms", "p95 ms", "max ms"))
    for kind, took in sorted(tally.took.items()):
        rate = f"{len(took) / seconds:.1f}"
        times = (f"{1000 * at(took, part):.0f}" for part in (0.5, 0.95, 1))
        print(ROW.format(kind, rate, *times))


def show_reactions(reactions: list[Reaction]) -> None:
    """By the rhythm in which the pages ask."""
    print("\nFrom the call to the page, in seconds")
    print(ROW.format("Rhythm of page", "calls", "p50", "p95", "max"))
    for interval in sorted({each.interval for each in reactions}):
        some = [each for each in reactions if each.interval == interval]
        show_times(f"{interval:.0f} s: knows it", [each.known for each in some])
        show_times(f"{interval:.0f} s: shows it", [each.shown for each in some])
    over = [each.known - each.interval for each in reactions]
    show_times("beyond rhythm", over)
    if over:
        verdict = "met" if at(over, 0.95) <= GOAL else "MISSED"
        print(f"Goal: known within the rhythm and {GOAL} s, p95: {verdict}")


def show_times(name: str, seconds: list[float]) -> None:
    times = (f"{at(seconds, part):.2f}" for part in (0.5, 0.95, 1)) if seconds else ()
    print(ROW.format(name, len(seconds), *times, *[""] * (0 if seconds else 3)))


def at(values: list[float], part: float) -> float:
    """The value below which that part of all lies."""
    if part == 0.5:
        return median(values)
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))]


def listed(pairs: Iterable[tuple[object, int]]) -> str:
    return ", ".join(f"{name} {count}" for name, count in pairs)
