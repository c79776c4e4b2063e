"""What is to be changed about many services, read from a form."""

from ..errors import Invalid
from .facts import FITNESS
from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import fields
from datetime import date
from typing import Any
from typing import Self


MOST_LINES = 50
MOST_LINE = 200
MOST_NOTE = 5000


@dataclass(frozen=True)
class Wish:
    """What is to be changed; what is not named stays as it is.

    Offices are UIDs; ``note`` says what does not work by video.
    """

    add_offices: tuple[str, ...] = ()
    remove_offices: tuple[str, ...] = ()
    fitness: str = ""
    note: str = ""
    reviewed: date | None = None
    add_situations: tuple[str, ...] = ()
    remove_situations: tuple[str, ...] = ()
    release: bool = False

    @classmethod
    def read(cls, form: Mapping[str, Any], offices: Iterable[str], today: date) -> Self:
        """The wish in untrusted words. Raises Invalid; ``offices`` are those there are.

        Situations stand one on a line; a wish for nothing is Invalid, and so is a
        review that is still to come.
        """
        reader = _Reader(form)
        wish = cls(
            add_offices=reader.several("add_offices", set(offices)),
            remove_offices=reader.several("remove_offices", set(offices)),
            fitness=reader.one("fitness", FITNESS),
            note=reader.text("note", MOST_NOTE),
            reviewed=reader.day("reviewed", today),
            add_situations=reader.lines("add_situations"),
            remove_situations=reader.lines("remove_situations"),
            release=bool(reader.text("release", 1)),
        )
        reader.refuse_both("offices", wish.add_offices, wish.remove_offices)
        added, removed = wish.add_situations, wish.remove_situations
        reader.refuse_both("situations", added, removed)
        if not reader.wrong and wish == cls():
            reader.wrong["wish"] = "required"
        if reader.wrong:
            raise Invalid(reader.wrong)
        return wish

    @property
    def said(self) -> dict[str, str | list[str]]:
        """What is wished for, in words that `read` reads again."""
        given = {each.name: getattr(self, each.name) for each in fields(self)}
        return {name: _written(name, value) for name, value in given.items() if value}


def _written(name: str, value: Any) -> str | list[str]:
    if name.endswith("situations"):
        return "\n".join(value)
    if isinstance(value, tuple):
        return list(value)
    if isinstance(value, date):
        return value.isoformat()
    return "1" if value is True else value


class _Reader:
    """Reads fields of a form one by one, and remembers what is wrong with them."""

    def __init__(self, form: Mapping[str, Any]) -> None:
        self.form = form
        self.wrong: dict[str, str] = {}

    def text(self, name: str, most: int) -> str:
        value = self.form.get(name, "")
        if not isinstance(value, str):
            self.wrong[name] = "not_text"
        elif len(value) > most:
            self.wrong[name] = "too_long"
        else:
            return value.strip().replace("\r\n", "\n")
        return ""

    def one(self, name: str, choices: Iterable[str]) -> str:
        value = self.text(name, MOST_LINE)
        if value and value not in choices:
            self.wrong[name] = "unknown"
        return value

    def several(self, name: str, choices: Iterable[str]) -> tuple[str, ...]:
        value = self.form.get(name, ())
        values = (value,) if isinstance(value, str) else value
        if not isinstance(values, list | tuple):
            self.wrong[name] = "not_a_list"
            return ()
        chosen = [each for each in values if each != ""]
        if not all(isinstance(each, str) and each in choices for each in chosen):
            self.wrong[name] = "unknown"
            return ()
        return tuple(dict.fromkeys(chosen))

    def day(self, name: str, last: date) -> date | None:
        value = self.text(name, MOST_LINE)
        try:
            day = date.fromisoformat(value) if value else None
        except ValueError:
            self.wrong[name] = "malformed"
            return None
        if day and day > last:
            self.wrong[name] = "future"
        return day

    def lines(self, name: str) -> tuple[str, ...]:
        written = self.text(name, MOST_LINES * MOST_LINE).split("\n")
        found = tuple(dict.fromkeys(filter(None, map(str.strip, written))))
        if len(found) > MOST_LINES or any(len(line) > MOST_LINE for line in found):
            self.wrong[name] = "too_long"
        return found

    def refuse_both(self, what: str, added: Iterable, removed: Iterable) -> None:
        """Nothing can be put in and taken out at once."""
        if set(added) & set(removed):
            self.wrong[f"remove_{what}"] = "both"
