"""What somebody typed into the knock form, to be read and to be shown again."""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import fields
from typing import Any


@dataclass(frozen=True, repr=False)
class Typed:
    """The form's fields as text, whatever was sent.

    ``key`` makes the knock the same one when it is sent again, ``website`` is a
    trap for programs, ``noted`` names the cautions that were read. Errors and logs show
    nothing of it.
    """

    name: str = ""
    service: str = ""
    note: str = ""
    language: str = ""
    privacy: str = ""
    key: str = ""
    website: str = ""
    noted: str = ""
    phone: str = ""

    @classmethod
    def read(cls, form: Mapping[str, Any]) -> "Typed":
        names = [field.name for field in fields(cls)]
        return cls(**{name: form[name] for name in names if _is_text(form.get(name))})

    def for_knock(self) -> dict[str, Any]:
        """The same as the data of a knock."""
        return {
            "name": self.name,
            "service": self.service,
            "note": self.note,
            "phone": self.phone,
            "spoken_languages": [self.language] if self.language else [],
            "privacy_noted": bool(self.privacy),
        }


def _is_text(value: object) -> bool:
    return isinstance(value, str)
