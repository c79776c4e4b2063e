"""What can be chosen in the control panel."""

from collective.virtualoffice import _
from collective.virtualoffice.video.access import IVideoSystem
from typing import Any
from zope.component import getUtilitiesFor
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


SERVICES = SimpleVocabulary(
    [
        SimpleTerm("own", title=_("settings_service_own", default="A server of ours")),
        SimpleTerm(
            "jaas",
            title=_(
                "settings_service_jaas", default="JaaS (Jitsi as a Service by 8x8)"
            ),
        ),
    ]
)
ALGORITHMS = SimpleVocabulary(
    [
        SimpleTerm(
            "HS256",
            title=_("settings_algorithm_hs256", default="HS256 (shared secret)"),
        ),
        SimpleTerm(
            "RS256",
            title=_("settings_algorithm_rs256", default="RS256 (private RSA key)"),
        ),
    ]
)
CLAIMS = SimpleVocabulary(
    [
        SimpleTerm("both", title=_("settings_claim_both", default="In both places")),
        SimpleTerm("moderator", title="context.user.moderator"),
        SimpleTerm("affiliation", title="context.user.affiliation"),
    ]
)


@provider(IVocabularyFactory)
def video_systems(context: Any) -> SimpleVocabulary:
    """Where desks and citizens meet: whatever is registered for it."""
    systems = sorted(getUtilitiesFor(IVideoSystem), key=lambda found: found[0])
    return SimpleVocabulary(
        [SimpleTerm(name, title=system.title) for name, system in systems]
    )
