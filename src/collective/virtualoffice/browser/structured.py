"""Facts of a page for machines: JSON-LD with the words of schema.org."""

from typing import Any
import json


CONTEXT = "https://schema.org"

# So that no text of an editor ends the script it stands in, or starts one.
HARMLESS = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})


def json_ld(facts: dict[str, Any]) -> str:
    """What stands in a `script` of type `application/ld+json`; runs nowhere."""
    return json.dumps(stated({"@context": CONTEXT, **facts})).translate(HARMLESS)


def stated(fact: Any) -> Any:
    """The fact without what is not known: no empty texts, lists or things."""
    if isinstance(fact, dict):
        parts = {name: stated(part) for name, part in fact.items()}
        known = {name: part for name, part in parts.items() if not is_empty(part)}
        return {} if set(known) == {"@type"} else known
    if isinstance(fact, (list, tuple)):
        return [part for part in map(stated, fact) if not is_empty(part)]
    return fact


def is_empty(fact: Any) -> bool:
    return fact is None or fact in ("", [], {})
