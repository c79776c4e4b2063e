"""What somebody said, looked for in every spelling in which it may be written down."""

from base64 import b64encode
from collections.abc import Iterable
from collections.abc import Iterator
from html import escape
from html.entities import codepoint2name
from urllib.parse import quote
from urllib.parse import quote_plus
import json
import quopri
import unicodedata


# More than the longest spelling of the longest word.
AROUND = 400


class Sought:
    """Words that are looked for. Each has the mark in it, which nothing else has.

    So they are looked for only around the mark.
    """

    def __init__(self, mark: str, words: Iterable[str]) -> None:
        self.mark = spellings(mark)
        self.words = {word: spellings(word) for word in words}

    def in_(self, data: bytes) -> list[str]:
        """The words that are there; the bare mark where it is no word whole."""
        near = b"\0".join(self._near(data))
        if not near:
            return []
        found = [word for word, ways in self.words.items() if _is_any(ways, near)]
        return found or ["a part of a word"]

    def _near(self, data: bytes) -> Iterator[bytes]:
        """What stands around the mark, whatever its case."""
        lowered = data.lower()
        for text, spelling in ((t, s) for t in (data, lowered) for s in self.mark):
            at = text.find(spelling)
            while at >= 0:
                yield data[max(0, at - AROUND) : at + AROUND]
                at = text.find(spelling, at + AROUND)


def spellings(text: str) -> frozenset[bytes]:
    """The text as texts, addresses, JSON, pages, logs, mails and indexes hold it."""
    return frozenset(each for each in _spellings(text) if each)


def _is_any(spellings: Iterable[bytes], data: bytes) -> bool:
    """Whatever the case, but for Base64, where the case says what it is."""
    lowered = data.lower()
    return any(each in data or each.lower() in lowered for each in spellings)


def _spellings(text: str) -> Iterator[bytes]:
    cases = {text, text.lower(), text.upper()}
    for form in {*cases, unicodedata.normalize("NFD", text), *_folded(text)}:
        yield from (each.encode() for each in _escaped(form))
        for encoding in ("utf-8", "latin-1", "utf-16-le", "utf-16-be"):
            plain = form.encode(encoding, errors="ignore")
            yield plain
            yield plain.hex().encode()
            yield from _base64(plain)
        for encoding in ("utf-8", "latin-1"):
            plain = form.encode(encoding, errors="ignore")
            yield quopri.encodestring(plain)
            yield quote(plain, safe="").encode()
            yield quote_plus(plain).encode()
            yield quote(quote(plain, safe="")).encode()


def _escaped(text: str) -> Iterator[str]:
    written = json.dumps(text)[1:-1]
    yield written
    yield json.dumps(written)[1:-1]
    yield repr(text)[1:-1]
    yield ascii(text)[1:-1]
    yield escape(text)
    yield escape(text).encode("ascii", "xmlcharrefreplace").decode()
    yield "".join(_named(each) for each in text)
    yield "".join(_numbered(each) for each in text)


def _named(character: str) -> str:
    name = codepoint2name.get(ord(character))
    return f"&{name};" if name else character


def _numbered(character: str) -> str:
    return character if character.isascii() else f"&#x{ord(character):x};"


def _folded(text: str) -> Iterator[str]:
    """As indexes write umlauts: without their dots, or as two letters."""
    bare = unicodedata.normalize("NFD", text.replace("ß", "ss"))
    yield "".join(each for each in bare if not unicodedata.combining(each))
    pairs = {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"}
    yield "".join(pairs.get(each, each) for each in text.lower())


def _base64(plain: bytes) -> Iterator[bytes]:
    """The inner part, wherever in a longer text it begins; in both alphabets."""
    for before in range(3):
        written = b64encode(b"x" * before + plain)
        start = (before * 8 + 5) // 6
        end = (before + len(plain)) * 8 // 6
        yield written[start:end]
        yield written[start:end].translate(bytes.maketrans(b"+/", b"-_"))
