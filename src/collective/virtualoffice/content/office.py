"""The virtual office as editors write it, and as the domain reads it."""

from collective.virtualoffice import _
from collective.virtualoffice.content import opening
from collective.virtualoffice.content.grid import Grid
from collective.virtualoffice.content.gridwidget import GridFieldWidget
from collective.virtualoffice.content.rows import IOpeningRow
from collective.virtualoffice.content.rows import ISpecialDayRow
from collective.virtualoffice.domain.hours import Hours
from collective.virtualoffice.links import is_web_address
from collective.virtualoffice.numbers import whole_number
from plone import api
from plone.app.dexterity.textindexer.directives import searchable
from plone.app.z3cform.widgets.select import Select2FieldWidget
from plone.autoform import directives
from plone.dexterity.content import Container
from plone.registry.interfaces import IRegistry
from plone.supermodel import model
from zoneinfo import ZoneInfo
from zope import schema
from zope.component import getUtility
from zope.interface import alsoProvides
from zope.interface import implementer


class IVirtualOffice(model.Schema):
    """An office that receives its visitors by video."""

    model.fieldset(
        "hours",
        label=_("office_fieldset_hours", default="Opening hours"),
        fields=["opening_hours", "exceptions", "holiday_state"],
    )
    directives.widget("opening_hours", GridFieldWidget)
    opening_hours = Grid(
        IOpeningRow,
        opening.check_week,
        title=_("office_opening_hours", default="Opening hours"),
        description=_(
            "office_opening_hours_help",
            default="A row for each time from opening to closing. A day may have "
            "several rows. 00:00 as closing means the end of the day.",
        ),
    )
    directives.widget("exceptions", GridFieldWidget)
    exceptions = Grid(
        ISpecialDayRow,
        opening.check_special_days,
        title=_("office_exceptions", default="Other hours on certain days"),
        description=_(
            "office_exceptions_help",
            default="These days replace the opening hours and public holidays. "
            "Leave both times empty on a day when the office is closed. "
            "Everybody can read the reason.",
        ),
    )
    holiday_state = schema.Choice(
        title=_("office_holiday_state", default="Closed on public holidays of"),
        description=_(
            "office_holiday_state_help",
            default="Choose the federal state. Without a choice the office is open "
            "on public holidays too.",
        ),
        vocabulary="collective.virtualoffice.german_states",
        required=False,
    )

    model.fieldset(
        "contact",
        label=_("office_fieldset_contact", default="Other ways"),
        fields=["phone", "appointment_url", "address", "other_ways"],
    )
    searchable("phone")
    phone = schema.TextLine(
        title=_("office_phone", default="Phone"),
        description=_(
            "office_phone_help", default="For everybody who cannot come by video."
        ),
        required=False,
    )
    appointment_url = schema.URI(
        title=_("office_appointment_url", default="Booking of appointments"),
        description=_(
            "office_appointment_url_help",
            default="The address where people book an appointment, if they can. The "
            "list of services then offers it as a filter.",
        ),
        constraint=is_web_address,
        required=False,
    )
    searchable("address")
    address = schema.Text(
        title=_("office_address", default="Address"),
        description=_(
            "office_address_help", default="Where people can come in person."
        ),
        required=False,
    )
    searchable("other_ways")
    other_ways = schema.Text(
        title=_("office_other_ways", default="More ways to reach us"),
        description=_(
            "office_other_ways_help",
            default="For example email, a letter box, or a relay service for deaf "
            "people.",
        ),
        required=False,
    )

    model.fieldset(
        "visits",
        label=_("office_fieldset_visits", default="Waiting room"),
        fields=["max_waiting", "planned_minutes", "languages"],
    )
    max_waiting = whole_number(
        1,
        10_000,
        title=_("office_max_waiting", default="Most people waiting"),
        description=_(
            "office_max_waiting_help",
            default="When so many people wait, nobody else can knock.",
        ),
        default=50,
    )
    planned_minutes = whole_number(
        1,
        480,
        title=_("office_planned_minutes", default="Planned minutes for one visit"),
        description=_(
            "office_planned_minutes_help",
            default="Used to guess the waiting time, where a service does not say "
            "how long it takes.",
        ),
        default=15,
    )
    directives.widget("languages", Select2FieldWidget)
    languages = schema.List(
        title=_("office_languages", default="Languages spoken"),
        description=_(
            "office_languages_help",
            default="Visitors can say which of these they would like to speak.",
        ),
        value_type=schema.Choice(vocabulary="collective.virtualoffice.languages"),
        default=["de"],
        required=False,
    )


@implementer(IVirtualOffice)
class VirtualOffice(Container):
    """A container: hours and ways in; who waits is kept elsewhere."""


def share(*names: str) -> None:
    """With plone.app.multilingual, what these fields say holds in every translation."""
    try:
        from plone.app.multilingual.dx.interfaces import ILanguageIndependentField
    except ImportError:
        return
    for name in names:
        alsoProvides(IVirtualOffice[name], ILanguageIndependentField)


HOURS = ("opening_hours", "exceptions", "holiday_state")
share(*HOURS)


def site_zone() -> ZoneInfo:
    """The time zone of the site, whatever the reader's own is.

    Asked for every time that is shown, so the registry is asked without detours.
    """
    return ZoneInfo(getUtility(IRegistry).get("plone.portal_timezone") or "UTC")


def office_hours(office: IVirtualOffice, language: str | None = None) -> Hours:
    """When the office is open; holidays are named in a language, else the reader's."""
    language = language or api.portal.get_current_language()
    return Hours(
        weekly=opening.weekly(office.opening_hours),
        exceptions=opening.special_days(office.exceptions),
        holidays=opening.public_holidays(office.holiday_state, language),
        zone=site_zone(),
    )
