"""What the pages do during one visit of ten minutes, as their scripts do it.

Half of it is waiting and half is talking. The names are deeds of `tale.py`.
"""

from collections.abc import Iterator


MINUTE = 60
CALLED = 5 * MINUTE
SHOWN = CALLED + 2  # the page asks the board every two seconds near the front
ENTERED = SHOWN + 8
ENDED = 10 * MINUTE

PRESENCE = 25  # what the server asks for near the front
SEAT = 30  # seat.js
ATTENDANCE = 30  # attendance.js

Moment = tuple[int, str]


def whole_visit() -> list[Moment]:
    """Every deed with its second, in order.

    The clerk keeps the staff view open, and the room in a tab of its own.
    """
    moments = [
        (0, "knock"),
        *again("presence", 0, ENTERED, PRESENCE),
        *again("desk presence", 0, ENDED, ATTENDANCE),
        (CALLED, "call"),
        *again("clerk's seat", CALLED, ENDED, SEAT),
        *again("desk presence", CALLED, ENDED, ATTENDANCE),
        (SHOWN, "shown"),
        (ENTERED, "answer"),
        *again("presence", ENTERED, ENDED, PRESENCE),
        *again("citizen's seat", ENTERED, ENDED, SEAT),
        (ENDED, "goodbye"),
        (ENDED, "finish"),
    ]
    return sorted(moments, key=lambda moment: moment[0])


def again(deed: str, start: int, end: int, every: int) -> Iterator[Moment]:
    """From ``start`` until before ``end``."""
    return ((second, deed) for second in range(start, end, every))
