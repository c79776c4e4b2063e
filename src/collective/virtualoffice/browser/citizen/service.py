"""The public page of a service."""

from .office import PublicView
from .servicepage.about import About
from .servicepage.sections import Section
from .servicepage.sections import sections
from collective.virtualoffice.catalogue import vocabularies
from collective.virtualoffice.domain.services.keys import format_key
from collective.virtualoffice.wording import date_of
from functools import cached_property
from plone import api
from zope.i18nmessageid import Message


class ServiceView(PublicView):
    """What to know, to bring and to pay; nothing that is empty."""

    def __call__(self) -> str:
        self.request.response.appendHeader("Vary", "Accept-Language")
        return self.index()

    @cached_property
    def about(self) -> About:
        return About(self.context)

    @cached_property
    def sections(self) -> list[Section]:
        return sections(self.about)

    @property
    def demand_url(self) -> str | None:
        return self.about.demand_url

    @property
    def online_way(self) -> str | None:
        return "online" if self.demand_url else None

    @property
    def trust_level(self) -> Message | None:
        return self._term(vocabularies.trust_levels, "trust_level")

    @property
    def identity(self) -> Message | None:
        return self._term(vocabularies.identity, "identity")

    @property
    def names_papers(self) -> bool:
        """Whether only some of the documents are needed for video."""
        papers = self.about.papers
        return bool(papers) and len(papers) < len(self.about.rows("documents"))

    @property
    def released_on(self) -> str | None:
        day = self.about.get("released_on")
        return date_of(self.request, day) if day else None

    @property
    def keys(self) -> str:
        return ", ".join(map(format_key, self.about.get("service_keys", [])))

    @property
    def says_little(self) -> bool:
        """Whether there is neither a text nor a way to get it done."""
        is_silent = not (self.text or self.sections)
        return is_silent or not self.about.has_ways

    @property
    def list_url(self) -> str:
        """All services of the site."""
        return (
            f"{api.portal.get_navigation_root(self.context).absolute_url()}/@@services"
        )

    @property
    def contact_url(self) -> str | None:
        """Plone's contact form, where it sends anything."""
        if not api.portal.get_registry_record("plone.email_from_address", default=None):
            return None
        return f"{api.portal.get().absolute_url()}/contact-info"

    def _term(self, vocabulary: object, name: str) -> Message | None:
        value = self.about.get(name)
        terms = vocabulary(self.context)
        return terms.getTerm(value).title if value in terms else None
