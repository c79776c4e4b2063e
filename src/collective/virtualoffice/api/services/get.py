"""Which services are there?"""

from .shape import offer_shape
from .shape import ServicesShape
from collective.virtualoffice.api.caching import NO_STORE
from collective.virtualoffice.api.service import PublicService
from collective.virtualoffice.domain.services.search import read_search
from collective.virtualoffice.domain.services.search import Search
from collective.virtualoffice.usecases.finding import find
from plone import api
from plone.restapi.batching import HypermediaBatch


class Get(PublicService):
    """Lists what the reader may view, so whoever is logged in has a list of theirs."""

    vary = "Accept, Accept-Language, Cookie"

    def reply(self) -> ServicesShape:
        if not api.user.is_anonymous():
            self.cache_control = NO_STORE
        search = read_search(self.request.form)
        found = find(self.context, search, self.now)
        batch = self.batch(search, found.offers)
        answer: ServicesShape = {
            "@id": batch.canonical_url,
            "items": [offer_shape(offer) for offer in batch],
            "items_total": batch.items_total,
            "letters": dict(sorted(found.letters.items())),
            "situations": dict(sorted(found.situations.items())),
        }
        if batch.links:
            answer["batching"] = batch.links
        return answer

    def batch(self, search: Search, offers: tuple) -> HypermediaBatch:
        """It reads the request itself, so it is told what was understood."""
        self.request.form.update(b_start=search.start, b_size=search.size)
        return HypermediaBatch(self.request, offers)
