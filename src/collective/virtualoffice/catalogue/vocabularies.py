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


@provider(IVocabularyFactory)
def yes_no(context: Interface) -> SimpleVocabulary:
    """Yes or no; nothing chosen is unknown."""
    return _vocabulary(
        [("yes", _("yes", default="Yes")), ("no", _("no", default="No"))]
    )


@provider(IVocabularyFactory)
def trust_levels(context: Interface) -> SimpleVocabulary:
    """How surely an identity is proved online: Regulation (EU) 910/2014, Article 8."""
    return _vocabulary(
        [
            ("none", _("service_trust_none", default="None: no account needed")),
            (
                "basic",
                _("service_trust_basic", default="Low: user name and password"),
            ),
            (
                "substantial",
                _(
                    "service_trust_substantial",
                    default="Substantial: for example the ELSTER certificate",
                ),
            ),
            (
                "high",
                _(
                    "service_trust_high",
                    default="High: for example the identity card with PIN",
                ),
            ),
        ]
    )


@provider(IVocabularyFactory)
def maturity(context: Interface) -> SimpleVocabulary:
    """How far a service is online: the maturity model of the OZG, levels 0 to 4."""
    return _vocabulary(
        [
            (
                "0",
                _("service_maturity_0", default="0 – Offline: nothing about it online"),
            ),
            (
                "1",
                _(
                    "service_maturity_1",
                    default="1 – Information: described online, forms to print",
                ),
            ),
            (
                "2",
                _(
                    "service_maturity_2",
                    default="2 – Form: filled in online, but not everything is sent "
                    "online",
                ),
            ),
            (
                "3",
                _(
                    "service_maturity_3",
                    default="3 – Online service: application, proofs and answer online",
                ),
            ),
            (
                "4",
                _(
                    "service_maturity_4",
                    default="4 – Once only: offices fetch existing proofs themselves",
                ),
            ),
        ]
    )


@provider(IVocabularyFactory)
def identity(context: Interface) -> SimpleVocabulary:
    """How somebody proves by video who they are."""
    return _vocabulary(
        [
            ("none", _("service_identity_none", default="Not needed")),
            (
                "shown",
                _("service_identity_shown", default="Show a document to the camera"),
            ),
            (
                "eid",
                _(
                    "service_identity_eid",
                    default="Online identity card (eID), outside of the video",
                ),
            ),
            (
                "in_person",
                _("service_identity_in_person", default="In person, before or after"),
            ),
        ]
    )
