"""What staff want of the door, read without trust."""

from collections.abc import Mapping
from collective.virtualoffice.domain.errors import Invalid
from collective.virtualoffice.domain.waiting.knock import read_text
from dataclasses import dataclass
from typing import Any


NOTICE_LENGTH = 500
ID_LENGTH = 64
WAYS = ("suspended", "end_day", "release")


@dataclass(frozen=True)
class Wish:
    """One of suspend, admit, end_day and release; ``value`` is a notice or a desk."""

    deed: str
    value: str = ""

    @property
    def needs_head(self) -> bool:
        return self.deed in {"end_day", "release"}


def read_wish(data: Mapping[str, Any]) -> Wish:
    """Raises Invalid unless exactly one thing is wanted."""
    wanted = [name for name in WAYS if name in data]
    if not wanted:
        raise Invalid({"suspended": "required"})
    if len(wanted) > 1:
        raise Invalid(dict.fromkeys(wanted, "malformed"))
    return READERS[wanted[0]](data)


def _suspended(data: Mapping[str, Any]) -> Wish:
    suspended = data["suspended"]
    if not isinstance(suspended, bool):
        raise Invalid({"suspended": "not_a_boolean"})
    if not suspended:
        return Wish("admit")
    if data.get("notice") in (None, ""):
        return Wish("suspend")
    return Wish("suspend", read_text(data, "notice", NOTICE_LENGTH))


def _end_day(data: Mapping[str, Any]) -> Wish:
    if data["end_day"] is not True:
        raise Invalid({"end_day": "not_a_boolean"})
    return Wish("end_day")


def _release(data: Mapping[str, Any]) -> Wish:
    return Wish("release", read_text(data, "release", ID_LENGTH))


READERS = {"suspended": _suspended, "end_day": _end_day, "release": _release}
