"""The fields of the control panel, and what may be entered."""

from collective.virtualoffice import _
from collective.virtualoffice.settings import SERVER
from ipaddress import ip_network
from plone.supermodel import model
from typing import Any
from zope import schema
from zope.interface import provider
from zope.schema import ValidationError
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


class NoNetwork(ValidationError):
    __doc__ = _(
        "settings_no_network",
        default="Enter one IP address or network a line, "
        "for example 192.0.2.10 or 2001:db8::/32.",
    )


class NoServer(ValidationError):
    __doc__ = _(
        "settings_no_server",
        default="Enter a host name or an https address without a path, "
        "for example meet.example.org.",
    )


def are_networks(values: list[str]) -> bool:
    """Are these IP addresses or CIDR networks? Raises NoNetwork with the first else."""
    for value in values:
        try:
            ip_network(value, strict=False)
        except ValueError:
            raise NoNetwork(value) from None
    return True


def is_server(value: str | None) -> bool:
    """Is this a host name or an https origin, or empty? Raises NoServer if not."""
    if value and not SERVER.fullmatch(value):
        raise NoServer(value)
    return True


@provider(IVocabularyFactory)
def video_systems(context: Any) -> SimpleVocabulary:
    """Where desks and citizens meet."""
    return SimpleVocabulary(
        [
            SimpleTerm("jitsi", title=_("settings_video_jitsi", default="Jitsi Meet")),
            SimpleTerm(
                "demonstration",
                title=_(
                    "settings_video_demonstration",
                    default="Demonstration room (own camera only, no connection)",
                ),
            ),
        ]
    )


class IVirtualOfficeSettings(model.Schema):
    """Settings of the virtual citizens' office."""

    model.fieldset(
        "video",
        label=_("settings_fieldset_video", default="Video"),
        fields=["video_system", "jitsi_server"],
    )
    model.fieldset(
        "protection",
        label=_("settings_fieldset_protection", default="Protection"),
        fields=["retention_hours", "knocks_per_address", "trusted_proxies"],
    )

    answer_seconds = schema.Int(
        title=_("settings_answer_seconds", default="Time to answer a call, in seconds"),
        description=_(
            "settings_answer_seconds_help",
            default="Runs from when the waiting page has shown the call. "
            "Citizens can ask for more time.",
        ),
        min=30,
        max=900,
        default=120,
    )

    video_system = schema.Choice(
        title=_("settings_video_system", default="Video system"),
        vocabulary="collective.virtualoffice.video_systems",
        default="jitsi",
    )

    jitsi_server = schema.TextLine(
        title=_("settings_jitsi_server", default="Jitsi server"),
        description=_(
            "settings_jitsi_server_help",
            default="Host name of a Jitsi server that you run or have a contract with. "
            "While this is empty, nobody can enter a Jitsi room.",
        ),
        constraint=is_server,
        required=False,
        default="",
        missing_value="",
    )

    retention_hours = schema.Int(
        title=_("settings_retention_hours", default="Keep ended visits, in hours"),
        description=_(
            "settings_retention_hours_help",
            default="After this time a visit is erased with all its personal data. "
            "Citizens can erase it earlier.",
        ),
        min=1,
        max=720,
        default=24,
    )

    knocks_per_address = schema.Int(
        title=_(
            "settings_knocks_per_address",
            default="Knocks of one network address in ten minutes",
        ),
        description=_(
            "settings_knocks_per_address_help",
            default="Many people can share one address, "
            "for example in a library. Do not set this too low.",
        ),
        min=1,
        max=1000000,
        default=30,
    )

    trusted_proxies = schema.List(
        title=_("settings_trusted_proxies", default="Trusted proxies"),
        description=_(
            "settings_trusted_proxies_help",
            default="Addresses or networks of the proxies in front of this site, "
            "one a line. Without them the limit of knocks is switched off "
            "as soon as a proxy is seen.",
        ),
        value_type=schema.TextLine(),
        constraint=are_networks,
        required=False,
        default=[],
        missing_value=[],
    )
