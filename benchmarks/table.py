"""What was found, to be read by people and by programs."""

from dataclasses import asdict
from figures import Comparison
from figures import Figures
from findings import Findings
from growth import show as show_growth
from statistics import median
from typing import Any


ROW = "{:23}{:>7}  {:17}{:>6}  {:15}{:>8}{:>9}{:>9}{:>9}"
HEAD = ("", "clients", "beside", "ratio", "goal", "a second", "p50 ms", "p95 ms", "")


def show(found: Findings) -> None:
    print("\n" + ", ".join(f"{name} {said}" for name, said in found.machine.items()))
    for setting, comparisons in found.comparisons.items():
        print(f"\n{setting}\n{ROW.format(*HEAD)}")
        for each in comparisons:
            print(ROW.format(*cells(each)))
    print()
    for moment, megabytes in found.memory.items():
        print(f"memory {moment}: {megabytes} MB")
    took = found.reactions
    print(
        f"\nFrom a call to the waiting page showing it, {len(took)} calls: "
        f"median {median(took):.1f} s, at most {max(took):.1f} s"
    )
    show_growth(found.growth)


def cells(each: Comparison) -> tuple[str, ...]:
    return (
        each.name,
        str(each.ours.clients),
        each.beside,
        f"{each.ratio:.2f}",
        str(each.goal),
        f"{each.ours.per_second:.0f}",
        f"{1000 * each.ours.p50:.1f}",
        f"{1000 * each.ours.p95:.1f}",
        "" if each.is_met else "MISSED",
    )


def as_json(found: Findings) -> dict[str, Any]:
    """Times in milliseconds."""
    return {
        "machine": found.machine,
        "comparisons": {
            setting: [comparison(each) for each in comparisons]
            for setting, comparisons in found.comparisons.items()
        },
        "memory_mb": found.memory,
        "call_to_page_seconds": found.reactions,
        "database_bytes": asdict(found.growth),
    }


def comparison(each: Comparison) -> dict[str, Any]:
    return {
        "name": each.name,
        "clients": each.ours.clients,
        "beside": each.beside,
        "ratio": round(each.ratio, 3),
        "goal": str(each.goal) or None,
        "is_met": each.is_met,
        "ours": figures(each.ours),
        "theirs": figures(each.theirs),
    }


def figures(found: Figures) -> dict[str, float]:
    return {
        "requests": len(found.durations),
        "per_second": round(found.per_second, 1),
        "p50_ms": round(1000 * found.p50, 2),
        "p95_ms": round(1000 * found.p95, 2),
    }
