"""What stands in a TOML file as the fields of a service keep it."""

from collective.virtualoffice.content.grid import IGrid
from collective.virtualoffice.content.service import IService
from collective.virtualoffice.content.service.fields import Amount
from collective.virtualoffice.content.service.fields import ServiceKey
from plone.app.textfield.interfaces import IRichText
from plone.app.textfield.value import RichTextValue
from typing import Any
from zope.schema import getFieldsInOrder
from zope.schema.interfaces import IField
from zope.schema.interfaces import IList


def field_values(values: dict[str, Any]) -> dict[str, Any]:
    """Rows get all their columns, HTML becomes rich text, amounts and keys are read."""
    return {
        name: converted(IService[name], value) if name in IService else value
        for name, value in values.items()
    }


def converted(field: IField, value: Any) -> Any:
    if IGrid.providedBy(field):
        columns = getFieldsInOrder(field.value_type.schema)
        return [row(columns, each) for each in value]
    if IList.providedBy(field) and isinstance(field.value_type, ServiceKey):
        return [field.value_type.fromUnicode(each) for each in value]
    return rich_text(value) if IRichText.providedBy(field) else value


def row(columns: list[tuple[str, IField]], given: dict[str, Any]) -> dict[str, Any]:
    """One row of a grid; what is left out has its default."""
    return {name: cell(field, given.get(name)) for name, field in columns}


def cell(field: IField, value: Any) -> Any:
    if value is None:
        return field.default
    return field.fromUnicode(value) if isinstance(field, Amount) else value


def rich_text(html: str) -> RichTextValue:
    return RichTextValue(html, "text/html", "text/x-html-safe")
