"""How a service is used online, and how to write to the administration."""

from collective.virtualoffice import _
from collective.virtualoffice.content.grid import Grid
from collective.virtualoffice.content.gridwidget import GridFieldWidget
from collective.virtualoffice.content.service.rows import IChannelRow
from collective.virtualoffice.links import is_web_address
from plone.autoform import directives
from plone.supermodel import model
from zope import schema


class IServiceOnline(model.Schema):
    """The online service and the safe channels."""

    model.fieldset(
        "online",
        label=_("service_fieldset_online", default="Online"),
        fields=[
            "online_url",
            "trust_level",
            "replaces_written_form",
            "maturity",
            "safe_channels",
        ],
    )
    online_url = schema.URI(
        title=_("service_online_url", default="Online application"),
        description=_(
            "service_online_url_help",
            default="The address of the form, if people can apply online.",
        ),
        constraint=is_web_address,
        required=False,
    )
    trust_level = schema.Choice(
        title=_("service_trust_level", default="Level of trust"),
        description=_(
            "service_trust_level_help",
            default="How surely somebody has to prove online who they are, after the "
            "eIDAS regulation, Article 8.",
        ),
        vocabulary="collective.virtualoffice.trust_levels",
        required=False,
    )
    replaces_written_form = schema.Choice(
        title=_(
            "service_replaces_written_form",
            default="Does the online application replace the written form?",
        ),
        description=_(
            "service_replaces_written_form_help",
            default="Yes: nobody has to sign on paper any more.",
        ),
        vocabulary="collective.virtualoffice.yes_no",
        required=False,
    )
    maturity = schema.Choice(
        title=_("service_maturity", default="Online maturity"),
        description=_(
            "service_maturity_help",
            default="How far the service is online, after the maturity model of the "
            "Online Access Act (OZG). Source: OZG-Reifegradmodell of the Federal "
            "Ministry of the Interior.",
        ),
        vocabulary="collective.virtualoffice.maturity",
        required=False,
    )
    directives.widget("safe_channels", GridFieldWidget)
    safe_channels = Grid(
        IChannelRow,
        title=_("service_safe_channels", default="Safe channels for messages"),
        description=_(
            "service_safe_channels_help",
            default="How people write to you so that it counts, for example by "
            "De-Mail, by an electronic mailbox (beBPo) or by a service account.",
        ),
    )
