"""What is remembered of a service page, whatever day it is and whatever others say."""

from .inside import inside
from .inside import links_of
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from html import unescape
from typing import Any
from typing import TypedDict
import re


# What people ask before they go to an office: what it is, how it is done, what to
# bring, what it costs, how long it takes and who does it. These are also what the
# Single Digital Gateway asks of a procedure (Regulation (EU) 2018/1724, Article 10(1)).
NEEDED = (
    "description",
    "text",
    "documents",
    "procedure",
    "fees",
    "processing_time",
    "competent_body",
)
RICH = (
    "text",
    "prerequisites",
    "procedure",
    "deadlines",
    "legal_remedy",
    "further_information",
    "hints",
)
LINKED = {"documents": "form", "forms": "link", "legal_bases": "link"}
NAMED = ("official_name", "synonyms", "keywords", "external_id")
FITNESS = ("complete", "advice", "none")
MATURITY = ("0", "1", "2", "3", "4")
TAG = re.compile(r"<[^>]*>")
WITHOUT_LINK, NOT_ACCESSIBLE = "form_without_link", "form_not_accessible"


class Facts(TypedDict):
    """What is remembered of a service, plain enough for the catalogue.

    ``missing`` are needed fields without content, ``unset`` choices not made;
    ``forms`` says what is wrong with forms; ``links`` are UIDs and paths inside the
    site; ``names`` is what else it is called; ``reviewed`` is ISO 8601.
    """

    missing: tuple[str, ...]
    unset: tuple[str, ...]
    forms: tuple[str, ...]
    keys: tuple[str, ...] | None
    links: tuple[str, ...]
    reviewed: str | None
    video: str | None
    maturity: str | None
    online: bool
    offices: tuple[str, ...]
    language: str
    names: str


def facts_of(
    fields: Mapping[str, Any], offices: Iterable[str] = (), language: str = ""
) -> Facts:
    """What to remember of the fields that a page has; rich text as HTML.

    A page cannot miss what its type has no field for.
    """
    reviewed, keys = fields.get("reviewed_on"), fields.get("service_keys", ())
    return {
        "missing": tuple(name for name in NEEDED if _lacks(fields, name)),
        "unset": tuple(n for n in ("video", "maturity") if _lacks(fields, n)),
        "forms": tuple(_forms(fields.get("forms") or ())),
        "keys": tuple(dict.fromkeys(keys or ())) if "service_keys" in fields else None,
        "links": tuple(dict.fromkeys(filter(None, map(inside, _links(fields))))),
        "reviewed": reviewed.isoformat() if reviewed else None,
        "video": fields.get("video"),
        "maturity": fields.get("maturity"),
        "online": bool(fields.get("online_url")),
        "offices": tuple(offices),
        "language": language,
        "names": "\n".join(_names(fields)),
    }


def _lacks(fields: Mapping[str, Any], name: str) -> bool:
    return name in fields and not has_content(fields[name])


def has_content(value: Any) -> bool:
    """Is there anything to read? Tags, spaces and empty lists are nothing."""
    if isinstance(value, str):
        return bool(unescape(TAG.sub("", value)).strip())
    return bool(value)


def _forms(rows: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    rows = list(rows)
    if any(not has_content(row.get("link")) for row in rows):
        yield WITHOUT_LINK
    if any(row.get("accessible") == "no" for row in rows):
        yield NOT_ACCESSIBLE


def _links(fields: Mapping[str, Any]) -> Iterator[str | None]:
    for name in RICH:
        yield from links_of(fields.get(name) or "")
    for name, cell in LINKED.items():
        yield from (row.get(cell) for row in fields.get(name) or ())


def _names(fields: Mapping[str, Any]) -> Iterator[str]:
    for name in NAMED:
        value = fields.get(name) or ()
        yield from (value,) if isinstance(value, str) else value
