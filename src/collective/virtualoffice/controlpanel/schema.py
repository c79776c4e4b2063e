"""The fields of the control panel, and what may be entered."""

from collective.virtualoffice import _
from collective.virtualoffice.controlpanel.serverwidget import ServerFieldWidget
from collective.virtualoffice.numbers import whole_number
from collective.virtualoffice.settings import SERVER
from ipaddress import ip_network
from plone.autoform import directives
from plone.supermodel import model
from typing import Any
from zope import schema
from zope.interface import provider
from zope.schema import ValidationError
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary
import re


WEB_ADDRESS = re.compile(r"https?://\S+", re.I)


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


class NoWebAddress(ValidationError):
    __doc__ = _(
        "settings_no_web_address",
        default="Enter a web address that starts with https:// or http://.",
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


def is_web_address(value: str | None) -> bool:
    """Does a browser open this? Raises NoWebAddress if not."""
    if value and not WEB_ADDRESS.fullmatch(value):
        raise NoWebAddress(value)
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
        fields=[
            "imprint_url",
            "retention_hours",
            "knocks_per_address",
            "trusted_proxies",
        ],
    )

    answer_seconds = whole_number(
        30,
        900,
        title=_("settings_answer_seconds", default="Time to answer a call, in seconds"),
        description=_(
            "settings_answer_seconds_help",
            default="Runs from when the waiting page has shown the call. "
            "Citizens can ask for more time.",
        ),
        default=120,
    )

    video_system = schema.Choice(
        title=_("settings_video_system", default="Video system"),
        vocabulary="collective.virtualoffice.video_systems",
        default="jitsi",
    )

    directives.widget("jitsi_server", ServerFieldWidget)
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

    imprint_url = schema.TextLine(
        title=_("settings_imprint_url", default="Address of the imprint"),
        description=_(
            "settings_imprint_url_help",
            default="The page that says how to reach you and your data protection "
            "officer. The privacy notice links to it.",
        ),
        constraint=is_web_address,
        required=False,
    )

    retention_hours = whole_number(
        1,
        720,
        title=_("settings_retention_hours", default="Keep ended visits, in hours"),
        description=_(
            "settings_retention_hours_help",
            default="After this time a visit is erased with all its personal data. "
            "Citizens can erase it earlier.",
        ),
        default=24,
    )

    knocks_per_address = whole_number(
        1,
        1_000_000,
        title=_(
            "settings_knocks_per_address",
            default="Knocks of one network address in ten minutes",
        ),
        description=_(
            "settings_knocks_per_address_help",
            default="Many people can share one address, "
            "for example in a library. Do not set this too low.",
        ),
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
