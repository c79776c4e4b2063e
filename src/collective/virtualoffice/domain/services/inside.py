"""Links that stay inside the site, in fields and in rich text."""

from collections.abc import Iterator
from html.parser import HTMLParser
from posixpath import normpath
from urllib.parse import unquote
from urllib.parse import urlsplit
import re


PAGE = re.compile(r"(?:^|/)resolveuid/([0-9a-f]{32})(?![0-9a-f])", re.I)
VIEWS = ("@@", "++")
SHOWN = "/view"


def inside(link: str | None) -> str | None:
    """What a link leads to: a UID, or a path from the site's root.

    None for what leads elsewhere, and for what is not said from the root. Views are
    left out, and so are queries and fragments: whether the page is there is asked.
    """
    try:
        parts = urlsplit((link or "").strip())
    except ValueError:
        return None
    if parts.scheme or parts.netloc:
        return None
    page = PAGE.search(parts.path)
    if page:
        return page[1].lower()
    return _path(unquote(parts.path)) if parts.path.startswith("/") else None


def _path(written: str) -> str | None:
    """The path of the page; None for the site itself."""
    steps = normpath(written).strip("/").split("/")
    views = (at for at, step in enumerate(steps) if step.startswith(VIEWS))
    path = "/" + "/".join(steps[: next(views, len(steps))])
    return path.removesuffix(SHOWN).rstrip("/") or None


def links_of(html: str) -> Iterator[str]:
    """Where the links of a text lead; a broken text is read as far as it goes."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return iter(reader.links)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        wanted = {"a": "href", "img": "src"}.get(tag)
        self.links += [value for name, value in attrs if name == wanted and value]
