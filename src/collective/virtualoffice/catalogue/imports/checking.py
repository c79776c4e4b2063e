"""The rules of a service's form, for values that come in a file."""

from collections.abc import Iterator
from collections.abc import Mapping
from collective.virtualoffice import _
from collective.virtualoffice.content.fielderror import FieldInvalid
from collective.virtualoffice.content.grid import IGrid
from collective.virtualoffice.content.service import IService
from contextlib import suppress
from types import SimpleNamespace
from typing import Any
from z3c.relationfield.interfaces import IRelationList
from zope.i18nmessageid import Message
from zope.interface import Invalid
from zope.schema import getFieldsInOrder
from zope.schema.interfaces import IField
from zope.schema.interfaces import ValidationError
from zope.schema.interfaces import WrongContainedType


Fault = tuple[str, Message | str]


def faults_of_field(field: IField, value: Any, context: Any) -> Iterator[Fault]:
    """What the field says against the value, by the field's name."""
    if IRelationList.providedBy(field):
        return
    if IGrid.providedBy(field):
        yield from _faults_of_rows(field, value or (), context)
    try:
        field.bind(context).validate(value)
    except ValidationError as wrong:
        if not (IGrid.providedBy(field) and isinstance(wrong, WrongContainedType)):
            yield field.__name__, words(wrong)


def faults_together(values: Mapping[str, Any]) -> list[Fault]:
    """What the rules across fields say."""
    errors: list[Any] = []
    with suppress(Invalid):
        IService.validateInvariants(SimpleNamespace(**values), errors)
    return [(_place(error), error.args[0]) for error in errors]


def words(wrong: ValidationError) -> Message | str:
    """What a field says, in words; of several things the first."""
    inside = wrong.args[0] if wrong.args else None
    if isinstance(wrong, WrongContainedType) and isinstance(inside, list) and inside:
        return words(inside[0])
    return wrong.doc()


def _place(error: Exception) -> str:
    return error.field if isinstance(error, FieldInvalid) else ""


def _faults_of_rows(
    field: IField, rows: list[dict[str, Any]], context: Any
) -> Iterator[Fault]:
    parts = getFieldsInOrder(field.value_type.schema)
    for line, row in enumerate(rows, 1):
        for name, part in parts:
            try:
                part.bind(context).validate(row.get(name))
            except ValidationError as wrong:
                yield field.__name__, in_line(line, name, words(wrong))


def in_line(line: int, part: str, reason: Message | str) -> Message:
    """A reason with its place inside a table."""
    return _(
        "import_in_line",
        default="line ${line}, ${part}: ${reason}",
        mapping={"line": line, "part": part, "reason": reason},
    )
