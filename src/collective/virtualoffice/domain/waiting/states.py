"""The words for where a visit and a door can stand, and what keeps people apart."""

from enum import StrEnum


class State(StrEnum):
    """Where a visit stands."""

    WAITING = "waiting"
    CALLED = "called"
    IN_CALL = "in_call"
    ON_HOLD = "on_hold"
    MISSED = "missed"
    FINISHED = "finished"
    LEFT = "left"
    TRANSFERRED = "transferred"
    EXPIRED = "expired"
    DISMISSED = "dismissed"


INSIDE = frozenset({State.WAITING, State.CALLED, State.IN_CALL, State.ON_HOLD})
OVER = frozenset(State) - INSIDE - {State.MISSED}


class Outcome(StrEnum):
    """How a clerk says a visit ended."""

    SOLVED = "solved"
    FOLLOW_UP = "follow_up"
    IN_PERSON = "in_person"
    TECHNICAL_FAILURE = "technical_failure"
    ENDED_BY_OFFICE = "ended_by_office"


class Reason(StrEnum):
    """Why the office sent a waiting visit away."""

    DAY_ENDED = "day_ended"
    NOBODY_THERE = "nobody_there"


class Trouble(StrEnum):
    """The video's script, a device, or the way to the video server fails."""

    SCRIPT = "script"
    CAMERA = "camera"
    MICROPHONE = "microphone"
    CONNECTION = "connection"


class Status(StrEnum):
    """The public state of an office's door."""

    CLOSED = "closed"
    SUSPENDED = "suspended"
    UNSTAFFED = "unstaffed"
    FULL = "full"
    FREE = "free"
    OCCUPIED = "occupied"
