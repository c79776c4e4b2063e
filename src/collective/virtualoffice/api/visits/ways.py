"""What comes after a visit."""

from collections.abc import Iterator
from collective.virtualoffice.api.times import written
from collective.virtualoffice.catalogue.services import service_url
from collective.virtualoffice.domain.waiting.door import Door
from collective.virtualoffice.domain.waiting.phone import phone_url
from collective.virtualoffice.domain.waiting.states import INSIDE
from collective.virtualoffice.domain.waiting.visit import Snapshot
from collective.virtualoffice.usecases.looking import look
from typing import Any
from typing import NotRequired
from typing import TypedDict


class WayShape(TypedDict):
    """``kind`` is return, knock, office, phone, address or service.

    Of ``knock`` and ``office`` only one is offered: the office while nobody can
    knock, with ``opens_at`` where the door is closed and opens again.
    """

    kind: str
    url: str
    opens_at: NotRequired[str]


def next_ways(office: Any, seen: Snapshot, page: str) -> list[WayShape]:
    """Where to go from a visit that is over or was missed; nothing before."""
    if seen.state in INSIDE:
        return []
    return list(_ways(office, seen, page))


def _ways(office: Any, seen: Snapshot, page: str) -> Iterator[WayShape]:
    url = office.absolute_url()
    if seen.may_come_back:
        yield {"kind": "return", "url": page}
    yield _in(url, look(office, seen.now).door)
    if office.phone:
        yield {"kind": "phone", "url": phone_url(office.phone)}
    if office.address:
        yield {"kind": "address", "url": url}
    service = seen.visit.knock.service and service_url(seen.visit.knock.service)
    if service:
        yield {"kind": "service", "url": service}


def _in(url: str, door: Door) -> WayShape:
    """Knocking while that is possible; else the page that says when it will be."""
    if door.can_knock:
        return {"kind": "knock", "url": f"{url}/@@knock"}
    opens_at = written(door.opens_at)
    opening = {"opens_at": opens_at} if opens_at else {}
    return {"kind": "office", "url": url, **opening}
