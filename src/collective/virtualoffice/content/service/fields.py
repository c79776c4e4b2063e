"""Fields that only services have."""

from collective.virtualoffice.content.service.wrong import NotAnAmount
from collective.virtualoffice.content.service.wrong import NotAServiceKey
from collective.virtualoffice.domain.services.keys import BadKey
from collective.virtualoffice.domain.services.keys import read_key
from collective.virtualoffice.domain.services.money import BadAmount
from collective.virtualoffice.domain.services.money import is_amount
from collective.virtualoffice.domain.services.money import read_amount
from collective.virtualoffice.links import is_link
from decimal import Decimal
from plone.app.textfield import RichText
from plone.app.z3cform.widgets.text import TextLinesFieldWidget as LinesFieldWidget
from typing import Any
from zope import schema
from zope.interface import implementer
from zope.schema.interfaces import IDecimal
from zope.schema.interfaces import IList


__all__ = ["Amount", "Lines", "LinesFieldWidget", "Link", "Prose", "ServiceKey"]


class Prose(RichText):
    """A text with headings, lists and links; cleaned by Plone when it is shown."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            default_mime_type="text/html",
            output_mime_type="text/x-html-safe",
            allowed_mime_types=("text/html",),
            required=False,
            **kwargs,
        )


class ILines(IList):
    """Words or keys that an editor types one below the other."""


@implementer(ILines)
class Lines(schema.List):
    """One entry per line; no entry twice."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, unique=True, **kwargs)


class Link(schema.TextLine):
    """A web address, or a place in this site: see ``links.is_link``."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(constraint=is_link, max_length=2000, **kwargs)


class ServiceKey(schema.TextLine):
    """A key of 14 digits: stored plain, read in any grouping."""

    def constraint(self, value: str) -> bool:
        return read_service_key(value) == value

    def fromUnicode(self, value: str) -> str:
        return read_service_key(value)


def read_service_key(text: str) -> str:
    """Raises NotAServiceKey, which says why not."""
    try:
        return read_key(text)
    except BadKey as wrong:
        raise NotAServiceKey(wrong) from wrong


class IAmount(IDecimal):
    """An amount in euro."""


@implementer(IAmount)
class Amount(schema.Decimal):
    """Euro and cents, not below zero; read with a comma or a dot."""

    def constraint(self, value: Decimal) -> bool:
        if not is_amount(value):
            raise NotAnAmount(str(value))
        return True

    def fromUnicode(self, value: str) -> Decimal:
        try:
            return read_amount(value)
        except BadAmount as wrong:
            raise NotAnAmount(value) from wrong
