"""How long the office waits for what."""

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True)
class Rules:
    """The office's patience.

    ``answer``, ``room_buffer``, ``knocks`` and ``keep`` are settings; the rest are
    the published rules of docs/design.rst.
    """

    answer: timedelta = timedelta(seconds=120)
    show: timedelta = timedelta(seconds=75)
    passed_over: timedelta = timedelta(minutes=3)
    attempts: int = 2
    extensions: int = 10
    binding_extensions: int = 1
    absent: timedelta = timedelta(seconds=120)
    expire: timedelta = timedelta(minutes=30)
    come_back: timedelta = timedelta(minutes=30)
    deserted: timedelta = timedelta(minutes=30)
    hold: timedelta = timedelta(minutes=30)
    resumed: timedelta = timedelta(minutes=2)
    room_buffer: timedelta = timedelta(minutes=30)
    abandoned: timedelta = timedelta(hours=4)
    undo: timedelta = timedelta(minutes=2)
    left_alone: timedelta = timedelta(minutes=2)
    desk_closes: timedelta = timedelta(minutes=15)
    idle_asked: timedelta = timedelta(minutes=5)
    idle_paused: timedelta = timedelta(minutes=7)
    late: timedelta = timedelta(minutes=15)
    appointments_in_a_row: int = 2
    fair_wait: timedelta = timedelta(minutes=30)
    same_moment: timedelta = timedelta(seconds=10)
    same_knock: timedelta = timedelta(minutes=10)
    knock_window: timedelta = timedelta(minutes=10)
    knocks: int = 30
    keep: timedelta = timedelta(hours=24)
    keep_facts: timedelta = timedelta(days=730)
