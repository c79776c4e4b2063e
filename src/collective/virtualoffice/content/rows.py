"""The rows of an office's tables, and how wide their cells are at least."""

from collective.virtualoffice import _
from plone.autoform import directives
from plone.supermodel import model
from zope import schema


# Cells of a table shrink until nobody can read them.
WORD = "min-width: 8rem"
SENTENCE = "min-width: 14rem"


class IOpeningRow(model.Schema):
    """One range of one weekday."""

    directives.widget("weekday", style=WORD)
    weekday = schema.Choice(
        title=_("office_weekday", default="Weekday"),
        vocabulary="collective.virtualoffice.weekdays",
    )
    opens = schema.Time(title=_("office_opens", default="Opens"))
    closes = schema.Time(title=_("office_closes", default="Closes"))


class ISpecialDayRow(model.Schema):
    """One date with other hours, or with none."""

    day = schema.Date(title=_("office_day", default="Date"))
    opens = schema.Time(title=_("office_opens", default="Opens"), required=False)
    closes = schema.Time(title=_("office_closes", default="Closes"), required=False)
    directives.widget("reason", style=WORD)
    reason = schema.TextLine(
        title=_("office_reason", default="Public reason"),
        required=False,
        max_length=200,
    )
