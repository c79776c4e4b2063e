"""Writes what a run found into the docs: `docs/figures.inc`, from `var/bench.json`."""

from collections.abc import Iterable
from collections.abc import Iterator
from instance import CHECKOUT
from statistics import median
from typing import Any
import json


FOUND = CHECKOUT / "var" / "bench.json"
QUOTED = CHECKOUT / "docs" / "figures.inc"
Row = tuple[str, ...]


def main() -> None:
    found = json.loads(FOUND.read_text())
    QUOTED.write_text("\n".join(quote(found)) + "\n")
    print(f"Written: {QUOTED}")


def quote(found: dict[str, Any]) -> Iterator[str]:
    machine = found["machine"]
    said = ", ".join(f"{name} {value}" for name, value in machine.items())
    yield f"Measured on: {said}.\n"
    for setting, comparisons in found["comparisons"].items():
        yield from ratios(setting, comparisons)
    for setting, comparisons in found["comparisons"].items():
        yield from speeds(setting, comparisons)
    yield from growth(found["database_bytes"])
    yield from others(found)


def ratios(setting: str, comparisons: list[dict[str, Any]]) -> Iterator[str]:
    """One line for each row, with a column for each number of clients."""
    clients = sorted({each["clients"] for each in comparisons})
    rows: dict[Row, list[str]] = {}
    for each in comparisons:
        name = each["name"], each["beside"], each["goal"] or ""
        missed = "" if each["is_met"] else " (missed)"
        rows.setdefault(name, []).append(f"{each['ratio']:.2f}{missed}")
    head = ("", "beside", "goal", *map(str, clients))
    title = f"Ratios with so many clients: {setting}"
    yield from table(title, head, ((*name, *each) for name, each in rows.items()))


def speeds(setting: str, comparisons: list[dict[str, Any]]) -> Iterator[str]:
    head = ("", "clients", "a second", "p50, ms", "p95, ms", "beside: a second")
    rows = (
        (
            each["name"],
            str(each["clients"]),
            f"{each['ours']['per_second']:.0f}",
            f"{each['ours']['p50_ms']:.1f}",
            f"{each['ours']['p95_ms']:.1f}",
            f"{each['theirs']['per_second']:.0f}",
        )
        for each in comparisons
    )
    yield from table(f"Requests: {setting}", head, rows)


def growth(found: dict[str, Any]) -> Iterator[str]:
    head = ("", "times", "bytes of Data.fs")
    rows = [
        (deed, f"{times:.0f}", f"{size:.0f}")
        for deed, (times, size) in found["deeds"].items()
    ]
    whole = [
        ("a whole visit of ten minutes", "", f"{found['visit']:.0f}"),
        ("of these added to what an open desk writes", "", f"{found['added']:.0f}"),
        ("left of it after packing", "", f"{found['packed']:.0f}"),
        ("left of it once it is erased", "", f"{found['erased']:.0f}"),
        ("an hour of waiting in front", "", f"{found['hour_in_front']:.0f}"),
        ("an hour of waiting, one of a hundred", "", f"{found['hour_in_crowd']:.0f}"),
        ("an hour of an open desk", "", f"{found['hour_of_desk']:.0f}"),
        ("an hour of the clock, nothing due", "", f"{found['hour_of_clock']:.0f}"),
    ]
    yield from table("Growth of the database", head, rows + whole)


def others(found: dict[str, Any]) -> Iterator[str]:
    memory = found["memory_mb"].items()
    took = found["call_to_page_seconds"]
    rows = [(f"memory {moment}", f"{size} MB") for moment, size in memory]
    rows += [
        ("from a call to the page showing it, median", f"{median(took):.1f} s"),
        (f"the slowest of {len(took)} calls", f"{max(took):.1f} s"),
    ]
    yield from table("Memory of the process, and reaction in Chromium", ("", ""), rows)


def table(title: str, head: Row, rows: Iterable[Row]) -> Iterator[str]:
    """In reStructuredText."""
    yield f".. list-table:: {title}\n   :header-rows: 1\n"
    for row in (head, *rows):
        for first, cell in enumerate(row):
            yield f"   {'  -' if first else '* -'} {cell}".rstrip()
    yield ""


if __name__ == "__main__":
    main()
