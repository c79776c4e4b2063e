"""What the citizen said at the door, and what it is about."""

from ..foreign import foreign
from collective.virtualoffice.catalogue.services import service_title
from collective.virtualoffice.catalogue.vocabularies import languages
from collective.virtualoffice.content.office import IVirtualOffice
from collective.virtualoffice.content.service.documents import papers_for_video
from collective.virtualoffice.domain.waiting.knock import Knock
from collective.virtualoffice.usecases.looking import Stay
from functools import cached_property
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any


class Given:
    """For the waiting page, which shows what the clerk knows."""

    stay: Stay
    office: IVirtualOffice
    request: Any

    given = ViewPageTemplateFile("given.pt")
    papers = ViewPageTemplateFile("papers.pt")

    @property
    def knock(self) -> Knock:
        return self.stay.seen.visit.knock

    @property
    def spoken(self) -> list[dict[str, Any]]:
        """The languages that were asked for, by tag and in words."""
        wanted = self.knock.spoken_languages
        titles = {term.value: term.title for term in languages(self.office)}
        return [{"tag": tag, "title": titles.get(tag, tag)} for tag in wanted]

    @property
    def service(self) -> str | None:
        uid = self.knock.service
        return service_title(uid) if uid else None

    @cached_property
    def service_page(self) -> Any:
        """The service, if everybody may read it."""
        uid = self.knock.service
        return api.content.get(UID=uid) if uid else None

    @property
    def documents(self) -> list[dict[str, Any]]:
        page = self.service_page
        return papers_for_video(page) if page is not None else []

    @property
    def service_lang(self) -> str | None:
        """The language of the service's own words, unless it is the page's."""
        page = self.service_page
        return foreign(self.request, page.Language()) if page else None
