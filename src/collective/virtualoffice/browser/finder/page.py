"""The finder as a page, and as a way to show a folder."""

from ..assets import script_url
from ..foreign import foreign
from . import words
from .help import Help
from collective.virtualoffice import _
from collective.virtualoffice.domain.services.letters import LETTERS
from collective.virtualoffice.domain.services.letters import OTHER
from collective.virtualoffice.domain.services.pages import SIZE
from collective.virtualoffice.domain.services.search import examine
from collective.virtualoffice.domain.services.search import MOST_TEXT
from collective.virtualoffice.domain.services.search import Search
from collective.virtualoffice.domain.services.ways import Way
from collective.virtualoffice.usecases.finding import find
from collective.virtualoffice.usecases.finding import Finding
from collective.virtualoffice.usecases.finding import Offer
from dataclasses import dataclass
from dataclasses import replace
from datetime import datetime
from datetime import UTC
from functools import cached_property
from plone import api
from plone.base.batch import Batch
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from Products.ZCatalog.CatalogBrains import AbstractCatalogBrain
from urllib.parse import urlencode
from zope.i18nmessageid import Message
from zope.interface import implementer
from zope.interface import Interface


# Who is there changes at any moment, the pages of services rarely.
FOR_A_MOMENT = "public, max-age=1"
FOR_A_MINUTE = "public, max-age=60"
FOR_ONE = "private, no-cache"


class IFinderPage(Interface):
    """A page on which services are found."""


@dataclass(frozen=True)
class Letter:
    """``url`` is missing where nothing begins with it."""

    name: str
    count: int
    url: str | None
    is_chosen: bool


@implementer(IFinderPage)
class FinderPage(Help, BrowserView):
    """All services below the context that fit the search in the address.

    What the address says and nobody can mean is left out: an old or mistyped link
    leads to a list all the same.
    """

    template = ViewPageTemplateFile("page.pt")
    parts = ViewPageTemplateFile("parts.pt")
    form = ViewPageTemplateFile("form.pt")
    letters_part = ViewPageTemplateFile("letters.pt")
    found_part = ViewPageTemplateFile("found.pt")
    most_text = MOST_TEXT
    way_names: dict[Way, Message] = words.WAYS

    def __call__(self) -> str:
        page = self.template()
        response = self.request.response
        response.setHeader("Vary", "Accept-Language, Cookie")
        response.setHeader("Cache-Control", self.cache_control)
        return page

    @property
    def cache_control(self) -> str:
        """What only some may view is on nobody else's page."""
        if not api.user.is_anonymous():
            return FOR_ONE
        return FOR_A_MOMENT if Way.VIDEO in self.search.ways else FOR_A_MINUTE

    @property
    def title(self) -> Message | str:
        return self.context.Title()

    @property
    def description(self) -> str:
        return self.context.Description()

    @property
    def title_lang(self) -> str | None:
        """The language of the editor's words, unless it is the page's."""
        return foreign(self.request, self.context.Language())

    @cached_property
    def address(self) -> str:
        """The page without a search."""
        url = self.context.absolute_url()
        state = api.content.get_view("plone_context_state", self.context, self.request)
        return url if state.view_template_id() == self.__name__ else self.named(url)

    def named(self, url: str) -> str:
        return f"{url}/@@{self.__name__}"

    @cached_property
    def search(self) -> Search:
        search, _ = examine(self.request.form)
        return replace(search, size=SIZE)

    @cached_property
    def finding(self) -> Finding:
        return find(self.context, self.search, datetime.now(UTC))

    @cached_property
    def batch(self) -> Batch:
        return Batch(self.finding.offers, SIZE, self.search.start)

    def url(self, search: Search) -> str:
        query = urlencode(search.pairs)
        return f"{self.address}?{query}" if query else self.address

    @property
    def canonical(self) -> str:
        """The one address of what is shown, however it was asked for."""
        return self.url(self.search)

    def page_url(self, number: int) -> str:
        return self.url(self.search.but(start=(number - 1) * SIZE))

    @property
    def count(self) -> Message:
        batch = self.batch
        return words.count(batch.sequence_length, batch.start, batch.end)

    @property
    def letters(self) -> list[Letter]:
        """A to Z, and what begins otherwise where there is such a thing."""
        counts = self.finding.letters
        shown = [*LETTERS, OTHER] if counts.get(OTHER) else LETTERS
        return [self._letter(name, counts.get(name, 0)) for name in shown]

    def _letter(self, name: str, count: int) -> Letter:
        url = self.url(self.search.but(letter=name)) if count else None
        return Letter(name, count, url, name == self.search.letter)

    @property
    def situations(self) -> list[tuple[str, int]]:
        """Situations with what each would leave, and the chosen one in any case."""
        counts = dict(self.finding.situations)
        if self.search.situation:
            counts.setdefault(self.search.situation, 0)
        return sorted(counts.items(), key=lambda pair: pair[0].casefold())

    @property
    def situations_lang(self) -> str | None:
        """The editors' language, in which situations are named."""
        return foreign(self.request, api.portal.get_default_language())

    @property
    def filters(self) -> list[words.Filter]:
        return words.filters(self.search)

    @cached_property
    def way_icons(self) -> dict[Way, str]:
        """Drawn once: Plone reads and parses a file for each."""
        icons = api.content.get_view("iconresolver", self.context, self.request)
        return {way: icons.tag(name) for way, name in words.ICONS.items()}

    def ways_of(self, offer: Offer) -> list[dict[str, Message | str]]:
        return [
            {"name": self._way_name(way), "icon": self.way_icons[way]}
            for way in offer.ways
        ]

    def _way_name(self, way: Way) -> Message:
        is_known = way is not Way.VIDEO or Way.VIDEO in self.search.ways
        return words.WAYS[way] if is_known else words.FIT_FOR_VIDEO

    def lang_of(self, brain: AbstractCatalogBrain) -> str | None:
        return foreign(self.request, brain.virtualoffice_language)

    @property
    def script(self) -> str:
        return script_url("finder.js")


class SiteFinderPage(FinderPage):
    """The finder of the whole site: no editor has named it, and it is nobody's page.

    So it has no portlets, and nothing around it tells of an author or of changes.
    """

    template = ViewPageTemplateFile("site.pt")
    title = _("finder_title", default="Services A–Z")

    def __call__(self) -> str:
        self.request.set("disable_plone.leftcolumn", 1)
        self.request.set("disable_plone.rightcolumn", 1)
        return super().__call__()

    @cached_property
    def address(self) -> str:
        return self.named(self.context.absolute_url())
