"""What somebody looks for in a list of services, as an address can say it."""

from .letters import LETTERS
from .letters import OTHER
from .pages import read_number
from .pages import SIZE
from .ways import Way
from collections.abc import Callable
from collections.abc import Mapping
from collective.virtualoffice.domain.errors import Invalid
from dataclasses import dataclass
from dataclasses import replace
from typing import Any
import re


MOST_TEXT = 200
MOST_WORDS = 10

WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Search:
    """Everything that is said has to hold; ``start`` and ``size`` cut out a page."""

    text: str = ""
    letter: str = ""
    situation: str = ""
    ways: tuple[Way, ...] = ()
    start: int = 0
    size: int = SIZE

    @property
    def words(self) -> tuple[str, ...]:
        """What is looked for in the text; signs mean something else elsewhere."""
        return tuple(WORD.findall(self.text)[:MOST_WORDS])

    @property
    def is_filtered(self) -> bool:
        return bool(self.words or self.letter or self.situation or self.ways)

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """Names and values of its address, always in the same order."""
        said = [
            ("text", self.text),
            ("letter", self.letter),
            ("situation", self.situation),
            *(("way", str(way)) for way in self.ways),
            ("b_start", str(self.start) if self.start else ""),
        ]
        return [(name, value) for name, value in said if value]

    def is_titled(self, title: str) -> bool:
        """Whether all that is looked for begins words of the title."""
        parts = [part.casefold() for part in WORD.findall(title)]
        return all(
            any(part.startswith(word.casefold()) for part in parts)
            for word in self.words
        )

    def but(self, **changes: Any) -> "Search":
        """The same with something changed, from the first page on."""
        return replace(self, **{"start": 0, **changes})


def read_search(form: Mapping[str, Any]) -> Search:
    """The search that a request asks for. Raises Invalid."""
    search, faults = examine(form)
    if faults:
        raise Invalid(faults)
    return search


def examine(form: Mapping[str, Any]) -> tuple[Search, dict[str, str]]:
    """The search without what cannot be taken, and the code of what is wrong by name.

    What is empty is not asked for: forms send all of their fields.
    """
    said: dict[str, Any] = {}
    faults: dict[str, str] = {}
    for name, (field, read) in FIELDS.items():
        given = form.get(name)
        if given is None or given == "":
            continue
        try:
            said[field] = read(given)
        except _Fault as fault:
            faults[name] = fault.code
    return Search(**said), faults


class _Fault(Exception):
    """One value cannot be taken."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def _text(given: Any) -> str:
    """One line; what cannot be shown becomes a space."""
    if not isinstance(given, str):
        raise _Fault("not_text")
    shown = "".join(each if each.isprintable() else " " for each in given)
    text = " ".join(shown.split())
    if len(text) > MOST_TEXT:
        raise _Fault("too_long")
    return text


def _letter(given: Any) -> str:
    letter = _text(given).upper()
    if letter not in (*LETTERS, OTHER):
        raise _Fault("unknown")
    return letter


def _ways(given: Any) -> tuple[Way, ...]:
    """Each once, in the order in which they are listed."""
    names = given if isinstance(given, list) else [given]
    wanted = {_text(name) for name in names} - {""}
    if wanted - set(Way):
        raise _Fault("unknown")
    return tuple(way for way in Way if way in wanted)


def _number(name: str) -> Callable[[Any], int]:
    def read(given: Any) -> int:
        try:
            return read_number(name, _text(given))
        except ValueError as wrong:
            raise _Fault("malformed") from wrong

    return read


FIELDS: dict[str, tuple[str, Callable[[Any], Any]]] = {
    "text": ("text", _text),
    "letter": ("letter", _letter),
    "situation": ("situation", _text),
    "way": ("ways", _ways),
    "b_start": ("start", _number("b_start")),
    "b_size": ("size", _number("b_size")),
}
