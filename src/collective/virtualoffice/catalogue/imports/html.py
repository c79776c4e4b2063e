"""HTML from outside, cleaned down to what a service's texts may hold."""

from collections import Counter
from collective.virtualoffice.links import is_in_site
from collective.virtualoffice.links import WEB_ADDRESS
from html.parser import HTMLParser
import nh3
import re


ALLOWED = {"p", "br", "b", "strong", "i", "em", "sup", "sub", "ul", "ol", "li", "a"}
ALLOWED |= {"h1", "h2", "h3", "h4", "h5", "h6"}
# What these hold is no text for readers.
SWALLOWED = {"script", "style", "title", "iframe", "object", "embed", "noscript"}
SWALLOWED |= {"template", "svg", "math", "textarea", "select", "audio", "video"}
PATIENCE = 5
OTHER_LINK = re.compile(r"(mailto|tel):[^\s\\]+", re.I)
# Blocks become paragraphs: without them the words of two blocks would run together.
BLOCK = re.compile(
    r"</?(?:address|article|aside|blockquote|center|dd|div|dl|dt|fieldset|figcaption|"
    r"figure|footer|form|header|hr|main|nav|pre|section|table|tbody|tfoot|thead|tr|td|"
    r"th|caption)(?![\w-])[^<>]*>",
    re.I,
)
EMPTY = re.compile(r"<p>[ \n\t]*</p>")
ANCHOR = re.compile(r"<a>(.*?)</a>", re.S)


def clean(html: str) -> str:
    """What may stay; cleaning it again changes nothing.

    What is taken out may let the rest be read otherwise, as browsers read it.
    """
    for _ in range(PATIENCE):
        before, html = html, _clean(html)
        if html == before:
            break
    return html


def _clean(html: str) -> str:
    paragraphs = BLOCK.sub("<p>", html)
    cleaned = nh3.clean(
        paragraphs,
        tags=ALLOWED,
        clean_content_tags=SWALLOWED,
        attributes={"a": {"href"}},
        attribute_filter=_attribute,
        link_rel=None,
        url_schemes={"http", "https", "mailto", "tel"},
    )
    linked = ANCHOR.sub(r"\1", cleaned)
    return EMPTY.sub("", linked).strip()


def removed(html: str, cleaned: str) -> tuple[str, ...]:
    """What cleaning took out, like ``<div>``, ``style=``, each with its number."""
    gone = _inventory(html) - _inventory(cleaned)
    return tuple(f"{what} × {times}" for what, times in sorted(gone.items()))


def is_leading(href: str) -> bool:
    """Does this link lead somewhere without running anything?"""
    if is_in_site(href) or OTHER_LINK.fullmatch(href):
        return href.isprintable()
    return bool(WEB_ADDRESS.fullmatch(href)) and href.isprintable()


def _attribute(tag: str, name: str, value: str) -> str | None:
    return value if is_leading(value) else None


class _Inventory(HTMLParser):
    """Counts tags, attributes and comments."""

    def __init__(self) -> None:
        super().__init__()
        self.found: Counter[str] = Counter()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found[f"<{tag}>"] += 1
        for name, value in attrs:
            self.found[_named(tag, name, value)] += 1

    def handle_comment(self, data: str) -> None:
        self.found["<!-- -->"] += 1


def _named(tag: str, name: str, value: str | None) -> str:
    """A link by where it leads, any other attribute by its name."""
    return (
        f"{name}={(value or '')[:60]}" if (tag, name) == ("a", "href") else f"{name}="
    )


def _inventory(html: str) -> Counter[str]:
    parser = _Inventory()
    parser.feed(html)
    parser.close()
    return parser.found
