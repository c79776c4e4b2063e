"""Tags by which a reader tells whether an answer changed (RFC 9110, 8.8.3)."""

from hashlib import blake2b
from typing import Any
import json


def entity_tag(content: Any) -> str:
    """The tag of what can be written as JSON."""
    written = json.dumps(content, sort_keys=True).encode()
    return f'"{blake2b(written, digest_size=12).hexdigest()}"'


def knows(request: Any, tag: str) -> bool:
    """Whether the reader has this content already; proxies weaken tags."""
    known = request.getHeader("If-None-Match") or ""
    tags = {each.strip().removeprefix("W/") for each in known.split(",")}
    return tag in tags or "*" in tags
