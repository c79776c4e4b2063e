"""Which services of a list remain, and how many each other choice would leave."""

from .search import Search
from .ways import Way
from collections import Counter
from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Traits:
    """What of a service is filtered by; ``ways`` are those that are open, in order."""

    letter: str
    situations: tuple[str, ...]
    ways: tuple[Way, ...]


@dataclass(frozen=True)
class Narrowed:
    """``places`` of what remains in the list it was taken from.

    The counts say what is left by each letter, or situation, in the place of the one
    that is chosen; what would leave nothing is missing.
    """

    places: tuple[int, ...]
    letters: Mapping[str, int]
    situations: Mapping[str, int]


def narrow(search: Search, listed: Sequence[Traits]) -> Narrowed:
    """Filter by all but the text, which whoever made the list looked for."""
    wanted = set(search.ways)
    open_ways = [
        (place, each) for place, each in enumerate(listed) if wanted.issubset(each.ways)
    ]
    by_letter = [pair for pair in open_ways if _has_letter(search, pair[1])]
    by_situation = [pair for pair in open_ways if _has_situation(search, pair[1])]
    both = (place for place, each in by_letter if _has_situation(search, each))
    return Narrowed(
        places=tuple(both),
        letters=Counter(each.letter for _, each in by_situation),
        situations=_situations(each for _, each in by_letter),
    )


def _has_letter(search: Search, traits: Traits) -> bool:
    return search.letter in ("", traits.letter)


def _has_situation(search: Search, traits: Traits) -> bool:
    return not search.situation or search.situation in traits.situations


def _situations(listed: Iterable[Traits]) -> Mapping[str, int]:
    return Counter(name for each in listed for name in set(each.situations))
