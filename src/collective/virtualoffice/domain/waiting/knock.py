"""What a citizen says at the door."""

from .phone import is_phone
from .phone import LENGTH as PHONE_LENGTH
from collections.abc import Collection
from collections.abc import Mapping
from collective.virtualoffice.domain.errors import Invalid
from dataclasses import dataclass
from dataclasses import field
from typing import Any
import re
import unicodedata


NAME_LENGTH = 100
NOTE_LENGTH = 500
LANGUAGES = 5
ROOM_TO_TRIM = 8
LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,4}")
KEY = re.compile(r"[A-Za-z0-9_.~+/=-]{22,200}")


@dataclass(frozen=True)
class Knock:
    """A name to be called by, and what the visit is about.

    ``service`` is a UID; languages are BCP 47 tags. ``phone`` is for a call back, for
    whom video does not work. Errors and logs show values as they represent themselves:
    here without what the citizen said.
    """

    name: str = field(repr=False)
    service: str | None = None
    note: str = field(default="", repr=False)
    page_language: str = "de"
    spoken_languages: tuple[str, ...] = ()
    phone: str = field(default="", repr=False)


def read_knock(
    data: Mapping[str, Any], services: Collection[str], page_language: str
) -> Knock:
    """The knock in untrusted ``data``; ``services`` are the UIDs the office offers.

    Raises Invalid with a code for each field that is wrong.
    """
    wrong: dict[str, str] = {}
    knock = Knock(
        name=_text(data, "name", NAME_LENGTH, wrong, required=True, lines=False),
        service=_service(data, services, wrong),
        note=_text(data, "note", NOTE_LENGTH, wrong),
        page_language=_language(data, page_language, wrong),
        spoken_languages=_languages(data, wrong),
        phone=_phone(data, wrong),
    )
    _require_noted(data, wrong)
    if wrong:
        raise Invalid(wrong)
    return knock


def read_name(data: Mapping[str, Any]) -> str:
    """The name of somebody who read the privacy notice. Raises Invalid."""
    wrong: dict[str, str] = {}
    name = _text(data, "name", NAME_LENGTH, wrong, required=True, lines=False)
    _require_noted(data, wrong)
    if wrong:
        raise Invalid(wrong)
    return name


def read_key(key: str | None) -> str | None:
    """An Idempotency-Key of at least 128 random bits as it is usually written."""
    if key is not None and not KEY.fullmatch(key):
        raise Invalid({"Idempotency-Key": "malformed"})
    return key


def read_text(data: Mapping[str, Any], field: str, length: int) -> str:
    """A required text of at most ``length`` characters. Raises Invalid."""
    wrong: dict[str, str] = {}
    text = _text(data, field, length, wrong, required=True)
    if wrong:
        raise Invalid(wrong)
    return text


def read_phone(data: Mapping[str, Any]) -> str:
    """The number for a call back in untrusted ``data``; empty: none. Raises Invalid."""
    wrong = {} if "phone" in data else {"phone": "required"}
    phone = _phone(data, wrong)
    if wrong:
        raise Invalid(wrong)
    return phone


def _phone(data: Mapping[str, Any], wrong: dict[str, str]) -> str:
    phone = _text(data, "phone", PHONE_LENGTH, wrong, lines=False)
    if phone and "phone" not in wrong and not is_phone(phone):
        wrong["phone"] = "malformed"
    return phone


def _text(
    data: Mapping[str, Any],
    field: str,
    length: int,
    wrong: dict[str, str],
    required: bool = False,
    lines: bool = True,
) -> str:
    value = data.get(field)
    if value is None:
        value = ""
    if not isinstance(value, str):
        wrong[field] = "not_text"
        return ""
    if len(value) <= ROOM_TO_TRIM * length:
        value = clean(value, lines)
    if len(value) > length:
        wrong[field] = "too_long"
    elif required and not any(map(is_seen, value)):
        wrong[field] = "required"
    return value


def clean(text: str, lines: bool = True) -> str:
    """The text in composed form, without control characters and outer white space.

    Direction overrides go too: they would turn the rest of a clerk's list.
    """
    one_kind = "\n".join(text.splitlines())
    kept = "".join(_tame(character, lines) for character in one_kind)
    return unicodedata.normalize("NFC", kept).strip()


def is_seen(character: str) -> bool:
    """Whether a character leaves something to look at."""
    return character.isprintable() and not character.isspace()


def _tame(character: str, lines: bool) -> str:
    if character in "\n\t":
        return "\n" if lines and character == "\n" else " "
    return "" if _is_hostile(character) else character


def _is_hostile(character: str) -> bool:
    overrides = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
    return unicodedata.category(character) in {"Cc", "Cs"} or character in overrides


def _require_noted(data: Mapping[str, Any], wrong: dict[str, str]) -> None:
    if data.get("privacy_noted") is not True:
        wrong["privacy_noted"] = "required"


def _service(
    data: Mapping[str, Any], services: Collection[str], wrong: dict[str, str]
) -> str | None:
    service = data.get("service")
    if service in (None, ""):
        return None
    if not isinstance(service, str) or service not in services:
        wrong["service"] = "unknown"
        return None
    return service


def _language(data: Mapping[str, Any], default: str, wrong: dict[str, str]) -> str:
    language = data.get("page_language")
    if language in (None, ""):
        return default
    if not _is_language(language):
        wrong["page_language"] = "unknown"
        return default
    return language


def _languages(data: Mapping[str, Any], wrong: dict[str, str]) -> tuple[str, ...]:
    languages = data.get("spoken_languages")
    if languages is None:
        return ()
    if not isinstance(languages, list | tuple) or len(languages) > LANGUAGES:
        wrong["spoken_languages"] = "not_a_list"
        return ()
    if not all(_is_language(language) for language in languages):
        wrong["spoken_languages"] = "unknown"
        return ()
    return tuple(dict.fromkeys(languages))


def _is_language(value: object) -> bool:
    return isinstance(value, str) and LANGUAGE_TAG.fullmatch(value) is not None
