"""Lets time run ahead in the town of the tests; Python loads this when it starts.

The office is told the time by its own modules, which all ask ``datetime.now``. Here
they ask a clock instead that is as many seconds ahead as a file says. Log-ins, caches
and the product itself know nothing of it. Places that a test names can be made to fail.
"""

from breaking import make_breakable
from collections.abc import Callable
from collections.abc import Sequence
from datetime import datetime
from datetime import timedelta
from datetime import tzinfo
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from importlib.machinery import PathFinder
from pathlib import Path
from types import ModuleType
from typing import Any
import os
import sys


PACKAGE = "collective.virtualoffice"
FILE = "TOWN_IS_AHEAD_BY"
PLACES = "TOWN_MAY_BREAK_AT"
BROKEN = "TOWN_IS_BROKEN_AT"


class Ahead:
    """Stands for the class ``datetime`` and makes none but real moments."""

    def __init__(self, file: Path) -> None:
        self.file = file

    def now(self, tz: tzinfo | None = None) -> datetime:
        return datetime.now(tz) + self.seconds

    @property
    def seconds(self) -> timedelta:
        return timedelta(seconds=int(self.file.read_text()))

    __call__ = staticmethod(datetime)

    def __getattr__(self, name: str) -> Any:
        return getattr(datetime, name)

    def __instancecheck__(self, value: object) -> bool:
        return isinstance(value, datetime)

    def __subclasscheck__(self, cls: type) -> bool:
        return issubclass(cls, datetime)


class Finder(MetaPathFinder):
    """Gives the office's modules another clock and flaws once they are loaded."""

    def __init__(self, clock: Ahead) -> None:
        self.clock = clock

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if not name.startswith(PACKAGE):
            return None
        spec = PathFinder.find_spec(name, path, target)
        if spec is not None and spec.loader is not None:
            spec.loader.exec_module = self.adapted(spec.loader.exec_module)
        return spec

    def adapted(
        self, execute: Callable[[ModuleType], None]
    ) -> Callable[[ModuleType], None]:
        def exec_module(module: ModuleType) -> None:
            execute(module)
            if getattr(module, "datetime", None) is datetime:
                module.datetime = self.clock
            if PLACES in os.environ:
                file = Path(os.environ[BROKEN])
                make_breakable(module, os.environ[PLACES], file)

        return exec_module


if FILE in os.environ:
    sys.meta_path.insert(0, Finder(Ahead(Path(os.environ[FILE]))))
