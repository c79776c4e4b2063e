"""Choices that do not depend on content."""

from collective.virtualoffice import _
from holidays.countries import Germany
from plone import api
from plone.i18n.locales.interfaces import IContentLanguageAvailability
from zope.component import getUtility
from zope.i18n.locales import LoadLocaleError
from zope.i18n.locales import locales
from zope.i18nmessageid import MessageFactory
from zope.interface import Interface
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


_day = MessageFactory("plonelocales")

# The two-letter weekdays of RFC 5545, Monday first.
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")

WEEKDAY_NAMES = (
    _day("weekday_mon", default="Monday"),
    _day("weekday_tue", default="Tuesday"),
    _day("weekday_wed", default="Wednesday"),
    _day("weekday_thu", default="Thursday"),
    _day("weekday_fri", default="Friday"),
    _day("weekday_sat", default="Saturday"),
    _day("weekday_sun", default="Sunday"),
)

# Plone's own are “Mo” in English or “Mon” in German.
WEEKDAY_SHORT_NAMES = (
    _("office_mon", default="Mon"),
    _("office_tue", default="Tue"),
    _("office_wed", default="Wed"),
    _("office_thu", default="Thu"),
    _("office_fri", default="Fri"),
    _("office_sat", default="Sat"),
    _("office_sun", default="Sun"),
)

# Ways to speak that ISO 639-1, which Plone lists, does not have; tags of BCP 47.
MORE_LANGUAGES = (
    (
        "de-simple",
        _("office_language_easy_german", default="Leichte Sprache (easy German)"),
    ),
    (
        "gsg",
        _(
            "office_language_german_sign",
            default="Deutsche Gebärdensprache (German Sign Language)",
        ),
    ),
)


def _vocabulary(pairs: list[tuple[str, str]]) -> SimpleVocabulary:
    return SimpleVocabulary([SimpleTerm(key, key, title) for key, title in pairs])


@provider(IVocabularyFactory)
def weekdays(context: Interface) -> SimpleVocabulary:
    """The days of the week, Monday first."""
    return _vocabulary(list(zip(WEEKDAYS, WEEKDAY_NAMES, strict=True)))


@provider(IVocabularyFactory)
def german_states(context: Interface) -> SimpleVocabulary:
    """The German federal states by the codes of ISO 3166-2, without `DE-`."""
    names = Germany.subdivisions_aliases
    return _vocabulary([(code, name) for name, code in sorted(names.items())])


@provider(IVocabularyFactory)
def languages(context: Interface) -> SimpleVocabulary:
    """Languages by BCP 47 tag: their own name, then their name for the reader."""
    native = getUtility(IContentLanguageAvailability).getLanguages()
    reader = _names_for_reader()
    pairs = [
        (tag, _titled(each["native"] or each["name"], reader.get(tag, each["name"])))
        for tag, each in native.items()
    ]
    return _vocabulary(sorted([*pairs, *MORE_LANGUAGES], key=lambda pair: pair[1]))


def _names_for_reader() -> dict[str, str]:
    try:
        locale = locales.getLocale(api.portal.get_current_language()[:2])
    except LoadLocaleError:
        return {}
    return locale.displayNames.languages or {}


def _titled(native: str, name: str) -> str:
    return native if native == name else f"{native} ({name})"


@provider(IVocabularyFactory)
def video_fitness(context: Interface) -> SimpleVocabulary:
    """How much of a service can be done by video."""
    return _vocabulary(
        [
            (
                "complete",
                _("service_video_complete", default="Yes, all of it"),
            ),
            ("advice", _("service_video_advice", default="For advice only")),
            ("none", _("service_video_none", default="No")),
        ]
    )
