"""What is wrong with a value, in words for the editor."""

from collective.virtualoffice import _
from collective.virtualoffice.domain.services.keys import BadKey
from zope.i18nmessageid import Message
from zope.schema import ValidationError


class NotAnAmount(ValidationError):
    """Carries what was typed."""

    def __init__(self, typed: str) -> None:
        super().__init__(typed)
        self.typed = typed

    def doc(self) -> Message:
        return _(
            "error_amount",
            default="“${typed}” is no amount in euro. Write it like 1200 or 12,60.",
            mapping={"typed": self.typed[:40]},
        )


class NotAServiceKey(ValidationError):
    """Carries the BadKey."""

    def __init__(self, bad: BadKey) -> None:
        super().__init__(bad)
        self.bad = bad

    def doc(self) -> Message:
        return key_words(self.bad)


def key_words(bad: BadKey) -> Message:
    """Why this is no service key, and what to do."""
    mapping = {"typed": bad.text.strip()[:40], "count": bad.count}
    if bad.reason == "scientific":
        return _(
            "error_key_scientific",
            default="“${typed}”: a spreadsheet has shortened this key, its last digits "
            "are lost. Format the column as text and enter the key again.",
            mapping=mapping,
        )
    if bad.reason == "length":
        return _(
            "error_key_length",
            default="“${typed}” has ${count} digits. A service key has 14.",
            mapping=mapping,
        )
    return _(
        "error_key_letters",
        default="“${typed}” is no service key. It consists of 14 digits.",
        mapping=mapping,
    )
