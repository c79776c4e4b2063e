"""Knock at the door."""

from .shape import visit_shape
from .shape import VisitShape
from collective.virtualoffice.api.service import Service
from collective.virtualoffice.catalogue.services import services_by_video
from collective.virtualoffice.clients import client_address
from collective.virtualoffice.domain.waiting.knock import Knock
from collective.virtualoffice.domain.waiting.knock import read_key
from collective.virtualoffice.domain.waiting.knock import read_knock
from collective.virtualoffice.settings import read_settings
from collective.virtualoffice.usecases.floor import visit_token
from collective.virtualoffice.usecases.knocking import Arrival
from collective.virtualoffice.usecases.knocking import knock as knock_at
from collective.virtualoffice.usecases.looking import stay
from plone import api
from typing import Any


class KnockedShape(VisitShape):
    """A visit with its key, which is told here only."""

    token: str


def knock(service: Service) -> KnockedShape:
    said = _said(service)
    key = read_key(service.request.getHeader("Idempotency-Key"))
    address = client_address(service.request, read_settings().trusted_proxies)
    arrival = knock_at(service.office, said, key, address, service.now)
    shape = _shape(service.office, arrival)
    if arrival.created:
        service.created(f"{service.office.absolute_url()}/@visits/{shape['token']}")
    return shape


def _said(service: Service) -> Knock:
    """Raises Invalid."""
    data = service.data()
    fit = _fit_for_video(service.office) if data.get("service") else ()
    return read_knock(data, fit, api.portal.get_current_language())


def _fit_for_video(office: Any) -> set[str]:
    """The services that can be knocked for, by UID."""
    return {brain.UID for brain in services_by_video(office)}


def _shape(office: Any, arrival: Arrival) -> KnockedShape:
    visit, floor = arrival.visit, arrival.floor
    shape = visit_shape(office, stay(office, floor, floor.see(visit)))
    return {**shape, "token": visit_token(visit)}
