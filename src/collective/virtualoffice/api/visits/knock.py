"""Knock at the door."""

from .shape import visit_shape
from .shape import VisitShape
from collective.virtualoffice.api.service import Service
from collective.virtualoffice.catalogue.services import services_of
from collective.virtualoffice.clients import client_address
from collective.virtualoffice.domain.waiting.knock import Knock
from collective.virtualoffice.domain.waiting.knock import read_key
from collective.virtualoffice.domain.waiting.knock import read_knock
from collective.virtualoffice.domain.waiting.visit import Visit
from collective.virtualoffice.settings import read_settings
from collective.virtualoffice.usecases import knocking
from collective.virtualoffice.usecases.floor import read_floor
from collective.virtualoffice.usecases.floor import visit_token
from collective.virtualoffice.usecases.looking import stay
from plone import api


class KnockedShape(VisitShape):
    """A visit with its key, which is told here only."""

    token: str


def knock(service: Service) -> KnockedShape:
    said = _read(service)
    key = read_key(service.request.getHeader("Idempotency-Key"))
    address = client_address(service.request, read_settings().trusted_proxies)
    knocked = knocking.knock(service.office, said, key, address, service.now)
    shape = _shape(service, knocked.visit)
    if knocked.created:
        service.created(f"{service.office.absolute_url()}/@visits/{shape['token']}")
    return shape


def _read(service: Service) -> Knock:
    """Raises Invalid; what is not fit for video cannot be knocked for."""
    offered = services_of(service.office)
    fit = {brain.UID for brain in offered if brain.virtualoffice_video != "none"}
    return read_knock(service.data(), fit, api.portal.get_current_language())


def _shape(service: Service, visit: Visit) -> KnockedShape:
    office = service.office
    floor = read_floor(office, service.now)
    shape = visit_shape(office, stay(office, floor, floor.see(visit)))
    return {**shape, "token": visit_token(visit)}
