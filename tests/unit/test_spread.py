"""A mapping over many trees."""

from collective.virtualoffice.domain.spread import NumberedSpread
from collective.virtualoffice.domain.spread import SHARDS
from collective.virtualoffice.domain.spread import Spread
from hypothesis import given
from hypothesis import strategies as st
import pytest


items = st.dictionaries(st.text(max_size=5), st.integers())


def filled(known):
    spread = Spread()
    for key, value in known.items():
        spread[key] = value
    return spread


@given(items, st.text(max_size=5))
def test_it_is_a_mapping(known, key):
    spread = filled(known)
    assert dict(spread.items()) == known
    assert len(spread) == len(known)
    assert sorted(spread.values()) == sorted(known.values())
    assert (key in spread) == (key in known)
    assert spread.get(key, "none") == known.get(key, "none")


@given(items, st.text(max_size=5), st.text(max_size=5))
def test_a_span_of_keys_is_found_in_every_tree(known, low, high):
    if low <= high:
        found = dict(filled(known).between(low, high))
        assert found == {key: known[key] for key in known if low <= key < high}


def test_what_is_deleted_is_gone():
    spread = filled({"a": 1})
    del spread["a"]
    assert "a" not in spread
    with pytest.raises(KeyError):
        spread["a"]


def test_keys_are_spread_over_all_trees():
    spread = filled(dict.fromkeys((f"key {n}" for n in range(2000)), 1))
    assert len(spread.shards) == SHARDS
    assert all(10 <= len(shard) <= 70 for shard in spread.shards)


@given(st.dictionaries(st.integers(0, 2**63 - 1), st.integers()), st.integers(0, 99))
def test_whole_numbers_are_keys_as_well(known, low):
    spread = NumberedSpread()
    for key, value in known.items():
        spread[key] = value
    assert dict(spread.items()) == known
    assert {key for key, _ in spread.between(low, 100)} == known.keys() & range(
        low, 100
    )


def test_neighbouring_numbers_are_spread_over_all_trees():
    spread = NumberedSpread()
    for number in range(2000):
        spread[1_000_000 * number] = spread[1_000_000 * number + 1] = 1
    assert all(20 <= len(shard) <= 140 for shard in spread.shards)
