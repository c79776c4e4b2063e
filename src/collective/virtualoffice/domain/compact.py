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
State = dict[int, Any]


class Compact(Persistent):
    """Stored as plain values: the record names no class of a value and no attribute.

    Frozen dataclasses become mappings, times (aware) seconds since the epoch, members
    of an enumeration their numbers. What they were is read from the annotations of the
    class: every attribute needs one, and is stored under its number among them. So
    annotations, here and in those dataclasses, and members may be appended and never
    be moved or removed. What is as the class says is not stored, and what is annotated
    as plain is stored as it is.
    """

    def __getstate__(self) -> State:
        state, cls = super().__getstate__(), type(self)
        own = {k: v for k, v in state.items() if getattr(cls, k, MISSING) != v}
        return _shrink_all(cls, own)

    def __setstate__(self, state: State) -> None:
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
        return list(type(value)).index(value)
    if isinstance(value, tuple):
        return tuple(_shrink(each) for each in value)
    if is_dataclass(value):
        there = ((each, getattr(value, each.name)) for each in fields(value))
        own = {f.name: v for f, v in there if v != f.default}
        return _shrink_all(type(value), own)
    return value


def _shrink_all(cls: type, values: dict[str, Any]) -> State:
    numbers, readers = _numbers(cls), _readers(cls)
    return {
        number: value if readers[number][1] is None else _shrink(value)
        for name, value in values.items()
        for number in (numbers[name],)
    }


def _expand_all(cls: type, values: State) -> dict[str, Any]:
    readers = _readers(cls)
    return {
        name: value if value is None or read is None else read(value)
        for number, value in values.items()
        for name, read in (readers[number],)
    }


@cache
def _numbers(cls: type) -> dict[str, int]:
    return {name: number for number, name in enumerate(get_type_hints(cls))}


@cache
def _readers(cls: type) -> list[tuple[str, Reader | None]]:
    """The attributes by number, and what to do with those that are not plain."""
    return [(name, _reader(hint)) for name, hint in get_type_hints(cls).items()]


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
        return list(hint).__getitem__
    return _moment if issubclass(hint, datetime) else None


def _moment(seconds: float) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)
