"""Names of services and languages, looked up once for a page."""

from collective.virtualoffice.catalogue.services import service_title
from functools import cached_property
from plone import api
from zope.component import getUtility
from zope.i18nmessageid import Message
from zope.schema.interfaces import IVocabularyFactory


LANGUAGES = "collective.virtualoffice.languages"


class Names:
    """Remembers what it was asked: a queue is mostly about the same few things."""

    def __init__(self) -> None:
        self._services: dict[str, str | None] = {}

    def service(self, uid: str | None) -> str | None:
        """The title of a service; None when there is none."""
        if uid is None:
            return None
        if uid not in self._services:
            self._services[uid] = service_title(uid)
        return self._services[uid]

    def language(self, tag: str) -> str | Message:
        """A language in words; the tag itself where there are none."""
        return self._languages.get(tag, tag)

    @cached_property
    def _languages(self) -> dict[str, str | Message]:
        terms = getUtility(IVocabularyFactory, name=LANGUAGES)(api.portal.get())
        return {term.value: term.title for term in terms}
