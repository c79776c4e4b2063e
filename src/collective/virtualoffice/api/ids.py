"""Public ids as they come in."""

from collections.abc import Mapping
from collective.virtualoffice.domain.errors import Invalid
from collective.virtualoffice.domain.errors import UnknownVisit
from typing import Any
import re


ID = re.compile(r"[A-Za-z0-9_-]{1,64}")


def visit_id(text: str) -> str:
    """Raises UnknownVisit for what no visit can be called."""
    if not ID.fullmatch(text):
        raise UnknownVisit
    return text


def optional_visit_id(data: Mapping[str, Any]) -> str | None:
    """The visit that is named, if any. Raises Invalid and UnknownVisit."""
    id = data.get("visit")
    if id is None:
        return None
    if not isinstance(id, str):
        raise Invalid({"visit": "not_text"})
    return visit_id(id)
