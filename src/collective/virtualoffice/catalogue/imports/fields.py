"""The columns of a service, taken from its fields; their values, and back."""

from Acquisition import aq_base
from collections.abc import Mapping
from collective.virtualoffice.content.grid import IGrid
from collective.virtualoffice.content.service import IService
from collective.virtualoffice.content.service.fields import IAmount
from collective.virtualoffice.content.service.fields import ServiceKey
from collective.virtualoffice.domain.services import cells
from collective.virtualoffice.domain.services.columns import Column
from collective.virtualoffice.domain.services.columns import IDENTITY
from collective.virtualoffice.domain.services.columns import Kind
from plone import api
from plone.app.contenttypes.behaviors.richtext import IRichTextBehavior
from plone.app.dexterity.behaviors.metadata import IBasic
from plone.app.dexterity.behaviors.metadata import ICategorization
from plone.app.textfield.interfaces import IRichText
from plone.app.textfield.value import RichTextValue
from plone.dexterity.utils import iterSchemataForType
from typing import Any
from z3c.relationfield import RelationValue
from z3c.relationfield.interfaces import IRelationList
from zope.component import getUtility
from zope.intid.interfaces import IIntIds
from zope.schema import getFieldNames
from zope.schema import getFieldsInOrder
from zope.schema import interfaces
from zope.schema.interfaces import IField
from zope.schema.interfaces import IVocabularyFactory


# What every page has by itself; services may be of a type that lacks some of it.
PAGE = {
    "title": IBasic["title"],
    "description": IBasic["description"],
    "subjects": ICategorization["subjects"],
    "text": IRichTextBehavior["text"],
}
KINDS = (
    (IRichText, Kind.HTML),
    (IGrid, Kind.GRID),
    (IRelationList, Kind.OFFICES),
    (interfaces.ICollection, Kind.LINES),
    (interfaces.IChoice, Kind.CHOICE),
    (interfaces.IBool, Kind.YES_NO),
    (interfaces.IInt, Kind.NUMBER),
    (IAmount, Kind.AMOUNT),
    (interfaces.IDate, Kind.DATE),
    (interfaces.ITextLine, Kind.LINE),
    (interfaces.IText, Kind.TEXT),
)


def fields() -> dict[str, IField]:
    """The fields in the order of the columns: identity first, then the page itself."""
    own = dict(getFieldsInOrder(IService))
    identity = {name: own.pop(name) for name in IDENTITY}
    return {**identity, **PAGE, **own}


def columns() -> list[Column]:
    """Every column that a file may have."""
    return [column_of(name, field) for name, field in fields().items()]


def column_of(name: str, field: IField) -> Column:
    kind = _kind(field)
    parts = _parts(field) if kind is Kind.GRID else ()
    choices = _choices(field) if kind is Kind.CHOICE else ()
    return Column(name, kind, parts, choices, field.default)


def _kind(field: IField) -> Kind:
    if isinstance(getattr(field, "value_type", None), ServiceKey):
        return Kind.KEYS
    fitting = (kind for kinds, kind in KINDS if kinds.providedBy(field))
    return next(fitting, Kind.LINE)


def _parts(field: IField) -> tuple[Column, ...]:
    row = field.value_type.schema
    return tuple(column_of(name, part) for name, part in getFieldsInOrder(row))


def _choices(field: IField) -> tuple[str, ...]:
    known = getUtility(IVocabularyFactory, field.vocabularyName)(api.portal.get())
    return tuple(term.value for term in known)


def supported(portal_type: str) -> frozenset[str]:
    """The names of all fields that a type has."""
    schemata = iterSchemataForType(portal_type)
    return frozenset(name for schema in schemata for name in getFieldNames(schema))


def values_of(service: Any) -> dict[str, Any]:
    """What the fields hold: HTML as it is written, offices by their paths."""
    bare = aq_base(service)
    found = {name: getattr(bare, name, None) for name in fields()}
    found["subjects"] = getattr(bare, "subject", None) or ()
    found["offices"] = office_paths(service)
    return {name: _raw(value) for name, value in found.items()}


def cells_of(service: Any, named: list[Column]) -> dict[str, str]:
    """The cells of these columns, as an export writes them."""
    values = values_of(service)
    return {column.name: cells.write(column, values[column.name]) for column in named}


def _raw(value: Any) -> Any:
    return value.raw if isinstance(value, RichTextValue) else value


def office_paths(service: Any) -> list[str]:
    """From the root of the site, in the editor's order."""
    root = len("/".join(api.portal.get().getPhysicalPath()))
    relations = getattr(aq_base(service), "offices", None) or ()
    offices = (relation.to_object for relation in relations)
    return ["/".join(o.getPhysicalPath())[root:] for o in offices if o is not None]


def typed(field: IField, value: Any) -> Any:
    """A value as its field wants it."""
    if value is None:
        return field.missing_value
    if IRichText.providedBy(field):
        return RichTextValue(value, field.default_mime_type, field.output_mime_type)
    return tuple(value) if interfaces.ITuple.providedBy(field) else value


def assign(service: Any, values: Mapping[str, Any]) -> None:
    """Write values as their fields want them; offices are given as objects."""
    for name, value in values.items():
        if name == "subjects":
            service.setSubject(tuple(value or ()))
        elif name == "offices":
            service.offices = [relation(office) for office in value or ()]
        else:
            setattr(service, name, value)


def relation(office: Any) -> RelationValue:
    return RelationValue(getUtility(IIntIds).getId(office))
