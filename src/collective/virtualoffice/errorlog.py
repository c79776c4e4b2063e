"""The site's error log without private links and without what people wrote.

Zope keeps the last errors in the memory of the process, each with the whole request:
the form, its fields, the cookies. For requests to pages and services of ours, of
citizens and of staff, only the error is kept.
"""

from collections.abc import Iterator
from collective.virtualoffice.gate.names import own_name
from collective.virtualoffice.gate.names import registered_names
from collective.virtualoffice.logs import mask
from collective.virtualoffice.logs import OURS
from collective.virtualoffice.logs import without_variables
from Products.SiteErrorLog.interfaces import IErrorRaisedEvent
from Products.SiteErrorLog.SiteErrorLog import temp_logs
from typing import Any
from zope.component import adapter


TEXTS = ("value", "url", "tb_text", "tb_html", "req_html")


@adapter(IErrorRaisedEvent)
def clean_entry(event: Any) -> None:
    """Mask the entry that was just made; drop the request to one of ours from it."""
    for entry in _entries(event["id"]):
        if _is_ours(entry["url"] or ""):
            entry["req_html"] = None
        texts = {name: str(entry[name]) for name in TEXTS if entry[name]}
        if any(OURS in text for text in texts.values()):
            texts = {name: without_variables(text) for name, text in texts.items()}
        entry.update({name: mask(text) for name, text in texts.items()})


def _is_ours(url: str) -> bool:
    """Whether a page or service of ours was asked for; a page by its bare name, too."""
    path, names = _path(url), registered_names()
    return own_name(path, names) is not None or any(
        f"@@{step}" in names for step in path.split("/")
    )


def _path(url: str) -> str:
    """Also where the host is none: it is what the request said."""
    return "/" + url.partition("://")[2].partition("/")[2].partition("?")[0]


def _entries(id: str) -> Iterator[dict[str, Any]]:
    """The event carries a copy: the entry itself is in one of the logs."""
    for log in list(temp_logs.values()):
        yield from (entry for entry in log if entry["id"] == id)
