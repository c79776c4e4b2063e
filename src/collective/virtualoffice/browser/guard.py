"""The headers of private pages on whatever is answered at a private address.

A page that breaks, or is not found because a link was damaged, is Plone's own, with the
site's statistics in it: they would be told the address. So its headers are set before
anything is looked for; a page of ours sets its own later.
"""

from .headers import protect
from typing import Any
from zope.component import adapter
from ZPublisher.interfaces import IPubStart
import re


PRIVATE = re.compile(
    r"/(?:@@|\+\+view\+\+)(?:visit|guest)/."
    r"|/(?!@(?:visits|guests)/)[^/]+/[\w-]+\.[A-Za-z0-9_-]{43}(?![\w-])"
)


@adapter(IPubStart)
def guard_address(event: Any) -> None:
    """Services are asked by scripts: nobody shows their answers as a page."""
    if PRIVATE.search(event.request.environ.get("PATH_INFO", "")):
        protect(event.request.response)
