"""Services and their findings as JSON: codes, nothing translated, nobody's name."""

from collective.virtualoffice.catalogue.inventory import Inventory
from collective.virtualoffice.domain.services.sieve import Entry
from typing import NotRequired
from typing import TypedDict


ItemShape = TypedDict(
    "ItemShape",
    {
        "@id": str,
        "@type": str,
        "UID": str,
        "title": str,
        "description": str,
        "review_state": str | None,
        "situations": list[str],
        "offices": list[str],
        "video": str | None,
        "maturity": str | None,
        "online": bool,
        "reviewed_on": str | None,
        "service_keys": list[str],
        "findings": list[str],
        "missing": list[str],
        "doubled_keys": list[str],
        "dead_links": list[str],
    },
)


class CountsShape(TypedDict):
    total: int
    online: int
    by_video: int
    findings: dict[str, int]
    maturity: dict[str, int]
    fitness: dict[str, int]


StockShape = TypedDict(
    "StockShape",
    {
        "@id": str,
        "items": list[ItemShape],
        "items_total": int,
        "counts": CountsShape,
        "batching": NotRequired[dict[str, str]],
    },
)


def item_shape(inventory: Inventory, entry: Entry) -> ItemShape:
    facts = entry.facts
    return {
        "@id": inventory.url(entry),
        "@type": inventory.brains[entry.uid].portal_type,
        "UID": entry.uid,
        "title": entry.title,
        "description": entry.description,
        "review_state": entry.state or None,
        "situations": list(entry.situations),
        "offices": list(facts["offices"]),
        "video": facts["video"],
        "maturity": facts["maturity"],
        "online": facts["online"],
        "reviewed_on": facts["reviewed"],
        "service_keys": list(facts["keys"] or ()),
        "findings": [str(each) for each in entry.findings],
        "missing": list(facts["missing"]),
        "doubled_keys": list(entry.doubled),
        "dead_links": list(entry.dead),
    }
