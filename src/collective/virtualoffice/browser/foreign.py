"""Content in another language than the page around it says so (WCAG 3.1.2)."""

from typing import Any


def foreign(request: Any, language: str | None) -> str | None:
    """The language for a `lang` attribute; None where it is the page's, or unknown."""
    page = request.get("LANGUAGE") or ""
    return language if language and language[:2] != page[:2] else None
