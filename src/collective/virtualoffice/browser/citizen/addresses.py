"""Addresses of an office's pages that lead to each other."""

from typing import Any
from urllib.parse import urlencode


def knock_url(office: Any, service: str = "", callback: bool = False) -> str:
    """The knock form, for a service; ``callback``: with a field for a phone number."""
    query = {"service": service} if service else {}
    if callback:
        query["callback"] = "1"
    return _url(office, "@@knock", query)


def help_url(office: Any, language: str, place: str = "") -> str:
    """The page that explains a visit, in a language, at one of its steps."""
    url = _url(office, "@@how-it-works", {"language": language})
    return f"{url}#{place}" if place else url


def device_test_url(office: Any, language: str) -> str:
    """The test of camera and sound in a language, for who reads the help."""
    return _url(office, "@@device-test", {"from": "help", "language": language})


def _url(office: Any, page: str, query: dict[str, str]) -> str:
    url = f"{office.absolute_url()}/{page}"
    return f"{url}?{urlencode(query)}" if query else url
