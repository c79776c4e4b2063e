"""Ways into an office that somebody chose instead of the door."""

from enum import StrEnum


class Way(StrEnum):
    """Another way in."""

    PHONE = "phone"
    ADDRESS = "address"
    APPOINTMENT = "appointment"
    ONLINE = "online"
    OTHER = "other"
