"""The site's error log without private links and without what citizens wrote.

Zope keeps the last errors in the memory of the process, each with the whole request:
the form, its fields, the cookies. For requests of citizens only the error is kept.
"""

from collections.abc import Iterator
from collective.virtualoffice.logs import mask
from Products.SiteErrorLog.interfaces import IErrorRaisedEvent
from Products.SiteErrorLog.SiteErrorLog import temp_logs
from typing import Any
from zope.component import adapter
import re


CITIZENS_REQUEST = re.compile(
    r"/(?:@@|@)?"
    r"(?:knock|visits?|guests?|appointments?|bookings|reservations)(?:/|$)"
)


@adapter(IErrorRaisedEvent)
def clean_entry(event: Any) -> None:
    """Mask the entry that was just made; drop the request of a citizen from it."""
    for entry in _entries(event["id"]):
        if CITIZENS_REQUEST.search(entry["url"] or ""):
            entry["req_html"] = None
        for name in ("value", "url", "tb_text", "tb_html", "req_html"):
            if entry[name]:
                entry[name] = mask(str(entry[name]))


def _entries(id: str) -> Iterator[dict[str, Any]]:
    """The event carries a copy: the entry itself is in one of the logs."""
    for log in list(temp_logs.values()):
        yield from (entry for entry in log if entry["id"] == id)
