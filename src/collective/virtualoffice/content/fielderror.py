"""A rule across fields, told at the field that has to change."""

from collective.virtualoffice.interfaces import IVirtualOfficeLayer
from z3c.form.error import InvalidErrorViewSnippet
from zope.component import adapter
from zope.interface import Interface
from zope.interface import Invalid


class FieldInvalid(Invalid):
    """What an invariant raises; names the field."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field


@adapter(FieldInvalid, IVirtualOfficeLayer, None, None, Interface, Interface)
class FieldErrorView(InvalidErrorViewSnippet):
    """Stands at the widget of that field, else above the form."""

    def update(self) -> None:
        super().update()
        name = self.error.field
        widgets = self.form.widgets.values()
        self.widget = next((w for w in widgets if w.field.__name__ == name), None)
        if self.widget is not None:
            self.widget.error = self
