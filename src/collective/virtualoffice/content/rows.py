"""The rows of the tables that editors fill in."""

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


class IDocumentRow(model.Schema):
    """One paper that a citizen has to have ready."""

    directives.widget("title", style=SENTENCE)
    title = schema.TextLine(title=_("service_document", default="Document"))
    directives.widget("note", style=SENTENCE)
    note = schema.TextLine(
        title=_("service_document_note", default="Note"), required=False
    )


class IFeeRow(model.Schema):
    """One fee, in words that may carry conditions."""

    directives.widget("title", style=SENTENCE)
    title = schema.TextLine(title=_("service_fee", default="What for"))
    directives.widget("amount", style=WORD)
    amount = schema.TextLine(title=_("service_fee_amount", default="Amount"))
