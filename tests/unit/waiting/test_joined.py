"""Somebody joins the queue: what is remembered is amended, not looked up again."""

from collective.virtualoffice.domain.waiting.live import joined
from collective.virtualoffice.domain.waiting.live import live
from dataclasses import replace
import pytest


@pytest.fixture
def crowd(town):
    """A town in which 105 may wait, with one desk."""
    crowd = replace(town, most_waiting=105)
    crowd.open()
    return crowd


def test_it_is_as_if_everybody_had_been_looked_at_again(crowd):
    seen = live(crowd.floor())
    for number in range(105):
        visit = crowd.knock(f"guest-{number}")
        seen = joined(seen, visit.id, crowd.most_waiting)
        crowd.later(seconds=1)
        assert seen == live(crowd.floor())


def test_who_was_seen_already_does_not_join_twice(crowd):
    visit = crowd.knock()
    seen = live(crowd.floor())
    assert joined(seen, visit.id, crowd.most_waiting) is seen


def test_an_appointment_keeps_its_place_before_who_joins(crowd):
    booked = crowd.knock("booked", due_at=crowd.now)
    seen = live(crowd.floor())
    crowd.later(seconds=1)
    late = crowd.knock("late")
    assert joined(seen, late.id, 105).places == {booked.id: 0, late.id: 1}
    assert joined(seen, late.id, 105) == live(crowd.floor())
