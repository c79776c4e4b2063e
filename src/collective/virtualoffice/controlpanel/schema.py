"""The fields of the control panel, and what may be entered."""

from collective.virtualoffice import _
from collective.virtualoffice.controlpanel.videofields import is_app_id
from collective.virtualoffice.controlpanel.videofields import is_claim
from collective.virtualoffice.controlpanel.videofields import is_key_id
from collective.virtualoffice.controlpanel.videofields import is_server
from collective.virtualoffice.controlpanel.videofields import is_tenant
from collective.virtualoffice.controlpanel.vocabularies import ALGORITHMS
from collective.virtualoffice.controlpanel.vocabularies import CLAIMS
from collective.virtualoffice.controlpanel.vocabularies import SERVICES
from collective.virtualoffice.links import is_web_address
from collective.virtualoffice.numbers import whole_number
from ipaddress import ip_network
from plone.supermodel import model
from typing import Any
from zope import schema
from zope.schema import ValidationError


class NoNetwork(ValidationError):
    __doc__ = _(
        "settings_no_network",
        default="Enter one IP address or network a line, "
        "for example 192.0.2.10 or 2001:db8::/32.",
    )


def are_networks(values: list[str]) -> bool:
    """Are these IP addresses or CIDR networks? Raises NoNetwork with the first else."""
    for value in values:
        try:
            ip_network(value, strict=False)
        except ValueError:
            raise NoNetwork(value) from None
    return True


def line(**kwargs: Any) -> schema.TextLine:
    """A line of text that may be empty, and then is an empty text."""
    return schema.TextLine(required=False, default="", missing_value="", **kwargs)


class IVirtualOfficeSettings(model.Schema):
    """Settings of the virtual citizens' office.

    Every fieldset is a tab, the one that connects the video server first; outside of
    them is no field.
    """

    model.fieldset(
        "video",
        label=_("settings_fieldset_video", default="Video connection"),
        fields=[
            "video_system",
            "jitsi_service",
            "jitsi_server",
            "jitsi_embedded",
        ],
    )
    model.fieldset(
        "tokens",
        label=_("settings_fieldset_tokens", default="Who may enter (tokens)"),
        description=_(
            "settings_fieldset_tokens_help",
            default="With tokens your Jitsi server lets in only whom this site sends, "
            "and only the clerk moderates. The secret or private key is not entered "
            "here: it comes from the environment of the server.",
        ),
        fields=[
            "jitsi_app_id",
            "jitsi_algorithm",
            "jitsi_key_id",
            "jitsi_tenant",
            "jitsi_audience",
            "jitsi_issuer",
            "jitsi_moderator_claim",
        ],
    )
    model.fieldset(
        "times",
        label=_("settings_fieldset_times", default="Times of a call"),
        fields=["answer_seconds", "room_buffer_minutes"],
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

    jitsi_service = schema.Choice(
        title=_("settings_jitsi_service", default="Whose Jitsi"),
        description=_(
            "settings_jitsi_service_help",
            default="For JaaS enter only AppID and key id under tokens, and choose "
            "RS256. Server, tenant, audience, issuer and moderator follow from that.",
        ),
        vocabulary=SERVICES,
        default="own",
    )

    jitsi_server = line(
        title=_("settings_jitsi_server", default="Jitsi server"),
        description=_(
            "settings_jitsi_server_help",
            default="Host name of a Jitsi server that you run or have a contract with. "
            "While this is empty, nobody can enter a Jitsi room.",
        ),
        constraint=is_server,
    )

    jitsi_embedded = schema.Bool(
        title=_("settings_jitsi_embedded", default="Show the room in our own page"),
        description=_(
            "settings_jitsi_embedded_help",
            default="Otherwise a link opens the room on the Jitsi server.",
        ),
        required=False,
        default=True,
    )

    room_buffer_minutes = whole_number(
        5,
        240,
        title=_(
            "settings_room_buffer_minutes",
            default="Way into the room after the planned end, in minutes",
        ),
        description=_(
            "settings_room_buffer_minutes_help",
            default="A token is good until the planned end and this time more. "
            "Whoever loads the page of the room again gets a new one "
            "as long as the conversation goes on.",
        ),
        default=30,
    )

    jitsi_app_id = line(
        title=_("settings_jitsi_app_id", default="Application id"),
        description=_(
            "settings_jitsi_app_id_help",
            default="The app_id of your Jitsi server, or the AppID of JaaS. "
            "While this is empty there are no tokens: whoever knows the random name "
            "of a room can enter it, and the server decides who moderates.",
        ),
        constraint=is_app_id,
    )

    jitsi_algorithm = schema.Choice(
        title=_("settings_jitsi_algorithm", default="How tokens are signed"),
        description=_(
            "settings_jitsi_algorithm_help",
            default="A Jitsi server with app_secret needs HS256, "
            "one with a key server, and JaaS, need RS256.",
        ),
        vocabulary=ALGORITHMS,
        default="HS256",
    )

    jitsi_key_id = line(
        title=_("settings_jitsi_key_id", default="Key id (kid)"),
        description=_(
            "settings_jitsi_key_id_help",
            default="The name under which the server finds the public key. "
            "Needed with RS256.",
        ),
        constraint=is_key_id,
    )

    jitsi_tenant = line(
        title=_("settings_jitsi_tenant", default="Tenant"),
        description=_(
            "settings_jitsi_tenant_help",
            default="The part of the address before the name of the room, "
            "if your server has several tenants. Usually empty.",
        ),
        constraint=is_tenant,
    )

    jitsi_audience = line(
        title=_("settings_jitsi_audience", default="Audience (aud)"),
        description=_(
            "settings_jitsi_audience_help",
            default="Empty means jitsi. "
            "It must be among the accepted audiences of your server.",
        ),
        constraint=is_claim,
    )

    jitsi_issuer = line(
        title=_("settings_jitsi_issuer", default="Issuer (iss)"),
        description=_(
            "settings_jitsi_issuer_help",
            default="Empty means the application id. "
            "It must be among the accepted issuers of your server.",
        ),
        constraint=is_claim,
    )

    jitsi_moderator_claim = schema.Choice(
        title=_(
            "settings_jitsi_moderator_claim",
            default="Where a token names the moderator",
        ),
        description=_(
            "settings_jitsi_moderator_claim_help",
            default="Depends on the module of your server that reads it. "
            "Only the clerk is ever named there.",
        ),
        vocabulary=CLAIMS,
        default="both",
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
