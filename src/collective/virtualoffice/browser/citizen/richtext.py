"""Editors' texts as HTML, and whether they say anything."""

from Acquisition import aq_base
from plone.app.textfield.interfaces import IRichTextValue
from typing import Any
import re


TAG = re.compile(r"<[^>]*>")
# What says something without words.
PICTURES = re.compile(r"<(img|video|audio|iframe|table)\b", re.I)


def rich_text(context: Any, name: str = "text") -> str:
    """The field as cleaned HTML; empty if there is none, or nothing in it."""
    value = getattr(aq_base(context), name, None)
    if not IRichTextValue.providedBy(value):
        return ""
    html = value.output_relative_to(context) or ""
    return html if says_something(html) else ""


def says_something(html: str) -> bool:
    """An editor that was opened and left empty leaves empty paragraphs."""
    words = TAG.sub("", html).replace("&nbsp;", " ").strip()
    return bool(words or PICTURES.search(html))
