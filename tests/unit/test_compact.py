"""What is stored of an object comes back as it was, and no class is named in it."""

from collective.virtualoffice.domain.compact import Compact
from dataclasses import dataclass
from datetime import datetime
from datetime import timedelta
from datetime import timezone
from datetime import UTC
from enum import StrEnum
from hypothesis import given
from hypothesis import strategies as some
from pickle import dumps
from pickle import loads


class Colour(StrEnum):
    RED = "red"


@dataclass(frozen=True)
class Leaf:
    at: datetime
    colour: Colour | None = None
    words: tuple[str, ...] = ()


class Tree(Compact):
    name: str
    grown: datetime
    leaf: Leaf
    leaves: tuple[Leaf, ...] = ()
    felled: datetime | None = None
    height = 1

    def __init__(self, leaf: Leaf) -> None:
        self.leaf, self.grown, self.name = leaf, leaf.at, "oak"


EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
ZONES = some.sampled_from([UTC, timezone(timedelta(hours=2))])
MICROSECONDS = some.integers(0, 4_000_000_000_000_000)
MOMENTS = some.builds(
    lambda count, zone: (EPOCH + timedelta(microseconds=count)).astimezone(zone),
    MICROSECONDS,
    ZONES,
)
WORDS = some.lists(some.text()).map(tuple)
LEAVES = some.builds(Leaf, at=MOMENTS, colour=some.sampled_from(Colour), words=WORDS)


@given(LEAVES, some.lists(LEAVES), some.none() | MOMENTS)
def test_everything_comes_back_to_the_microsecond(leaf, leaves, felled):
    tree = Tree(leaf)
    tree.leaves, tree.felled, tree.height = tuple(leaves), felled, 7
    back = loads(dumps(tree))
    for name in ("name", "grown", "leaf", "leaves", "felled", "height"):
        assert getattr(back, name) == getattr(tree, name)
    assert type(back.leaf.colour) is Colour
    assert back.grown.tzinfo is UTC


def test_what_is_not_said_of_a_value_is_not_stored():
    leaf = Leaf(datetime(2026, 1, 1, tzinfo=UTC))
    assert Tree(leaf).__getstate__()["leaf"] == {"at": leaf.at.timestamp()}
    assert loads(dumps(Tree(leaf))).leaf == leaf


def test_no_class_but_the_object_s_own_is_named():
    tree = Tree(Leaf(datetime(2026, 1, 1, tzinfo=UTC), Colour.RED))
    kept = dumps(tree.__getstate__())
    for word in (b"Leaf", b"Colour", b"datetime", b"timezone"):
        assert word not in kept
