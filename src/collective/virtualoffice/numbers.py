"""Number fields whose error names what may be entered."""

from collections.abc import Callable
from collective.virtualoffice import _
from typing import Any
from zope import schema
from zope.i18nmessageid import Message
from zope.schema import ValidationError


class OutOfRange(ValidationError):
    """The number is too small or too big; carries both bounds."""

    def __init__(self, low: int, high: int) -> None:
        super().__init__(low, high)
        self.low, self.high = low, high

    def doc(self) -> Message:
        return _(
            "error_out_of_range",
            default="Enter a whole number between ${low} and ${high}.",
            mapping={"low": self.low, "high": self.high},
        )


def between(low: int, high: int) -> Callable[[int], bool]:
    """A constraint that raises OutOfRange."""

    def is_between(value: int) -> bool:
        if not low <= value <= high:
            raise OutOfRange(low, high)
        return True

    return is_between


def whole_number(low: int, high: int, **kwargs: Any) -> schema.Int:
    """A field for a number from ``low`` to ``high``, as machines and people read it."""
    return schema.Int(min=low, max=high, constraint=between(low, high), **kwargs)
