"""In which language a page speaks."""

from plone.i18n.interfaces import ILanguageUtility
from plone.i18n.utility import LanguageBinding
from typing import Any
from zope.component import getUtility


def speak(request: Any, language: str) -> None:
    """Let the whole page speak this language, whatever the browser prefers.

    Only languages of the site can be spoken; for any other the page stays as it
    was negotiated. Call it before anything is rendered.
    """
    spoken = _spoken(language)
    if spoken is None:
        return
    binding = request.get("LANGUAGE_TOOL")
    if not isinstance(binding, LanguageBinding):
        binding = request["LANGUAGE_TOOL"] = LanguageBinding()
        binding.DEFAULT_LANGUAGE = spoken
    binding.LANGUAGE = spoken
    binding.LANGUAGE_LIST = []
    request["LANGUAGE"] = spoken
    request.setupLocale()


def spoken_tags() -> list[str]:
    """The languages in which the site can be read."""
    return getUtility(ILanguageUtility).getSupportedLanguages()


def _spoken(language: str) -> str | None:
    """The site's own language that fits: itself, or without its region."""
    known, wanted = spoken_tags(), language.lower()
    return next((tag for tag in (wanted, wanted[:2]) if tag in known), None)
