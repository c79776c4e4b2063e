"""What a file changes, and what was edited in the site since the last import."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256


# Of long texts a report shows the place where they differ, with so much around it.
AROUND = 60
LONGEST = 600
MORE = "…"


@dataclass(frozen=True)
class Change:
    """One field that a file brings otherwise than the site has it.

    ``edited_here``: the site's value is not what the last import wrote.
    """

    column: str
    old: str
    new: str
    edited_here: bool = False


def mark(cell: str) -> str:
    """What is remembered of a cell that an import wrote."""
    return sha256(cell.encode()).hexdigest()[:16]


NOTHING = mark("")


def is_edited(cell: str, written: Mapping[str, str], column: str) -> bool:
    """Does the site hold something else than the last import wrote?

    Where no import ever wrote anything, everything was written here.
    """
    return mark(cell) != written.get(column, NOTHING)


def compare(
    here: Mapping[str, str], file: Mapping[str, str], written: Mapping[str, str]
) -> list[Change]:
    """The changes by which ``here`` would become as the file says, in its order."""
    return [
        Change(name, here[name], cell, is_edited(here[name], written, name))
        for name, cell in file.items()
        if cell != here[name]
    ]


def excerpt(change: Change) -> Change:
    """The change with texts short enough for a report, cut around the difference."""
    if max(len(change.old), len(change.new)) <= LONGEST:
        return change
    start = max(0, _common(change.old, change.new) - AROUND)
    old, new = (_cut(text, start) for text in (change.old, change.new))
    return Change(change.column, old, new, change.edited_here)


def _common(old: str, new: str) -> int:
    """How many characters both have in common at their beginning."""
    pairs = zip(old, new, strict=False)
    differ = (at for at, (a, b) in enumerate(pairs) if a != b)
    return next(differ, min(len(old), len(new)))


def _cut(text: str, start: int) -> str:
    end = start + LONGEST
    before, after = MORE if start else "", MORE if len(text) > end else ""
    return f"{before}{text[start:end]}{after}"
