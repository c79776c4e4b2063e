"""What a service costs."""

from collective.virtualoffice import _
from collective.virtualoffice.content.grid import Grid
from collective.virtualoffice.content.gridwidget import GridFieldWidget
from collective.virtualoffice.content.service.fees import check_fees
from collective.virtualoffice.content.service.rows import IFeeRow
from plone.autoform import directives
from plone.supermodel import model


class IServiceCosts(model.Schema):
    """Fees."""

    model.fieldset("preparation", fields=["fees"])
    directives.widget("fees", GridFieldWidget)
    fees = Grid(
        IFeeRow,
        check=check_fees,
        title=_("service_fees", default="Fees"),
        description=_(
            "service_fees_help",
            default="One row for each fee: an amount in euro, or an amount and what it "
            "may rise to, or a note in words. Free of charge is 0. Without rows the "
            "page says nothing about fees.",
        ),
    )
