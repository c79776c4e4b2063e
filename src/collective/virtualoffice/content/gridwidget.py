"""Tables in the editors' forms."""

from collective.virtualoffice import _
from collective.virtualoffice.content.grid import GridInvalid
from collective.virtualoffice.content.grid import IGrid
from collective.z3cform.datagridfield.datagridfield import DataGridFieldObjectWidget
from collective.z3cform.datagridfield.datagridfield import DataGridFieldWidget
from collective.z3cform.datagridfield.datagridfield import DataGridValidator
from typing import Any
from z3c.form.interfaces import IFieldWidget
from z3c.form.interfaces import IFormLayer
from z3c.form.widget import FieldWidget
from zope.component import adapter
from zope.interface import implementer
from zope.interface import Interface
from zope.schema.interfaces import IField
import re


IN_EACH_ROW = _("grid_in_each_row", default="needed in each row")

# Rows that the script copies.
PATTERNS = ("AA", "TT")

# A tick alone is no row either: it may be there from the beginning.
NOTHING = ("", [], "--NOVALUE--", ["--NOVALUE--"], "selected", ["selected"])


class GridWidget(DataGridFieldWidget):
    """A table that forgives rows left empty and scrolls by itself on a phone.

    Its rows are numbered by style, since errors name a row by its number.

    The script of the widget puts an empty row into every empty table; sent as it
    is, it would be refused for what it lacks.
    """

    auto_append = False
    allow_reorder = True
    # A positioned box, because the labels of its buttons are positioned.
    wrapper_css_class = "vo-grid overflow-auto position-relative"

    def update(self) -> None:
        for column in self.columns:
            if column["required"]:
                # Plone's mark would also mark the tab, and no row is required.
                column.update(required=False, description=IN_EACH_ROW)
        drop_empty_rows(self.request.form, self.name)
        super().update()

    def getWidget(self, idx: int | str) -> DataGridFieldObjectWidget:
        row = super().getWidget(idx)
        for widget in (row, *row.widgets.values()):
            # The field refuses an empty cell; this mark is for the script only.
            widget.klass, widget.required = unmarked(widget.klass), False
            if idx in PATTERNS:
                # Nobody has sent this row: nothing can be wrong with it.
                widget.error = None
        return row


def unmarked(classes: str | None) -> str:
    """CSS classes without the one by which the script marks a tab as required."""
    return " ".join(each for each in (classes or "").split() if each != "required")


@implementer(IFieldWidget)
@adapter(IField, IFormLayer)
def GridFieldWidget(field: IField, request: IFormLayer) -> IFieldWidget:
    """What a schema names as the widget of a grid."""
    return FieldWidget(field, GridWidget(request))


@adapter(Interface, Interface, Interface, IGrid, DataGridFieldWidget)
class GridValidator(DataGridValidator):
    """The grid's own validator looks at single cells only; the rules come after."""

    def validate(self, value: list[dict] | None, force: bool = False) -> None:
        try:
            super().validate(value, force)
        except ValueError as wrong_cell:
            message = _("error_grid_cells", default="Please correct the marked cells.")
            raise GridInvalid(message) from wrong_cell
        if value:
            self.field.constraint(value)


def drop_empty_rows(form: dict[str, Any], name: str) -> None:
    """Take rows without any input out of a submitted form; the others close up.

    The rows that were sent count, whatever number of them the form claims to have.
    """
    if not str(form.get(f"{name}.count")).isdecimal():
        return
    rows = [_take_row(form, f"{name}.{number}") for number in _numbers(form, name)]
    filled = [row for row in rows if _is_filled(row)]
    for number, row in enumerate(filled):
        form.update({f"{name}.{number}{rest}": value for rest, value in row.items()})
    form[f"{name}.count"] = str(len(filled))


def _numbers(form: dict[str, Any], name: str) -> list[int]:
    """The numbers of the rows that were sent, in order."""
    row = re.compile(rf"{re.escape(name)}\.(0|[1-9][0-9]{{0,5}})[.-]")
    return sorted({int(found[1]) for found in map(row.match, form) if found})


def _take_row(form: dict[str, Any], prefix: str) -> dict[str, Any]:
    names = [name for name in form if name.startswith((f"{prefix}.", f"{prefix}-"))]
    return {name.removeprefix(prefix): form.pop(name) for name in names}


def _is_filled(row: dict[str, Any]) -> bool:
    return any(
        value not in NOTHING
        for rest, value in row.items()
        if not rest.endswith("-empty-marker")
    )
