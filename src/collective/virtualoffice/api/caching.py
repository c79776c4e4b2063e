"""How long an answer is good, and how a reader tells that it changed.

Caches: RFC 9111; tags: RFC 9110, 8.8.3.
"""

from AccessControl.PermissionRole import rolesForPermissionOn
from hashlib import blake2b
from typing import Any
import json


NO_STORE = "no-store"
FOR_ALL = "public, max-age=1"


def shared(content: Any) -> str:
    """For how long a cache may give anybody what was said of this content.

    What only some may view, a cache that keeps it would show to everybody.
    """
    anybody = "Anonymous" in rolesForPermissionOn("View", content)
    return FOR_ALL if anybody else NO_STORE


def entity_tag(content: Any) -> str:
    """The tag of what can be written as JSON."""
    written = json.dumps(content, sort_keys=True).encode()
    return f'"{blake2b(written, digest_size=12).hexdigest()}"'


def knows(request: Any, tag: str) -> bool:
    """Whether the reader has this content already; proxies weaken tags."""
    known = request.getHeader("If-None-Match") or ""
    tags = {each.strip().removeprefix("W/") for each in known.split(",")}
    return tag in tags or "*" in tags
