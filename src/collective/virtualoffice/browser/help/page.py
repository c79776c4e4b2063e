"""The page „So funktioniert es“."""

from ..assets import script_url
from ..assets import static_url
from ..citizen.addresses import device_test_url
from ..citizen.privacy import Privacy
from ..citizen.ways import Ways
from .steps import Step
from .steps import STEPS
from collective.virtualoffice import _
from collective.virtualoffice.catalogue.vocabularies import languages
from collective.virtualoffice.language import speak
from collective.virtualoffice.language import spoken_tags
from plone import api
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18n import translate
from zope.interface import implementer
from zope.interface import Interface


OWN_NAMES = {"de": "Deutsch", "en": "English"}
FOR_ALL = "public, max-age=600"
FOR_ONE = "private, no-cache"


class IHelpPage(Interface):
    """The page that explains a visit."""


@implementer(IHelpPage)
class HelpPage(Privacy, Ways, BrowserView):
    """The same for everybody who reads one language, so it may be cached."""

    template = ViewPageTemplateFile("page.pt")
    title = _("help_title", default="How it works")

    def __call__(self) -> str:
        self.office = self.context
        speak(self.request, str(self.request.form.get("language", "")))
        self.request.set("disable_plone.leftcolumn", 1)
        self.request.set("disable_plone.rightcolumn", 1)
        page = self.template()
        response = self.request.response
        response.setHeader("Content-Language", self.language)
        response.setHeader("Vary", "Accept-Language, Cookie")
        response.setHeader(
            "Cache-Control", FOR_ALL if api.user.is_anonymous() else FOR_ONE
        )
        return page

    @property
    def language(self) -> str:
        return self.request.get("LANGUAGE") or "en"

    @property
    def steps(self) -> tuple[Step, ...]:
        return STEPS

    @property
    def test_url(self) -> str:
        return device_test_url(self.office, self.language)

    def picture(self, step: Step) -> str:
        """The picture shows our pages, so it speaks a language that they speak."""
        spoken = "de" if self.language[:2] == "de" else "en"
        return static_url(f"help/{step.name}-{spoken}.webp")

    @property
    def other_languages(self) -> list[dict[str, str]]:
        """Our other languages that the site speaks, by their own names."""
        return [
            {"tag": tag, "name": name}
            for tag, name in OWN_NAMES.items()
            if tag != self.language[:2] and tag in spoken_tags()
        ]

    @property
    def office_languages(self) -> list[str]:
        """What can be spoken here."""
        titles = {term.value: term.title for term in languages(self.context)}
        spoken = self.context.languages or []
        return [translate(titles.get(tag, tag), context=self.request) for tag in spoken]

    @property
    def script(self) -> str:
        return script_url("help.js")
