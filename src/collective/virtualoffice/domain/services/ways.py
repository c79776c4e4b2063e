"""Ways to get a service done by which a list can be filtered."""

from enum import StrEnum


class Way(StrEnum):
    """``VIDEO`` is meant right now: one of its offices can be knocked at."""

    VIDEO = "video"
    APPOINTMENT = "appointment"
    ONLINE = "online"
