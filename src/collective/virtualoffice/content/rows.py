"""The rows of the tables that editors fill in."""

from collective.virtualoffice import _
from plone.supermodel import model
from zope import schema


class IOpeningRow(model.Schema):
    """One range of one weekday."""

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
    reason = schema.TextLine(
        title=_("office_reason", default="Public reason"),
        required=False,
        max_length=200,
    )


class IDocumentRow(model.Schema):
    """One paper that a citizen has to have ready."""

    title = schema.TextLine(title=_("service_document", default="Document"))
    note = schema.TextLine(
        title=_("service_document_note", default="Note"), required=False
    )


class IFeeRow(model.Schema):
    """One fee, in words that may carry conditions."""

    title = schema.TextLine(title=_("service_fee", default="What for"))
    amount = schema.TextLine(title=_("service_fee_amount", default="Amount"))
