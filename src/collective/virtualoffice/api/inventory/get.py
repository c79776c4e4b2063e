"""Which services are there, and what is to be looked at?"""

from .shape import item_shape
from .shape import StockShape
from collective.virtualoffice.api.service import Service
from collective.virtualoffice.catalogue.inventory import read_inventory
from collective.virtualoffice.catalogue.inventory import today
from collective.virtualoffice.domain.services.counts import count
from collective.virtualoffice.domain.services.pages import read_page
from collective.virtualoffice.domain.services.sieve import Sieve
from dataclasses import asdict
from plone.restapi.batching import HypermediaBatch


class Get(Service):
    """What the reader may view, so each has an inventory of their own."""

    def reply(self) -> StockShape:
        sieve = Sieve.read(self.request.form)
        start, size = read_page(self.request.form)
        inventory = read_inventory(today(self.now))
        found = sieve.sift(inventory.entries)
        batch = self.batch(found, start, size)
        answer: StockShape = {
            "@id": batch.canonical_url,
            "items": [item_shape(inventory, entry) for entry in batch],
            "items_total": batch.items_total,
            "counts": asdict(count(found)),
        }
        if batch.links:
            answer["batching"] = batch.links
        return answer

    def batch(self, found: list, start: int, size: int) -> HypermediaBatch:
        """It reads the request itself, so it is told what was understood."""
        self.request.form.update(b_start=start, b_size=size)
        return HypermediaBatch(self.request, found)
