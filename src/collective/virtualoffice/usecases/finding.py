"""Services that fit a search, and the ways that are open to get them done."""

from .looking import look
from collections.abc import Mapping
from collections.abc import Sequence
from collective.virtualoffice.catalogue.finder import Entry
from collective.virtualoffice.catalogue.finder import facts_of
from collective.virtualoffice.catalogue.finder import viewable_offices
from collective.virtualoffice.catalogue.finder import viewable_services
from collective.virtualoffice.domain.services.narrowing import narrow
from collective.virtualoffice.domain.services.narrowing import Traits
from collective.virtualoffice.domain.services.search import Search
from collective.virtualoffice.domain.services.ways import Way
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from Products.ZCatalog.CatalogBrains import AbstractCatalogBrain
from typing import Any


@dataclass(frozen=True)
class Offer:
    """A service as a list shows it; ``ways`` are those of the search's moment.

    Unless the search asks for VIDEO, that means only that the service is fit for it.
    """

    entry: Entry
    ways: tuple[Way, ...]

    @property
    def brain(self) -> AbstractCatalogBrain:
        """What the catalogue remembers of it."""
        return self.entry.brain


@dataclass(frozen=True)
class Finding:
    """All that was found, and what other letters and situations would leave.

    By title; those first whose title has the words. ``offices`` are all that the
    reader may view.
    """

    offers: tuple[Offer, ...]
    letters: Mapping[str, int]
    situations: Mapping[str, int]
    offices: tuple[AbstractCatalogBrain, ...]


def find(container: Any, search: Search, now: datetime) -> Finding:
    """Look below a container, with two questions to the catalogue."""
    offices = tuple(viewable_offices())
    entries = viewable_services(container, search.words)
    traits = _traits(entries, offices, _doors(offices, search, now))
    left = narrow(search, traits)
    offers = [Offer(entries[place], traits[place].ways) for place in left.places]
    if search.words:
        offers.sort(key=lambda offer: not search.is_titled(offer.brain.Title))
    return Finding(tuple(offers), left.letters, left.situations, offices)


def _doors(
    offices: Sequence[AbstractCatalogBrain], search: Search, now: datetime
) -> set[str] | None:
    """UIDs of the offices that can be knocked at now; None where nobody asked.

    Only for this question offices are woken.
    """
    if Way.VIDEO not in search.ways:
        return None
    return {
        brain.UID
        for brain in offices
        if look(brain._unrestrictedGetObject(), now).door.can_knock
    }


def _traits(
    entries: Sequence[Entry],
    offices: Sequence[AbstractCatalogBrain],
    doors: set[str] | None,
) -> list[Traits]:
    """What each service is filtered by. Many are alike, so each kind is made once."""
    booking = {o.UID for o in offices if Way.APPOINTMENT in o.virtualoffice_ways}

    def ways(own: tuple[str, ...], at: tuple[str, ...]) -> tuple[Way, ...]:
        is_anybody_there = doors is None or not doors.isdisjoint(at)
        is_open = {
            Way.VIDEO: Way.VIDEO in own and is_anybody_there,
            Way.APPOINTMENT: not booking.isdisjoint(at),
            Way.ONLINE: Way.ONLINE in own,
        }
        return tuple(way for way in Way if is_open[way])

    @cache
    def kind(facts: tuple[Any, ...]) -> Traits:
        letter, situations, own, at = facts
        return Traits(letter, situations, ways(own, at))

    return [kind(facts) for facts in facts_of(entries)]
