"""A service for machines, as schema.org describes one."""

from ...structured import json_ld
from ..officefacts import office_facts
from .about import About
from collections.abc import Iterator
from collective.virtualoffice.content.office import IVirtualOffice
from datetime import datetime
from datetime import UTC
from plone.app.layout.viewlets.common import ViewletBase
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any


CURRENCY = "EUR"
KEYS = "Leistungsschlüssel"


class ServiceFacts(ViewletBase):
    """The facts on the page of whatever has the behaviour."""

    index = ViewPageTemplateFile("facts.pt")

    @property
    def facts(self) -> str:
        return json_ld(service_facts(About(self.context), datetime.now(UTC)))

    def render(self) -> Any:
        return self.index()


def service_facts(about: About, now: datetime) -> dict[str, Any]:
    """What it is, what it costs, who offers it, and through which channels."""
    service = about.service
    return {
        "@type": "GovernmentService",
        "@id": service.absolute_url(),
        "url": service.absolute_url(),
        "name": service.title,
        "alternateName": [about.text("official_name"), *about.get("synonyms", [])],
        "description": about.text("description"),
        "keywords": [*about.get("keywords", []), *about.get("subject", ())],
        "inLanguage": service.Language(),
        "identifier": [_key(key) for key in about.get("service_keys", [])],
        "serviceOperator": {
            "@type": "GovernmentOrganization",
            "name": about.text("competent_body"),
        },
        "provider": [office_facts(office, now) for office in about.offices],
        "offers": [_offer(row) for row in about.rows("fees") if _is_priced(row)],
        "availableChannel": list(_channels(about)),
    }


def _key(key: str) -> dict[str, str]:
    return {"@type": "PropertyValue", "propertyID": KEYS, "value": key}


def _is_priced(row: dict[str, Any]) -> bool:
    return row.get("amount") is not None


def _offer(row: dict[str, Any]) -> dict[str, Any]:
    offer = {"@type": "Offer", "name": row["title"], "description": row.get("note")}
    low, high = row["amount"], row.get("up_to")
    if high is None or high == low:
        return {**offer, "price": f"{low:.2f}", "priceCurrency": CURRENCY}
    span = {
        "@type": "PriceSpecification",
        "minPrice": f"{low:.2f}",
        "maxPrice": f"{high:.2f}",
        "priceCurrency": CURRENCY,
    }
    return {**offer, "priceSpecification": span}


def _channels(about: About) -> Iterator[dict[str, Any]]:
    """Hours stand at the office that a channel leads to."""
    online = [
        about.get("online_url"),
        *(each.getURL() for each in about.application_forms),
    ]
    for url in filter(None, online):
        yield _channel("Online", serviceUrl=url)
    for office in about.offices:
        yield from _channels_of(office, about)


def _channels_of(office: IVirtualOffice, about: About) -> Iterator[dict[str, Any]]:
    place = {"@type": "GovernmentOffice", "@id": office.absolute_url()}
    spoken = {"availableLanguage": office.languages, "serviceLocation": place}
    if about.is_by_video:
        url = f"{office.absolute_url()}/@@knock"
        yield _channel("Video", serviceUrl=url, **spoken)
    if office.appointment_url:
        yield _channel("Appointment", serviceUrl=office.appointment_url, **spoken)
    if office.phone:
        number = {"@type": "ContactPoint", "telephone": office.phone}
        yield _channel("Phone", servicePhone=number, **spoken)
    if office.address:
        yield _channel("In person", **spoken)


def _channel(name: str, **facts: Any) -> dict[str, Any]:
    return {"@type": "ServiceChannel", "name": name, **facts}
