"""Persistent objects that take few bytes in the database.

A pickle names the class of every value in it by its whole path. Those names were more
than half of a visit's record, and the record is written anew with every change.
"""

from collections.abc import Callable
from dataclasses import fields
from dataclasses import is_dataclass
from dataclasses import MISSING
from datetime import datetime
from datetime import UTC
from enum import Enum
from functools import cache
from persistent import Persistent
from typing import Any
from typing import get_args
from typing import get_origin
from typing import get_type_hints


Reader = Callable[[Any], Any]


class Compact(Persistent):
    """Stored as plain values: no class of a value is named in the record.

    Frozen dataclasses become mappings, times (aware) seconds since the epoch, members
    of an enumeration their values. What they were is read from the annotations of the
    class: every such attribute needs one. What is as the class says is not stored.
    """

    def __getstate__(self) -> dict[str, Any]:
        state, cls = super().__getstate__(), type(self)
        own = {k: v for k, v in state.items() if getattr(cls, k, MISSING) != v}
        return _shrink_all(own)

    def __setstate__(self, state: dict[str, Any]) -> None:
        super().__setstate__(_expand_all(type(self), state))


class Tiny(Persistent):
    """Always read together with the object that refers to it.

    So the reference may be its id alone, without the path of its class: ZODB writes it
    so for a class with arguments of its own (`ZODB.serialize`), and then reads both.
    """

    def __getnewargs__(self) -> tuple[()]:
        return ()


def _shrink(value: Any) -> Any:
    """The value in plain types."""
    if isinstance(value, datetime):
        return value.timestamp()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return tuple(_shrink(each) for each in value)
    if is_dataclass(value):
        there = ((each, getattr(value, each.name)) for each in fields(value))
        return _shrink_all({f.name: v for f, v in there if v != f.default})
    return value


def _shrink_all(values: dict[str, Any]) -> dict[str, Any]:
    return {name: _shrink(value) for name, value in values.items()}


def _expand_all(cls: type, values: dict[str, Any]) -> dict[str, Any]:
    readers = _readers(cls)
    expanded = dict(values)
    for name in readers.keys() & values.keys():
        if values[name] is not None:
            expanded[name] = readers[name](values[name])
    return expanded


@cache
def _readers(cls: type) -> dict[str, Reader]:
    """What to do with the attributes that are not plain."""
    found = {name: _reader(hint) for name, hint in get_type_hints(cls).items()}
    return {name: read for name, read in found.items() if read is not None}


def _reader(hint: Any) -> Reader | None:
    """How a value of this type is read; None where it was plain before."""
    inner = [each for each in get_args(hint) if each not in (type(None), ...)]
    if get_origin(hint) is tuple:
        read = _reader(inner[0])
        return read and (lambda values: tuple(map(read, values)))
    if len(inner) == 1:
        return _reader(inner[0])
    if not isinstance(hint, type):
        return None
    if is_dataclass(hint):
        return lambda values: hint(**_expand_all(hint, values))
    if issubclass(hint, Enum):
        return hint
    return _moment if issubclass(hint, datetime) else None


def _moment(seconds: float) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)
