"""What is stored of an object comes back as it was, and no class is named in it."""

from collective.virtualoffice.domain.compact import Compact
from collective.virtualoffice.domain.figures.journal import Kind
from collective.virtualoffice.domain.house import ClockRecord
from collective.virtualoffice.domain.waiting.desk import Desk
from collective.virtualoffice.domain.waiting.desk import Duty
from collective.virtualoffice.domain.waiting.guests import Guest
from collective.virtualoffice.domain.waiting.guests import GuestState
from collective.virtualoffice.domain.waiting.guests import Inviter
from collective.virtualoffice.domain.waiting.knock import Knock
from collective.virtualoffice.domain.waiting.progress import Progress
from collective.virtualoffice.domain.waiting.states import Outcome
from collective.virtualoffice.domain.waiting.states import Reason
from collective.virtualoffice.domain.waiting.states import State
from collective.virtualoffice.domain.waiting.states import Trouble
from collective.virtualoffice.domain.waiting.visit import Message
from collective.virtualoffice.domain.waiting.visit import Visit
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
from typing import get_type_hints
import pytest


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
    height: int = 1
    loose: object = None

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
    assert Tree(leaf).__getstate__() == {
        0: "oak",
        1: leaf.at.timestamp(),
        2: {0: leaf.at.timestamp()},
    }
    assert loads(dumps(Tree(leaf))).leaf == leaf


def test_what_is_annotated_as_plain_comes_back_as_it_was():
    tree = Tree(Leaf(datetime(2026, 1, 1, tzinfo=UTC)))
    tree.loose = Colour.RED
    assert loads(dumps(tree)).loose is Colour.RED


def test_no_class_but_the_object_s_own_is_named_and_no_attribute():
    tree = Tree(Leaf(datetime(2026, 1, 1, tzinfo=UTC), Colour.RED))
    kept = dumps(tree.__getstate__())
    for word in (b"Leaf", b"Colour", b"datetime", b"timezone", b"grown", b"colour"):
        assert word not in kept


NUMBERED = {
    Visit: "id knock arrived_at progress signs issue planned_minutes due_at messages "
    "troubles guests guests_made",
    Knock: "name service note page_language spoken_languages phone",
    Progress: "state since desk room called_at respond_by answered_at extensions "
    "attempts passed_over_until stays_next came_back outcome undone reason",
    Guest: "id invited_by state name",
    Message: "at text id",
    Desk: "id clerk duty active_at signs paused office visit taken",
    Duty: "label offices services languages",
    ClockRecord: "ran_at running_since",
}


@pytest.mark.parametrize("cls", NUMBERED)
def test_everything_that_is_stored_has_its_number(cls):
    """What stands in front of an annotation can never go away again."""
    assert list(get_type_hints(cls)) == NUMBERED[cls].split()


MEMBERS = {
    State: "waiting called in_call on_hold missed finished left transferred expired "
    "dismissed",
    Outcome: "solved follow_up in_person technical_failure ended_by_office",
    Reason: "day_ended nobody_there",
    Trouble: "script camera microphone connection",
    GuestState: "invited asking admitted refused",
    Inviter: "citizen desk",
    Kind: "knocked refused demand called finished left missed expired dismissed",
}


@pytest.mark.parametrize("enumeration", MEMBERS)
def test_every_member_that_is_stored_has_its_number(enumeration):
    """What stands in front of another can never go away again."""
    assert list(enumeration) == MEMBERS[enumeration].split()
