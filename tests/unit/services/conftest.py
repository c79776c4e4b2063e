"""Services as values."""

from collections.abc import Callable
from collective.virtualoffice.domain.services.facts import Facts
from collective.virtualoffice.domain.services.facts import facts_of
from collective.virtualoffice.domain.services.sieve import Entry
from datetime import date
from typing import Any
import pytest


KEY = "99050012104000"
WHOLE = {
    "description": "Wer umzieht, meldet sich um.",
    "text": "<p>Sie sind umgezogen?</p>",
    "documents": [{"title": "Ausweis", "form": None}],
    "procedure": "<p>Kommen Sie vorbei.</p>",
    "fees": [{"title": "Anmeldung", "note": "kostenlos"}],
    "processing_time": "sofort",
    "competent_body": "Bürgerbüro",
    "forms": [{"title": "Antrag", "link": "/antrag", "accessible": "yes"}],
    "service_keys": [KEY],
    "reviewed_on": date(2026, 6, 1),
    "video": "complete",
    "maturity": "3",
    "online_url": "https://example.org/antrag",
}


@pytest.fixture
def facts() -> Callable[..., Facts]:
    """facts(**fields) answers those of a page that needs no care but for these."""
    return lambda **fields: facts_of({**WHOLE, **fields}, ("mitte",), "de")


@pytest.fixture
def entry(facts: Callable[..., Facts]) -> Callable[..., Entry]:
    """entry(title, **changes) answers a service about which nothing was found."""

    def make(title: str, **changes: Any) -> Entry:
        fields = {key: changes.pop(key) for key in WHOLE.keys() & changes.keys()}
        known = {
            "uid": title,
            "title": title,
            "description": "",
            "state": "published",
            "situations": ("Umzug",),
            "facts": facts(**fields),
            "findings": (),
        }
        return Entry(**{**known, **changes})

    return make
