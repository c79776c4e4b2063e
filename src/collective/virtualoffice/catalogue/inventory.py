"""All services with what is to be looked at, from the catalogue alone.

Two questions: one for services and offices together, one for what links lead to.
"""

from collective.virtualoffice.catalogue.inventoryfacts import remembered
from collective.virtualoffice.catalogue.offices import OFFICE_TYPE
from collective.virtualoffice.catalogue.targets import dead_among
from collective.virtualoffice.content.office import IVirtualOffice
from collective.virtualoffice.content.service import IService
from collective.virtualoffice.domain.services.care import doubled_keys
from collective.virtualoffice.domain.services.care import Look
from collective.virtualoffice.domain.services.facts import Facts
from collective.virtualoffice.domain.services.sieve import Entry
from collective.virtualoffice.domain.services.sieve import folded
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from plone import api
from plone.app.event.base import default_timezone
from Products.ZCatalog.CatalogBrains import AbstractCatalogBrain


WORKING_COPY = "plone.app.iterate.interfaces.IWorkingCopy"


@dataclass(frozen=True)
class Inventory:
    """The services that somebody may view, and the titles of offices by UID."""

    entries: tuple[Entry, ...]
    offices: dict[str, str]
    brains: dict[str, AbstractCatalogBrain]

    def url(self, entry: Entry) -> str:
        return self.brains[entry.uid].getURL()

    def office_names(self, entry: Entry) -> list[str]:
        """Offices that the reader may view."""
        known = self.offices
        return [known[uid] for uid in entry.facts["offices"] if uid in known]


def today(now: datetime) -> date:
    """The day in the site's time zone."""
    return now.astimezone(default_timezone(as_tzinfo=True)).date()


def read_inventory(today: date) -> Inventory:
    """What the current user may view; working copies are no services of their own."""
    brains = api.portal.get_tool("portal_catalog")(
        object_provides={
            "query": [IService.__identifier__, IVirtualOffice.__identifier__],
            "not": WORKING_COPY,
        },
        show_inactive=True,
    )
    services: list[tuple[AbstractCatalogBrain, Facts]] = []
    offices = {}
    for brain in brains:
        facts = brain.virtualoffice_care
        if isinstance(facts, dict):
            services.append((brain, facts))
        else:
            _sort_in(brain, services, offices)
    return Inventory(
        entries=tuple(_entries(services, today)),
        offices=dict(sorted(offices.items(), key=lambda pair: folded(pair[1]))),
        brains={brain.UID: brain for brain, _ in services},
    )


def _sort_in(
    brain: AbstractCatalogBrain,
    services: list[tuple[AbstractCatalogBrain, Facts]],
    offices: dict[str, str],
) -> None:
    """An office; or a service indexed before there was an inventory, which is read."""
    found = brain._unrestrictedGetObject() if brain.portal_type != OFFICE_TYPE else None
    if IService.providedBy(found):
        services.append((brain, remembered(found)))
    else:
        offices[brain.UID] = brain.Title


def _entries(
    services: list[tuple[AbstractCatalogBrain, Facts]], today: date
) -> list[Entry]:
    doubled = doubled_keys(facts for _, facts in services)
    dead = dead_among({link for _, facts in services for link in facts["links"]})
    looks = {language: Look(today, dead, keys) for language, keys in doubled.items()}
    usual = Look(today, dead)
    return [
        _entry(brain, facts, looks.get(facts["language"], usual))
        for brain, facts in services
    ]


def _entry(brain: AbstractCatalogBrain, facts: Facts, look: Look) -> Entry:
    links, keys = facts["links"], facts["keys"] or ()
    return Entry(
        uid=brain.UID,
        title=brain.Title,
        description=brain.Description or "",
        state=brain.review_state or "",
        situations=tuple(brain.Subject or ()),
        facts=facts,
        findings=look.findings(facts),
        dead=tuple(filter(look.dead.__contains__, links)),
        doubled=tuple(filter(look.doubled.__contains__, keys)),
    )
