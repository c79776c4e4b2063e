"""A city's services in one folder, as editors keep them; runs inside Zope."""

from datetime import date
from plone import api
from plone.app.textfield.value import RichTextValue
from plone.uuid.interfaces import IUUID
from typing import Any
from z3c.relationfield import RelationValue
from zope.component import getUtility
from zope.intid.interfaces import IIntIds


FOLDER = "bench-services"
NAMES = ("Ärger melden", "Bauen", "Hund anmelden", "Umzug", "Wohngeld", "Zuzug")
SITUATIONS = ("Bauen", "Familie", "Tiere", "Umzug")
TEXT = "<p>Was Sie darüber wissen müssen. {0} <a href='resolveuid/{1}'>Satzung</a></p>"


def make_services(site: Any, offices: list[Any], count: int) -> None:
    """Published services of these offices, filled in like those of a city."""
    with api.env.adopt_roles(["Manager"]):
        folder = api.content.create(site, "Folder", FOLDER, "Dienste")
        api.content.transition(folder, "publish")
        ids = [getUtility(IIntIds).getId(office) for office in offices]
        for number in range(count):
            service = api.content.create(
                folder, "Service", f"service-{number}", **filled(number, IUUID(folder))
            )
            service.offices = [RelationValue(ids[number % len(ids)])]
            api.content.transition(service, "publish")
            service.reindexObject()


def filled(number: int, target: str) -> dict[str, Any]:
    """Each lacks something else, and some link to where nothing is."""
    text = TEXT.format("Satz. " * 60, target if number % 50 else "f" * 32)
    return {
        "title": f"{NAMES[number % len(NAMES)]} {number}",
        "description": "Was Sie mitbringen und was es kostet.",
        "text": RichTextValue(text, "text/html", "text/x-html-safe"),
        "procedure": RichTextValue(text, "text/html", "text/x-html-safe"),
        "subject": (SITUATIONS[number % len(SITUATIONS)],),
        "synonyms": [f"Vorgang {number}", f"Antrag {number}"],
        "keywords": ["Amt", "Antrag", f"Stichwort {number % 100}"],
        "service_keys": [f"99{number // 3:012}"],
        "documents": [{"title": "Ausweis", "note": None, "for_video": True}],
        "forms": [{"title": "Antrag", "link": "/nirgends", "accessible": "no"}],
        "processing_time": "zwei Wochen" if number % 2 else None,
        "video": ("complete", "advice", "none", None)[number % 4],
        "video_note": "Der Ausweis wird vor Ort abgeholt.",
        "maturity": (None, "0", "1", "2", "3", "4")[number % 6],
        "online_url": "https://example.org/antrag" if number % 3 else None,
        "reviewed_on": date(2025 + number % 2, 6, 1) if number % 5 else None,
    }
