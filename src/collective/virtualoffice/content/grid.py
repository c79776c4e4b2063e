"""Tables in forms: a list of rows whose rules hold in the browser and in REST alike."""

from collections.abc import Callable
from collective.virtualoffice import _
from collective.virtualoffice.interfaces import IVirtualOfficeLayer
from collective.z3cform.datagridfield.interfaces import IRow
from collective.z3cform.datagridfield.row import DictRow
from plone.dexterity.interfaces import IDexterityContent
from plone.restapi.deserializer.dxfields import DefaultFieldDeserializer
from plone.restapi.interfaces import IFieldDeserializer
from typing import Any
from zope.component import adapter
from zope.component import getMultiAdapter
from zope.interface import implementer
from zope.interface import Interface
from zope.schema import getFieldsInOrder
from zope.schema import List
from zope.schema import ValidationError
from zope.schema.interfaces import IField
from zope.schema.interfaces import IList


class IGrid(IList):
    """A list of rows, each a dictionary."""


class GridInvalid(ValidationError):
    """A table breaks a rule; carries the message for the reader."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message

    def doc(self) -> str:
        return self.message


@implementer(IGrid)
class Grid(List):
    """A list of rows of one schema; the check raises GridInvalid naming the row."""

    def __init__(
        self,
        row: type[Interface],
        check: Callable[[list[dict]], None] | None = None,
        **kwargs: Any,
    ) -> None:
        kwargs.setdefault("required", False)
        super().__init__(value_type=DictRow(schema=row), **kwargs)
        self.check = check

    def constraint(self, value: list[dict]) -> bool:
        if self.check:
            self.check(value)
        return True


@implementer(IFieldDeserializer)
@adapter(IRow, IDexterityContent, IVirtualOfficeLayer)
class RowDeserializer(DefaultFieldDeserializer):
    """A row from JSON; whatever does not fit is a ValidationError, never a crash."""

    def __call__(self, value: Any) -> dict[str, Any]:
        if not isinstance(value, dict):
            raise GridInvalid(
                _("error_grid_row", default="Each row must be an object.")
            )
        return {
            name: self.cell(field, value.get(name, field.default))
            for name, field in getFieldsInOrder(self.field.schema)
        }

    def cell(self, field: IField, value: Any) -> Any:
        if value is None or value == "":
            field.bind(self.context).validate(field.missing_value)
            return field.missing_value
        convert = getMultiAdapter(
            (field, self.context, self.request), IFieldDeserializer
        )
        try:
            return convert(value)
        except (AttributeError, OverflowError, TypeError) as wrong:
            raise ValueError(str(wrong)) from wrong
