"""Lets parts of the office fail when a file of the tests says so."""

from collections.abc import Callable
from dataclasses import is_dataclass
from functools import wraps
from pathlib import Path
from types import ModuleType
from typing import Any


class Broken(Exception):
    """Says what it stumbled over, as errors do."""


def make_breakable(module: ModuleType, places: str, file: Path) -> None:
    """Of ``places``, as "module:function …", those that are in this module."""
    for place in places.split():
        name, _, function = place.partition(":")
        if name == module.__name__:
            working = getattr(module, function)
            setattr(module, function, _breakable(working, place, file))


def _breakable(
    working: Callable[..., Any], place: str, file: Path
) -> Callable[..., Any]:
    @wraps(working)
    def function(*args: Any, **kwargs: Any) -> Any:
        if file.read_text() == place:
            values = [each for each in args if is_dataclass(each)]
            raise Broken(f"Cannot do anything with {values!r}")
        return working(*args, **kwargs)

    return function
