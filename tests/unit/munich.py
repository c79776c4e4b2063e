"""The trying ground: a city's published list of services as a table of ours.

It is no part of the product, and none of its texts is kept here. Where the list is may
be said in SERVICES_MUNICH; else it is looked for beside the checkout.
"""

from collective.virtualoffice.domain.services import cells
from collective.virtualoffice.domain.services.columns import Column
from collective.virtualoffice.domain.services.columns import Kind
from pathlib import Path
from servicefiles import table
from typing import Any
from urllib.parse import quote
import json
import os
import re


CHECKOUT = Path(__file__).resolve().parents[2]
BESIDE = CHECKOUT.parent / "shared" / "data" / "services-munich.json"
PATH = Path(os.environ.get("SERVICES_MUNICH", BESIDE))
SOURCE = "munich"
RESERVED = ":/?#[]@!$&'()*+,;=%~"
KEY = re.compile(r"\d{14}")
TAG = re.compile(r"<[^>]+>")
FORMS = Column(
    "forms",
    Kind.GRID,
    tuple(Column(name, Kind.LINE) for name in ("title", "link", "accessible")),
)
FEES = Column(
    "fees",
    Kind.GRID,
    tuple(Column(name, Kind.LINE) for name in ("title", "amount", "up_to", "note")),
)
LINES = Column("keywords", Kind.LINES)


def munich() -> list[dict[str, str]]:
    """One row for each service of the list."""
    return [row(each) for each in json.loads(PATH.read_text("utf-8"))["data"]]


def munich_file() -> bytes:
    return table(*munich())


def row(service: dict[str, Any]) -> dict[str, str]:
    meta = service.get("meta") or {}
    return {
        "source": SOURCE,
        "external_id": service["id"],
        "title": service["name"],
        "text": service["description"],
        "keywords": words(meta.get("keywords") or ""),
        "service_keys": "\n".join(KEY.findall(str(service.get("leika") or ""))),
        "fees": fees(service.get("fees") or ""),
        "forms": forms(service.get("forms") or []),
        "planned_minutes": str(service.get("duration") or ""),
        "reviewed_on": (meta.get("lastupdate") or "")[:10],
        "competent_body": "\n".join(each["name"] for each in service["authorities"]),
    }


def words(text: str) -> str:
    return cells.write(LINES, dict.fromkeys(each.strip() for each in text.split(",")))


def fees(html: str) -> str:
    """The published fees are prose: they become the note of one row."""
    note = " ".join(TAG.sub(" ", html).split())
    return cells.write(FEES, [{"title": "Kosten", "note": note}]) if note else ""


def forms(found: list[dict[str, Any]]) -> str:
    rows = [
        {"title": each["name"], "link": quote(each["link"], safe=RESERVED)}
        for each in found
    ]
    return cells.write(FORMS, rows)
