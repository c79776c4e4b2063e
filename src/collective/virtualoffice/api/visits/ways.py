"""What comes after a visit."""

from collections.abc import Iterator
from collective.virtualoffice.catalogue.services import service_url
from collective.virtualoffice.domain.waiting.states import INSIDE
from collective.virtualoffice.domain.waiting.visit import Snapshot
from collective.virtualoffice.usecases.looking import look
from typing import Any
from typing import TypedDict
import re


class WayShape(TypedDict):
    """``kind`` is return, knock, phone, address or service."""

    kind: str
    url: str


def next_ways(office: Any, seen: Snapshot, page: str) -> list[WayShape]:
    """Where to go from a visit that is over or was missed; nothing before."""
    if seen.state in INSIDE:
        return []
    return [{"kind": kind, "url": url} for kind, url in _ways(office, seen, page)]


def _ways(office: Any, seen: Snapshot, page: str) -> Iterator[tuple[str, str]]:
    url = office.absolute_url()
    if seen.may_come_back:
        yield "return", page
    if look(office, seen.now).door.can_knock:
        yield "knock", f"{url}/@@knock"
    if office.phone:
        yield "phone", f"tel:{re.sub(r'[^0-9+]', '', office.phone)}"
    if office.address:
        yield "address", url
    service = seen.visit.knock.service and service_url(seen.visit.knock.service)
    if service:
        yield "service", service
