"""The expected wait: a range, rough while little is known."""

from collective.virtualoffice.domain.waiting.estimate import Wait
from collective.virtualoffice.domain.waiting.estimate import wait_at
from collective.virtualoffice.domain.waiting.estimate import wait_per_place
from collective.virtualoffice.domain.waiting.live import live
from hypothesis import given
from hypothesis import strategies as st


minutes = st.lists(st.floats(0, 240), max_size=20)


def test_without_a_desk_there_is_no_estimate():
    assert wait_per_place([10] * 9, 10, desks=0) is None
    assert wait_at(3, None, 0, 0) is None


def test_with_fewer_than_five_finished_visits_planned_minutes_guess_roughly():
    assert wait_per_place([60] * 4, 10, desks=1) == Wait(5, 15, rough=True)
    assert not wait_per_place([60] * 5, 10, desks=1).rough


def test_the_middle_half_of_what_was_finished_gives_the_range():
    durations = [1, 8, 10, 12, 240]
    assert wait_per_place(durations, 99, desks=1) == Wait(8, 12, rough=False)


def test_more_desks_shorten_the_wait():
    assert wait_per_place([], 10, desks=2) == Wait(2.5, 7.5, rough=True)


def test_who_finds_a_free_desk_does_not_wait():
    assert wait_at(1, Wait(5, 15, True), free_desks=2, desks=2) == Wait(0, 0, True)


def test_a_wait_is_told_in_whole_minutes():
    per_place = Wait(2.5, 7.5, False)
    assert wait_at(2, per_place, free_desks=1, desks=2) == Wait(2, 15, False)


def test_a_talk_that_is_on_may_end_at_once_or_only_just_have_begun():
    assert wait_at(0, Wait(5, 15, False), 0, desks=1) == Wait(0, 15, False)
    assert wait_at(1, Wait(5, 15, False), 0, desks=1) == Wait(5, 30, False)


def test_talks_that_are_all_still_to_begin_count_as_whole_ones():
    assert wait_at(1, Wait(5, 15, False), 1, desks=1) == Wait(5, 15, False)
    assert wait_at(2, Wait(5, 15, False), 1, desks=1) == Wait(10, 30, False)


def test_free_desks_begin_together():
    waits = [wait_at(place, Wait(2.5, 7.5, False), 2, desks=2) for place in range(5)]
    assert [(wait.low, wait.high) for wait in waits] == [
        (0, 0),
        (0, 0),
        (5, 15),
        (5, 15),
        (10, 30),
    ]


@given(
    minutes,
    st.integers(1, 60),
    st.integers(1, 9),
    st.integers(0, 9),
    st.integers(0, 200),
)
def test_a_range_is_never_upside_down_and_grows_with_the_place(
    durations, planned, desks, free, place
):
    per_place, free = wait_per_place(durations, planned, desks), min(free, desks)
    here, behind = (wait_at(at, per_place, free, desks) for at in (place, place + 1))
    assert 0 <= here.low <= here.high
    assert here.low <= behind.low
    assert here.high <= behind.high


def test_an_office_learns_from_its_finished_visits(town):
    for number in range(5):
        town.serve(f"{number}", minutes=6)
    town.later(seconds=1)
    assert live(town.floor()).board.wait_per_place == Wait(6, 6, rough=False)


def test_planned_minutes_are_those_of_the_visits_that_wait(town):
    for name, planned in (("Erika", 20), ("Max", None)):
        town.knock(name).planned_minutes = planned
    assert live(town.floor()).board.wait_per_place == Wait(7.5, 22.5, rough=True)


def test_who_stands_behind_a_talk_may_be_next_at_once_and_behind_a_call_may_not(town):
    town.open()
    town.knock("Erika")
    both = [live(town.floor()).wait(1)]
    town.speak("Max")
    both.append(live(town.floor()).wait(0))
    free, busy = both
    assert (free.low, free.high) == (5, 15)
    assert (busy.low, busy.high) == (0, 15)


def test_what_was_finished_last_week_counts_no_more(town):
    for number in range(5):
        town.serve(f"{number}")
    town.later(days=8)
    town.open()
    assert live(town.floor()).door.wait == Wait(0, 0, rough=True)
